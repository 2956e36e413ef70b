"""Which saved card is meant, and what is said of one that there is not."""

from dataclasses import replace

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.meaning import meaning
from bot.ordering.order import Card
from bot.ordering.outcome import Outcome
from bot.ordering.saved_cards import named_cards
from bot.ordering.text import words
from tests.ordering.shops import hear, shop

PAID = Draft(plan="BS", quantity=20, payment="card-v")
AMEX = (Card("card-a", "Amex", "0005", "01/2031"),)


def said(text: str, intent: str, step: Step = Step.CONFIRM, draft: Draft = PAID) -> Outcome:
    heard = hear(text, step, draft, intent)
    return decide(Message(heard, meaning(intent, 0.9, heard), text, step), draft, {}, shop())


@pytest.mark.parametrize(
    ("text", "said_back"),
    [
        ("amex ending 1234", "amex •••• 1234"),
        ("the amex that ends in 1234", "amex •••• 1234"),
        ("amex 1234", "amex •••• 1234"),
        ("la amex terminada en 1234", "amex •••• 1234"),
        ("o amex com final 1234", "amex •••• 1234"),
        ("card ending in 1234", "•••• 1234"),
        ("la tarjeta 1234", "•••• 1234"),
        ("cartao final 1234", "•••• 1234"),
        ("visa 0005", "visa •••• 0005"),
    ],
)
@pytest.mark.parametrize("step", [None, Step.PAYMENT, Step.CONFIRM])
def test_digits_that_no_saved_card_has_mean_no_saved_card(
    text: str, said_back: str, step: Step | None
) -> None:
    found = named_cards(words(text), AMEX, step)
    assert (found.cards, found.unknown_brand) == ((), said_back)


@pytest.mark.parametrize(
    "text", ["amex ending 0005", "the amex", "card 0005", "amex, 2000 licencias", "amex 1500 users"]
)
def test_digits_that_fit_or_count_something_else_leave_the_card(text: str) -> None:
    assert named_cards(words(text), AMEX, Step.CONFIRM).cards == ("card-a",)


def test_an_unknown_card_is_objected_to_with_those_there_are() -> None:
    outcome = said("visa ending 1234", "inform")
    question = outcome.questions[Step.PAYMENT]
    assert (question.reason, question.choices) == ("card_unknown", ("card-v", "card-m"))
    assert question.data["said"] == "Visa •••• 1234"
    assert not outcome.confirmed


@pytest.mark.parametrize(
    "text",
    [
        "la otra tarjeta",
        "usa la otra tarjeta",
        "cambiala a la otra tarjeta",
        "mejor paga con la otra",
        "mi otra tarjeta",
    ]
    + ["the other card", "switch to the other card", "use my other card", "pay with the other one"]
    + ["o outro cartao", "passa no outro cartao", "paga com o outro", "muda pro outro cartao"],
)
@pytest.mark.parametrize("intent", ["inform", "ask_payment", "affirm"])
def test_the_other_card_of_two_is_taken(text: str, intent: str) -> None:
    outcome = said(text, intent)
    assert (outcome.draft.payment, outcome.confirmed) == ("card-m", False)


@pytest.mark.parametrize(
    "text", ["otra tarjeta nueva", "una tarjeta nueva", "a new card", "otra tarjeta", "another card"]
)
def test_another_card_may_be_a_new_one(text: str) -> None:
    assert hear(text, Step.CONFIRM, PAID).new_card


@pytest.mark.parametrize(
    "text",
    [
        "mc",
        "mc please",
        "con la mc",
        "ok but on the mastercard?",
        "yes but with mastercard?",
        "si pero con la mastercard?",
    ]
    + ["dale, pero en la mc?", "sim, mas no mastercard?"],
)
@pytest.mark.parametrize("intent", ["inform", "ask_payment", "affirm", "confirm"])
def test_naming_another_card_changes_it_and_never_orders(text: str, intent: str) -> None:
    outcome = said(text, intent)
    assert (outcome.draft.payment, outcome.confirmed) == ("card-m", False)


