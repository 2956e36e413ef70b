"""An add-on for some of those who get the plan."""

from dataclasses import replace

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Relation
from tests.ordering.shops import hear, shop

NINE = Draft(plan="GST", quantity=9)


@pytest.mark.parametrize(
    "text",
    [
        "starter for 9 people, and 2 of them get voice",
        "9 starter. 2 of those need google voice",
        "starter para 9, y 2 de ellos van con voice",
        "starter para 9, de los cuales 2 llevan voice",
        "google starter para 9, google voice solo para 2 de ellos",
        "9 starter, solo 2 con voice",
        "starter pra 9 pessoas, e 2 delas vão ter o google voice",
        "starter pra 9, só 2 deles com voice",
    ],
)
def test_the_number_of_some_is_the_add_ons(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order")
    assert (heard.plans, heard.quantity) == (("GST",), "9")
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("VOI", "2")]


@pytest.mark.parametrize(
    "text",
    ["2 of them get voice", "only 2 need voice", "voice para 2 de ellos", "2 delas com o google voice"],
)
def test_the_same_beside_an_order(text: str) -> None:
    heard = hear(text, Step.CONFIRM, NINE)
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (None, [("VOI", "2")])


@pytest.mark.parametrize("text", ["remove voice for 3 of them", "quita voice a 3 de ellos"])
def test_some_may_lose_it(text: str) -> None:
    heard = hear(text, Step.CONFIRM, NINE, "remove")
    (voice,) = heard.add_ons
    assert (heard.quantity, voice.quantity, voice.relation) == (None, "3", Relation.FEWER)


