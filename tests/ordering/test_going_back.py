"""Back is exactly one question back, whatever was said in one sentence before."""

from collections.abc import Mapping

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.back import one_back
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.outcome import Outcome, Question
from tests.ordering.shops import hear, shop

WITHOUT_ADD_ONS = Draft(
    plan="BB", quantity=10, domain=DomainChoice(None), term=Term.MONTH, customer=shop().customers[0]
)


def says(text: str, draft: Draft, step: Step, questions: Mapping[Step, Question]) -> Outcome:
    return decide(Message(hear(text, step, draft), "inform", text, step), draft, questions, shop())


def test_the_customer_is_asked_again_and_not_the_add_ons_that_never_were() -> None:
    draft, questions = one_back(WITHOUT_ADD_ONS, {}, Step.PAYMENT)
    assert draft.customer is None
    assert Outcome(draft, questions=questions).next_step(shop().catalog) is Step.CUSTOMER
    outcome = says("el tornillo", draft, Step.CUSTOMER, questions)
    assert outcome.next_step(shop().catalog) is Step.PAYMENT


def test_each_back_goes_one_further() -> None:
    draft, questions = one_back(WITHOUT_ADD_ONS, {}, Step.PAYMENT)
    draft, questions = one_back(draft, questions, Step.CUSTOMER)
    assert Outcome(draft, questions=questions).next_step(shop().catalog) is Step.TERM


def test_what_was_not_understood_is_complained_about_once() -> None:
    first = says("uyuyuy", WITHOUT_ADD_ONS, Step.PAYMENT, {})
    assert first.questions[Step.PAYMENT].reason == "payment_unknown"
    assert first.questions[Step.PAYMENT].choices == ("card-v", "card-m")
    then = says("mejor 12", WITHOUT_ADD_ONS, Step.PAYMENT, first.questions)
    assert then.questions == {}