@pytest.mark.parametrize("text", ["is the mastercard saved?", "tengo la mastercard guardada?"])
def test_asking_about_a_card_does_not_choose_it(text: str) -> None:
    heard = hear(text, Step.CONFIRM, PAID, "ask_payment")
    assert meaning("ask_payment", 0.9, heard) == "ask_payment"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a la mastercard, que la visa está llorando", "es"),
        ("mastercard, because the visa is maxed out", "en"),
        ("no mastercard, pois o visa estourou", "pt"),
        ("mejor en la mastercard que la visa está al tope", "es"),
        ("no master que o visa ta no limite", "pt"),
    ],
)
def test_the_card_in_a_reason_is_not_meant(text: str, language: str) -> None:
    heard = hear(text, Step.PAYMENT, Draft(plan="BS", quantity=2), language=language)
    assert (heard.cards, heard.plans) == (("card-m",), ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("cobralo de la mastercard en vez de la visa", "es"),
        ("en lugar de la visa ponelo en la mastercard", "es"),
        ("la visa no, la mastercard", "es"),
        ("a la 4444, no a la 4242", "es"),
        ("not the visa, the mastercard", "en"),
        ("mastercard, not visa", "en"),
        ("use the mastercard rather than the visa", "en"),
        ("em vez do visa põe no master", "pt"),
        ("no lugar do visa, o master", "pt"),
        ("no master, não no visa", "pt"),
        ("no cartao 4444 e nao no 4242", "pt"),
    ],
)
@pytest.mark.parametrize("draft", [PAID, Draft(plan="BS", quantity=20)])
def test_of_two_cards_the_one_that_is_not_denied_is_meant(text: str, language: str, draft: Draft) -> None:
    step = Step.CONFIRM if draft.payment else Step.PAYMENT
    assert hear(text, step, draft, language=language).cards == ("card-m",)


@pytest.mark.parametrize(
    "text",
    [
        "cambia la visa por la mastercard",
        "pasalo de la visa a la mastercard",
        "la visa está llena, mejor la mastercard",
        "swap the visa for the mastercard",
        "switch from visa to mastercard",
        "troca o visa pelo master",
        "tira do visa e põe na master",
        "not the visa",
        "que no sea la visa",
    ],
)
def test_the_card_that_was_chosen_gives_way_to_the_other(text: str) -> None:
    assert hear(text, Step.CONFIRM, PAID).cards == ("card-m",)


def test_a_card_that_is_not_saved_is_asked_for_and_not_the_one_it_replaces() -> None:
    heard = hear("em vez do visa põe no amex", Step.CONFIRM, PAID, language="pt")
    assert (heard.cards, heard.unknown_brand) == ((), "amex")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("visa o mastercard, la que tenga saldo", "es"),
        ("visa or mastercard?", "en"),
        ("visa ou master", "pt"),
    ],
)
def test_either_of_two_cards_is_asked_back(text: str, language: str) -> None:
    assert hear(text, Step.CONFIRM, PAID, language=language).cards == ("card-v", "card-m")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no, visa", "es"),
        ("no, la visa", "es"),
        ("no visa", "pt"),
        ("não, no visa", "pt"),
        ("no, the visa", "en"),
    ],
)
def test_a_no_before_a_comma_denies_no_card(text: str, language: str) -> None:
    assert hear(text, Step.CONFIRM, PAID, language=language).cards == ("card-v",)


@pytest.mark.parametrize("text", ["ok", "yes", "sí, con esa", "okkk", "looks good, place it"])
def test_a_yes_to_which_card_is_the_only_one_there_is(text: str) -> None:
    one = replace(shop(), cards=shop().cards[:1])
    message = Message(Heard(plain="affirm"), "affirm", text, Step.PAYMENT)
    outcome = decide(message, Draft(plan="BS", quantity=2), {}, one)
    assert (outcome.draft.payment, outcome.confirmed) == ("card-v", False)
    assert decide(message, Draft(plan="BS", quantity=2), {}, shop()).draft.payment is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Disculpe, esa Visa ya no tiene cupo. Cóbrelo en la Mastercard.", "es"),
        ("cóbrelo a la mastercard. La visa ya no pasa", "es"),
        ("esse visa não tem limite, cobra no master", "pt"),
        ("that visa doesn't work anymore, charge the mastercard", "en"),
        ("charge it to the mastercard, the visa has no room left", "en"),
    ],
)
def test_a_card_that_is_told_not_to_work_is_not_meant(text: str, language: str) -> None:
    assert hear(text, Step.CONFIRM, PAID, language=language).cards == ("card-m",)