@pytest.mark.parametrize(
    "text",
    [
        "google starter for 9 people. voice is wanted for 5 of them and vault for 2",
        "9 google starter, voice goes to 5 of them and vault to 2",
        "9 google starter, voice needed for 5 people and vault for 2",
        "9 google starter. El voice lo quieren 5 y vault 2",
        "9 google starter. Voice se requiere para 5 y vault para 2",
        "9 google starter. O voice é necessário para 5 e o vault para 2",
    ],
)
def test_each_of_two_add_ons_has_the_number_behind_it(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order", language="pt" if "é " in text else "")
    counts = {each.mpn: each.quantity for each in heard.add_ons}
    assert (heard.quantity, counts) == ("9", {"VOI": "5", "VLT": "2"})


@pytest.mark.parametrize(
    "text", ["9 google starter, voice for all and 3 vault", "9 starter con voice y 3 vault"]
)
def test_the_number_before_the_next_add_on_is_the_next_ones(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order")
    counts = {each.mpn: each.quantity for each in heard.add_ons}
    assert (heard.quantity, counts) == ("9", {"VOI": None, "VLT": "3"})


def test_all_of_a_plan_with_an_add_on_are_the_plans() -> None:
    heard = hear("9 starter con voice", Step.PLAN, intent="order")
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("9", [None])


@pytest.mark.parametrize(
    "text",
    [
        "agrégale vault para los 9 y 3 de voice",
        "add vault for all 9 and 3 of google voice",
        "adiciona o vault pros 9 e 3 de google voice",
        "vault y 3 voice",
    ],
)
def test_a_later_add_on_has_the_number_before_its_name(text: str) -> None:
    heard = hear(text, Step.CONFIRM, NINE, language="pt" if "pros" in text else "")
    counts = {each.mpn: each.quantity for each in heard.add_ons}
    assert (counts["VOI"], counts["VLT"] in (None, "9"), heard.quantity in (None, "9")) == ("3", True, True)


@pytest.mark.parametrize(
    "text",
    [
        "Google Voice, but only 1, for the receptionist",
        "google voice pero solo 1, para la recepcionista",
        "google voice mas só 1, pra recepcionista",
    ],
)
def test_whom_an_add_on_is_for_is_no_customer(text: str) -> None:
    heard = hear(text, Step.ADD_ONS, replace(NINE, customer=shop().customers[0]))
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("VOI", "1")]
    assert (heard.unknown_customer, heard.quantity) == (None, None)


@pytest.mark.parametrize(
    "text", ["y copilot pero nada más para 6 que son de recepción", "copilot nada más para 6"]
)
def test_nothing_more_is_just(text: str) -> None:
    heard = hear(text, Step.TERM, Draft(plan="BP", quantity=24))
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (None, [("COP", "6")])


FIRST = [
    ("por un año para Ferretería El Tornillo con la visa, que el copilot sea para 3", "es", "3"),
    ("anual para El Tornillo, pero el copilot para 3 nada más", "es", "3"),
    ("anual, y el copilot va a ser para 3 personas", "es", "3"),
    ("y que 3 lleven copilot", "es", "3"),
    (", a 3 les pones copilot", "es", "3"),
    (", el copilot lo usan solo 3 gerentes", "es", "3"),
    (", copilot para los 3 jefes", "es", "3"),
    (", lo de copilot es para 3", "es", "3"),
    (", copilot only for 3 of them", "en", "3"),
    (" for El Tornillo yearly, copilot should be for 3", "en", "3"),
    (", with copilot limited to 3 users", "en", "3"),
    (", copilot though just 3", "en", "3"),
    (", they want copilot for 3 managers", "en", "3"),
    (" plus copilot, but copilot only for the 3 bosses", "en", "3"),
    (" and we need 3 users on copilot", "en", "3"),
    (". For 3 users we also need copilot", "en", "3"),
    (" and put 3 of the users on copilot", "en", "3"),
    (", copilot too, just for 3", "en", "3"),
    (" anual pra El Tornillo, mas o copilot só pra 4", "pt", "4"),
    (" anual pra El Tornillo, e o copilot é só pra 4", "pt", "4"),
    (" anual, que o copilot seja pra 4", "pt", "4"),
    (", sendo 4 com copilot", "pt", "4"),
    (", 4 com copilot", "pt", "4"),
    (", o copilot vai ser pra 4", "pt", "4"),
    (", copilot tem que ser pra 4", "pt", "4"),
    (", copilot pra todos", "pt", None),
    (", copilot y, para 3 sucursales", "es", None),
]


@pytest.mark.parametrize(("text", "language", "number"), FIRST)
def test_a_clause_of_the_first_sentence_counts_the_add_on(
    text: str, language: str, number: str | None
) -> None:
    heard = hear(f"25 business premium {text}", Step.PLAN, intent="order", language=language)
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (
        "25",
        [("COP", number)],
    )
    assert heard.unknown_customer is None


@pytest.mark.parametrize(
    "text",
    [
        "business premium con copilot, son 25",
        "business premium con copilot para 25 personas",
        "i need copilot on business premium for 25 users",
        "business premium pra 25 pessoas com copilot",
    ],
)
def test_the_only_number_of_a_new_order_is_the_plans(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order")
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("25", [None])


@pytest.mark.parametrize(
    "text",
    [
        "archiving also they want, but only for the 3 doctors, not for all 20",
        "archiving too, but just for the 3 managers, not all 20",
        "and they'd like archiving as well, only for the 3 bosses",
        "quieren archiving también, pero solo para los 3 gerentes, no para los 20",
        "que el archiving sea para 3",
        "archiving was meant for 3 people",
        "the archiving is only for the 3 directors",
        "el archiving no es para los 20, es para 3",
        "archiving pero no para todos, para 3",
        "archiving, no todos, 3",
        "archiving, but not for everyone, for 3",
        "arquivamento, mas não pra todos, pra 3",
    ],
)
def test_also_wanted_but_only_for_some(text: str) -> None:
    heard = hear(text, Step.DOMAIN, Draft(plan="BS", quantity=20))
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("ARC", "3")]
    assert (heard.quantity, heard.unknown_customer) == (None, None)


def test_beside_the_customer_it_is_no_street() -> None:
    heard = hear("El Tornillo, el copilot que sea para 3", Step.CUSTOMER, Draft(plan="BP", quantity=25))
    assert (heard.customers, heard.newcomer) == (("tor",), None)
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("COP", "3")]


