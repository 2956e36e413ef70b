"""How many of what: numbers of plans and of add-ons, more and fewer, and numbers that count nothing."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import HeardAddOn, Relation
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=20)
WITH_COPILOT = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP", 5),))


def after(text: str, draft: Draft = STANDARD, step: Step = Step.CONFIRM, intent: str = "inform") -> Draft:
    message = Message(hear(text, step, draft, intent), intent, text, step)
    return decide(message, draft, {}, shop()).draft


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("agregale 2", 22),
        ("agrégale otras 2", 22),
        ("3 mas", 23),
        ("que sean 5 licencias más", 25),
        ("súmale 4 usuarios", 24),
        ("auméntale 10", 30),
        ("aumenta a 30", 30),
        ("sube a 30", 30),
        ("aumenta en 5", 25),
        ("mejor 30", 30),
        ("30 en vez de 20", 30),
        ("no 20, 30", 30),
        ("nada mas 15", 15),
        ("15 nomás", 15),
        ("mas o menos 15", 15),
        ("sácale 2", 18),
        ("quita 3 licencias", 17),
        ("bájale 5", 15),
        ("baja a 5", 5),
        ("2 menos", 18),
        ("el doble", 40),
        ("la mitad", 10),
        ("add 2 more", 22),
        ("2 more seats please", 22),
        ("another 5", 25),
        ("make it 5 more", 25),
        ("increase by 5", 25),
        ("bump it to 30", 30),
        ("make it 30", 30),
        ("2 less", 18),
        ("remove 3 seats", 17),
        ("reduce it to 10", 10),
        ("double it", 40),
        ("half of that", 10),
        ("mais 5", 25),
        ("adiciona mais 5 usuarios", 25),
        ("bota 5 a mais", 25),
        ("tira 3", 17),
        ("5 a menos", 15),
        ("aumenta para 30", 30),
        ("muda para 30", 30),
        ("o dobro", 40),
        ("metade", 10),
    ],
)
def test_more_and_fewer_count_from_what_was_known(text: str, quantity: int) -> None:
    assert after(text).quantity == quantity


@pytest.mark.parametrize("text", ["agregale 2", "add 2 more", "mais 2", "2 mas"])
def test_more_of_nothing_is_the_number(text: str) -> None:
    assert after(text, Draft(plan="BS"), Step.QUANTITY).quantity == 2


def test_too_few_are_refused_with_the_number_that_would_be_left() -> None:
    message = Message(hear("quita 30", Step.CONFIRM, STANDARD), "remove", "quita 30", Step.CONFIRM)
    question = decide(message, STANDARD, {}, shop()).questions[Step.QUANTITY]
    assert (question.reason, question.data["said"]) == ("quantity_too_small", -10)


@pytest.mark.parametrize(
    ("text", "copilot"),
    [
        ("copilot for 5 of them", 5),
        ("add copilot x3", 3),
        ("con 10 de copilot", 10),
        ("con 10 licencias de copilot", 10),
        ("copilot solo para 5", 5),
        ("copilot: 5", 5),
        ("copilot (5)", 5),
        ("agrega copilot, pero solo 5", 5),
        ("add copilot for just 5 users", 5),
        ("copilot p/ 5 usuarios", 5),
        ("copilot apenas para 5", 5),
        ("copilot para la mitad", 10),
        ("agrega copilot", None),
        ("con copilot para los 20", None),
    ],
)
@pytest.mark.parametrize("step", [Step.ADD_ONS, Step.CONFIRM, Step.CUSTOMER])
def test_an_add_on_has_its_own_number(text: str, copilot: int | None, step: Step) -> None:
    draft = after(text, STANDARD, step)
    assert (draft.plan, draft.quantity) == ("BS", 20)
    assert draft.add_ons == (AddOnChoice("COP", copilot),)


@pytest.mark.parametrize(
    "text",
    [
        "copilot para 5 y teams phone para 3",
        "5 copilot y 3 teams phone",
        "5 de copilot mas 3 de teams phone",
        "copilot x5, teams phone x3",
        "copilot 5 teams phone 3",
    ],
)
def test_each_of_several_add_ons_has_its_number(text: str) -> None:
    heard = {(each.mpn, each.quantity) for each in hear(text, Step.ADD_ONS, STANDARD).add_ons}
    assert heard == {("COP", "5"), ("TEL", "3")}


def test_two_add_ons_may_share_a_number() -> None:
    assert set(after("copilot y teams phone para 5").add_ons or ()) == {
        AddOnChoice("COP", 5),
        AddOnChoice("TEL", 5),
    }


@pytest.mark.parametrize(
    ("text", "quantity", "copilot"),
    [
        ("20 business standard con 5 copilot", "20", "5"),
        ("20 business standard con copilot para 5", "20", "5"),
        ("20 licencias de business standard, copilot solo para 5", "20", "5"),
        ("business standard con copilot para 20 usuarios", "20", None),
        ("business standard con copilot solo para 5", None, "5"),
        ("20 standard + 5 copilot", "20", "5"),
        ("standard x20 copilot x5", "20", "5"),
    ],
)
def test_a_whole_order_tells_the_plans_number_from_the_add_ons(
    text: str, quantity: str | None, copilot: str | None
) -> None:
    heard = hear(text, Step.PLAN, offered=("BS",))
    assert (heard.quantity, heard.add_ons) == (quantity, (HeardAddOn("COP", copilot),))


@pytest.mark.parametrize("text", ["25 licencias con copilot", "25 con copilot", "con copilot, 25 licencias"])
def test_the_number_of_the_plan_stays_its_own_beside_an_add_on(text: str) -> None:
    heard = hear(text, Step.QUANTITY, Draft(plan="BS"))
    assert (heard.quantity, heard.add_ons) == ("25", (HeardAddOn("COP"),))


@pytest.mark.parametrize(
    ("text", "copilot"),
    [
        ("agrega 2 copilot mas", 7),
        ("bajale 2 al copilot", 3),
        ("tira 2 do copilot", 3),
        ("2 more copilot", 7),
        ("quita 2 copilot", 3),
        ("copilot para 8", 8),
    ],
)
def test_more_and_fewer_of_an_add_on(text: str, copilot: int) -> None:
    draft = after(text, WITH_COPILOT)
    assert (draft.quantity, draft.add_ons) == (20, (AddOnChoice("COP", copilot),))


def test_taking_all_of_an_add_on_away_removes_it() -> None:
    assert after("quita 5 copilot", WITH_COPILOT, intent="remove").add_ons == ()


def test_an_add_on_keeps_its_number_when_the_plans_changes() -> None:
    assert after("mejor 30", WITH_COPILOT).add_ons == (AddOnChoice("COP", 5),)


def test_naming_an_add_on_again_keeps_its_number() -> None:
    assert after("con copilot", WITH_COPILOT).add_ons == (AddOnChoice("COP", 5),)


@pytest.mark.parametrize(
    "text",
    ["CP 03100", "c.p. 03100", "mi código postal es 03100", "2026", "para 2026", "15 de marzo", "march 15"]
    + ["en 3 dias", "10 por ciento", "zip 10001", "presupuesto de 500", "55412390"],
)
def test_numbers_of_something_else_are_no_quantity(text: str) -> None:
    assert hear(text, Step.PLAN).quantity is None


@pytest.mark.parametrize(
    "text",
    [
        "mil gracias, quiero 10",
        "mil veces gracias, quiero 10",
        "mil disculpas, son 10",
        "ya te lo dije 3 veces: 10",
        "2 cosas: quiero 10 y es para la espiga",
        "dame 2 segundos... 10",
        "tengo 3 preguntas, pero quiero 10",
        "thanks a thousand times, 10 please",
        "a thousand thanks, 10 please",
        "I told you 3 times, 10",
        "2 things: make it 10 and yearly",
        "mil vezes obrigado, quero 10",
        "mil desculpas, 10",
        "falei 2 vezes, quero 10",
    ],
)
@pytest.mark.parametrize("step", [Step.PLAN, Step.QUANTITY])
def test_a_figure_of_speech_is_no_quantity(text: str, step: Step) -> None:
    assert hear(text, step, Draft(plan="BS")).quantity == "10"


@pytest.mark.parametrize(
    ("text", "quantity"), [("10 gracias", "10"), ("mil", "1000"), ("mil, gracias", "1000")]
)
def test_a_count_beside_thanks_is_a_count(text: str, quantity: str) -> None:
    assert hear(text, Step.QUANTITY, Draft(plan="BS")).quantity == quantity


@pytest.mark.parametrize(
    "text",
    [
        "25 usuarios",
        "para 25 personas",
        "25 cuentas",
        "25 asientos",
        "25 puestos",
        "25 mailboxes",
        "x 25",
        "25 pax",
    ]
    + ["o 25", "son 25", "2026, no, 25 licencias", "25 assentos", "25 funcionarios", "25 empleados"],
)
def test_numbers_with_units_are_quantities(text: str) -> None:
    assert hear(text, Step.QUANTITY, Draft(plan="BS")).quantity == "25"


def test_a_big_number_alone_answers_the_question_how_many() -> None:
    assert hear("2000", Step.QUANTITY, Draft(plan="BS")).quantity == "2000"


def test_relation_is_heard() -> None:
    assert hear("agrega 2 licencias", Step.CONFIRM, STANDARD).relation is Relation.MORE


def test_what_is_counted_is_no_customer() -> None:
    assert hear("copilot for 5 of them", Step.CONFIRM, STANDARD).unknown_customer is None


@pytest.mark.parametrize(
    ("text", "language", "quantity"),
    [
        ("sim mas 8", "pt", 8),
        ("sim, mas com 8", "pt", 8),
        ("blz mas 6", "pt", 6),
        ("são 8 no total", "pt", 8),
        ("sim, mas são 8 no total", "pt", 8),
        ("8, mas anual", "pt", 8),
        ("blz mas mais 6", "pt", 26),
        ("sim, mais 8", "pt", 28),
        ("8 a mais", "pt", 28),
        ("sí mas 8", "es", 28),
        ("8 mas", "es", 28),
        ("si más 8", "pt", 28),
        ("son 8 en total", "es", 8),
        ("that's 8 in total", "en", 8),
        ("yes but 8", "en", 8),
    ],
)
def test_mas_is_but_in_portuguese_and_more_in_spanish(text: str, language: str, quantity: int) -> None:
    heard = hear(text, Step.CONFIRM, STANDARD, language=language)
    assert (
        decide(Message(heard, "inform", text, Step.CONFIRM), STANDARD, {}, shop()).draft.quantity == quantity
    )


def test_mas_before_an_add_ons_number_is_but_too() -> None:
    heard = hear("sim mas 5 copilot", Step.CONFIRM, WITH_COPILOT, language="pt")
    assert heard.add_ons == (HeardAddOn("COP", "5"),)


@pytest.mark.parametrize(
    "text", ["i need a quote first: 30 business basic", "first, 30 business basic please"]
)
def test_what_comes_first_is_no_ordinal_of_the_number_behind_the_mark(text: str) -> None:
    assert hear(text).quantity == "30"


@pytest.mark.parametrize(
    "text",
    ["I need one of the Microsoft plans, Business Basic", "uno de los planes de Microsoft, Business Basic"]
    + ["um dos planos da Microsoft, Business Basic"],
)
def test_one_of_the_plans_is_no_number(text: str) -> None:
    assert hear(text).quantity is None
