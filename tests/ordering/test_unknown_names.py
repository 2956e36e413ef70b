"""What is answered where a customer is asked for: an unknown company's name, or no name at all."""

import pytest

from bot.ordering.deciding import NEW, Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.outcome import Outcome, Question
from tests.ordering.shops import hear, shop

KNOWN = Draft(plan="BS", quantity=20)


def after(text: str, intent: str = "inform", pending: dict[Step, Question] | None = None) -> Outcome:
    heard = hear(text, Step.CUSTOMER, KNOWN, intent)
    return decide(Message(heard, intent, text, Step.CUSTOMER), KNOWN, pending or {}, shop())


@pytest.mark.parametrize(
    "text",
    ["asdkjh", "asdf qwer", "zxcv", "kjhgfdsa", "sdkfjhsdf", "hjkl", "qwerty", "x", "???", "...", "jajaja"]
    + ["hmm", "mmm", "eh", "a ver", "no entiendo nada", "no sé", "yo qué sé", "un momento", "déjame ver"]
    + ["qué?", "cómo que cliente", "me perdí", "estoy en una reunión", "ni idea", "espérame tantito"]
    + [
        "hm",
        "uh",
        "umm",
        "i don't get it",
        "no idea",
        "let me check",
        "wait a sec",
        "what do you mean",
        "lol",
    ]
    + ["you tell me", "i am lost", "hum", "sei lá", "não entendi nada", "deixa eu ver", "peraí", "como assim"]
    + ["eu me perdi", "kkkk", "que cliente?", "blah blah", "nada", "ninguno", "none", "nenhum"],
)
@pytest.mark.parametrize("intent", ["inform", "nlu_fallback"])
def test_no_name_makes_no_customer(text: str, intent: str) -> None:
    outcome = after(text, intent)
    assert outcome.questions[Step.CUSTOMER].reason == "customer_needed"
    assert outcome.questions[Step.CUSTOMER].choices[-1] == NEW
    assert not outcome.understood
    assert outcome.draft == KNOWN


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wayne Enterprises", "Wayne Enterprises"),
        ("wayne enterprises", "wayne enterprises"),
        ("HSBC", "HSBC"),
        ("kpmg", "kpmg"),
        ("Robert Schwartz y Asociados", "Robert Schwartz y Asociados"),
        ("para Talleres Pérez", "Talleres Pérez"),
        ("es para transportes del bajío sa de cv", "transportes del bajío sa de cv"),
        ("I Love Pizza", "I Love Pizza"),
        ("Como en Casa", "Como en Casa"),
        ("Ótica Boa Visão", "Ótica Boa Visão"),
        ("Los 3 Hermanos", "Los 3 Hermanos"),
        ("Farmacia 24", "Farmacia 24"),
        ("Nada Surf Club", "Nada Surf Club"),
        ("it's for Power Gym", "Power Gym"),
        ("é para a Mercearia Kátia", "Mercearia Kátia"),
    ],
)
def test_an_unknown_company_may_be_created(text: str, name: str) -> None:
    outcome = after(text)
    question = outcome.questions[Step.CUSTOMER]
    assert (question.reason, question.data["said"]) == ("customer_unknown", name)
    assert question.choices[-1] == NEW
    assert outcome.draft == KNOWN


@pytest.mark.parametrize("text", ["30 licencias, y es para Talleres Pérez", "mejor 30, para Talleres Pérez"])
def test_a_quantity_beside_a_name_is_one(text: str) -> None:
    assert after(text).draft.quantity == 30


def test_a_remark_leaves_the_name_that_was_asked_about() -> None:
    asked = after("Wayne Enterprises")
    again = after("hmm", "inform", asked.questions)
    assert again.questions[Step.CUSTOMER].data["said"] == "Wayne Enterprises"
    assert not again.understood


@pytest.mark.parametrize(
    "text",
    ["a private client of mine lost half a novel last week, she wants 5 business standard"]
    + ["my client spilled coffee on two laptops, 5 business standard"]
    + ["5 business standard for the author who lost her manuscripts"]
    + ["un cliente mío perdió media novela la semana pasada, quiere 5 business standard"]
    + ["5 business standard para la escritora que perdió su novela"]
    + ["un cliente viejo abrió otra oficina ayer y pide 5 business standard"]
    + ["um cliente meu perdeu metade do livro semana passada, quer 5 business standard"]
    + ["cliente antigo abriu outra filial ontem, 5 business standard"],
)
def test_what_happened_to_a_customer_is_not_their_name(text: str) -> None:
    assert hear(text, None, Draft()).unknown_customer is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cliente taller lópez, 5 business standard", "taller lópez"),
        ("5 business standard para taller mecánico lópez", "taller mecánico lópez"),
        ("5 business standard for northern lights bakery", "northern lights bakery"),
        ("cliente padaria nossa senhora, 5 business standard", "padaria nossa senhora"),
    ],
)
def test_a_name_written_small_is_one(text: str, name: str) -> None:
    assert hear(text, None, Draft()).unknown_customer == name


def test_what_a_customer_weighs_is_no_name() -> None:
    assert (
        hear(
            "tengo un cliente dudando entre el Business Standard y el Premium, ¿cuánto sale?"
        ).unknown_customer
        is None
    )