def test_an_add_on_before_a_mark_keeps_all() -> None:
    heard = hear("25 business premium con archivado, y copilot para 3", Step.PLAN, intent="order")
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("ARC", None), ("COP", "3")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("business standard for 12 people. plus archiving, 2 of those", "2"),
        ("business standard, 12 users, with archiving, 2 of those please", "2"),
        ("business standard for 12 people; also archiving, make it 2 of them", "2"),
        ("business standard para 12 equipos. más archivado, 2 de esos", "2"),
        ("business standard para 12 equipos. y archivado, 4 paquetes", "4"),
        ("business standard para 12 equipos. también archivado, de esos ponme 3", "3"),
        ("business standard para 12 máquinas. mais archiving, 2 desses", "2"),
        ("business standard para 12 máquinas. e archiving, desses quero 3", "3"),
        ("business standard for 12 people, with archiving, the 3 managers only", "3"),
        ("business standard for 12 people, and archiving on every one of them", None),
        ("business standard for 12 people, and archiving for every single one of them", None),
        ("business standard para 12 personas, con archivado en todas y cada una", None),
        ("business standard pra 12 pessoas, com archiving em cada uma delas", None),
    ],
)
def test_behind_its_name_in_a_new_order(text: str, number: str | None) -> None:
    language = "pt" if {"máquinas.", "pra"} & set(text.split()) else ""
    heard = hear(text, language=language)
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (
        "12",
        [("ARC", number)],
    )


def test_licences_behind_an_add_on_are_the_plan_s() -> None:
    heard = hear("business standard with archiving, 12 users")
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("12", [None])


@pytest.mark.parametrize(
    "text",
    [
        "son 18 equipos. El archivado queda igual, en 5.",
        "son 18 equipos; el archivado se queda como está, 5",
        "it's 18 machines now. Archiving stays the same, at 5.",
        "make it 18 machines. The archiving is unchanged, 5.",
        "são 18 máquinas. O archiving continua em 5.",
        "mudou pra 18 máquinas, o archiving fica igual, nos 5",
    ],
)
def test_a_number_that_it_has_stays_its(text: str) -> None:
    known = Draft(plan="BS", quantity=16, add_ons=(AddOnChoice("ARC", 5),))
    heard = hear(text, Step.CONFIRM, known)
    now = decide(Message(heard, "inform", text, Step.CONFIRM), known, {}, shop()).draft
    assert (now.quantity, now.add_ons) == (18, known.add_ons)


def test_who_uses_it_is_no_question() -> None:
    heard = hear("o copilot quem usa são 4", Step.CONFIRM, Draft(plan="BS", quantity=36), language="pt")
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (None, [("COP", "4")])


@pytest.mark.parametrize(
    "text",
    [
        "5 business basic por um ano, archiving nos 5 e o copilot só pros 2 sócios",
        "5 business basic anual, archiving aos 5 e copilot só aos 2 sócios",
        "5 business basic, archiving for all 5 and copilot only for the 2 partners",
        "5 business basic, archivado en los 5 y copilot solo para los 2 socios",
    ],
)
def test_all_get_one_and_some_another(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order", language="pt" if "só" in text else "")
    counts = {each.mpn: each.quantity for each in heard.add_ons}
    assert (heard.plans, heard.quantity, counts["COP"]) == (("BB",), "5", "2")


@pytest.mark.parametrize(
    "text",
    [
        "cliente novo, Clínica Bicho, 3 business standard, teams phone só em 1 deles",
        "new client Lantern Clinic, 3 business standard, and copilot only for the 1 partner",
        "cliente nuevo, Clínica Lomas. 3 business standard, y teams phone solo para 1 de ellos",
    ],
)
def test_whom_an_add_on_is_for_is_no_address_of_a_new_customer(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order", language="pt" if "novo" in text else "")
    assert heard.newcomer is not None
    assert heard.newcomer.address.street == ""
    assert [each.quantity for each in heard.add_ons] == ["1"]