@pytest.mark.parametrize(
    "text",
    [
        "si la visa no pasa, use la mastercard",
        "no sé, visa, mastercard",
        "if the visa doesn't go through, use the mastercard",
    ],
)
def test_a_card_in_a_condition_or_a_doubt_is_asked_about(text: str) -> None:
    assert hear(text, Step.CONFIRM, PAID).cards == ("card-v", "card-m")


@pytest.mark.parametrize("text", ["20 on amx", "con la amx", "no amxe", "on the amexx", "com o amec"])
def test_a_slip_in_a_brand_behind_what_leads_to_a_card_is_that_brand(text: str) -> None:
    assert named_cards(words(text), AMEX, None).cards == ("card-a",)


@pytest.mark.parametrize("text", ["con la vida", "on vista", "with visio", "para amx", "with max", "no amor"])
def test_a_word_that_is_used_or_is_led_to_otherwise_is_no_brand(text: str) -> None:
    named = named_cards(words(text), (*AMEX, *shop().cards), None)
    assert (named.cards, named.unknown_brand) == ((), None)


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("la visa está vencida, use la mastercard", ("card-m",)),
        ("la visa se me venció, cóbrelo a la mastercard", ("card-m",)),
        ("use la mastercard, la visa está al tope", ("card-m",)),
        ("esa visa caducó. pagamos con mastercard", ("card-m",)),
        ("the visa got declined, put it on the mastercard", ("card-m",)),
        ("o visa tá estourado, usa o mastercard", ("card-m",)),
        ("la visa para esta, luego la mastercard", ("card-v", "card-m")),
        ("visa primero, después con la mastercard", ("card-v", "card-m")),
        ("la visa está bien, o use la mastercard", ("card-v", "card-m")),
    ],
)
def test_what_is_told_of_one_card_is_no_choice_where_another_is_led_to(
    text: str, cards: tuple[str, ...]
) -> None:
    heard = hear(text, Step.PAYMENT, Draft(plan="BS", quantity=20), "inform")
    assert set(heard.cards) == set(cards)


@pytest.mark.parametrize("text", ["3 basic, monthly, 0005", "25 basic, tornillo, anual, 0005."])
def test_last_digits_at_the_end_of_a_list_are_a_card(text: str) -> None:
    assert named_cards(words(text), AMEX, None).cards == ("card-a",)


@pytest.mark.parametrize("text", ["doesn't matter", "dinero", "toda la vida"])
def test_an_everyday_word_is_no_slip_of_a_brand(text: str) -> None:
    found = named_cards(words(text), shop().cards, Step.PAYMENT)
    assert (found.cards, found.unknown_brand) == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        "la visa no porque ya vencio",
        "no quiero usar la visa",
        "no uses la visa",
        "visa no funciona",
        "la visa está vencida",
        "visa ni loco",
        "don't charge the visa",
        "the visa is maxed out",
        "o visa nao passou",
        "o visa está sem limite",
    ],
)
def test_of_two_cards_one_that_is_refused_leaves_the_other(text: str) -> None:
    assert hear(text, Step.PAYMENT, replace(PAID, payment=None)).cards == ("card-m",)


@pytest.mark.parametrize(
    "text", ["no hay problema, visa", "visa sin problema", "no mejor la visa", "no, visa"]
)
def test_a_no_about_something_else_refuses_no_card(text: str) -> None:
    assert hear(text, Step.PAYMENT, replace(PAID, payment=None)).cards == ("card-v",)
