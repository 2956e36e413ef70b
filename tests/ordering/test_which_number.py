"""Which of several numbers is the plan's, and what is no slip of the finger."""

import pytest

from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Relation
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "somos 35 funcionarios na san gabriel, so 14 usam, entao sao 14 licencas do business basic",
            "14",
        ),
        ("traigo 3 iguales. primero el tornillo: 5 business basic", "5"),
        ("protocolo 88213, pede 60 business basic", "60"),
        ("20 personas, y necesitan 15 business basic", "15"),
    ],
)
def test_the_number_before_the_plans_name_counts_it(text: str, count: str) -> None:
    assert hear(text).quantity == count


@pytest.mark.parametrize(
    "text", ["espera, q sean 25", "sry i meant 25 not 20", "opa, errei, são 25 e não 20"]
)
def test_a_correction_is_meant_however_it_is_written(text: str) -> None:
    assert hear(text, Step.CONFIRM, Draft(plan="BS", quantity=20)).quantity == "25"


def test_a_known_word_is_no_misspelt_product() -> None:
    heard = hear("correto, confirmo", Step.CONFIRM, Draft(plan="HEX", quantity=20))
    assert not heard.add_ons


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("na vdd 22", Step.DOMAIN),
        ("tbh 22", Step.ADD_ONS),
        ("ups 22", Step.TERM),
        ("scratch that 22", Step.ADD_ONS),
        ("actualy 22", Step.DOMAIN),
        ("22 vdd", Step.TERM),
        ("actualy 22 ppl not 20", Step.CUSTOMER),
        ("22 ppl not 20, archiving too", Step.CUSTOMER),
        ("acutally 22", Step.CUSTOMER),
        ("sory 22 users", Step.CUSTOMER),
        ("en realdad son 22 personas", Step.CUSTOMER),
        ("there's 22 of them now", Step.CUSTOMER),
    ],
)
def test_a_correction_in_haste_is_no_name_and_no_label(text: str, step: Step) -> None:
    heard = hear(text, step, Draft(plan="BS", quantity=20))
    assert (heard.quantity, heard.unknown_customer, heard.newcomer) == ("22", None, None)


def test_a_while_is_no_correction() -> None:
    assert hear("brb 5", Step.ADD_ONS, Draft(plan="BS", quantity=20), "wait").quantity is None


@pytest.mark.parametrize("text", ["quick 1 from my phone, 16 business basic", "tel 5512, 16 business basic"])
def test_a_number_behind_a_comma_is_named_by_nothing_before_it(text: str) -> None:
    assert hear(text).quantity == "16"


@pytest.mark.parametrize(
    "text",
    [
        "business basic para 8 personas bueno no 9",
        "business basic para 8 personas ay no 9 porque también su hija",
        "8 business basic, no perdón 9",
        "8 business basic oh no 9",
        "8 business basic well no 9",
        "8 business basic bom não 9",
        "business basic para 4 compus y 5 laptops, o sea 9",
        "business basic, são 4 computadores e 5 notebooks, ou seja, 9 licenças",
        "business basic for 4 PCs and 5 servers, so 9",
        "business basic: 4 and 5, 9 in total",
    ],
)
def test_the_last_word_is_what_counts(text: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity, heard.other) == (("BB",), "9", None)
    assert heard.unknown_customer is None


@pytest.mark.parametrize("text", ["9 no 8", "son 9, no 8"])
def test_a_plain_not_denies_what_follows(text: str) -> None:
    assert hear(text, Step.QUANTITY).quantity == "9"


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("they've got 4 surgeries and 31 people altogether, they want business premium for 26 people", "26"),
        ("they're on 4 sites, 31 altogether, 26 need business premium", "26"),
        ("tienen 2 tiendas y 31 empleados en total, de los cuales 26 usan business premium", "26"),
        ("2 lojas, são 31 no total mas querem business premium pra 26", "26"),
        ("12 for sales and 8 for support of business basic, 20 in total", "20"),
        ("business basic, 12 para ventas y 8 para soporte, 20 en total", "20"),
    ],
)
def test_of_all_that_there_are_some_want_the_plan(text: str, quantity: str) -> None:
    assert hear(text).quantity == quantity


@pytest.mark.parametrize(
    "text",
    [
        "Perdón, que sean 18, hay 2 equipos que van a jubilar",
        "que sean 18, 2 personas se van",
        "mejor 18, es que 2 usuarios renunciaron",
        "se fueron 2 personas, que sean 18",
        "make it 18, 2 users are leaving",
        "sorry make that 18, there are 2 machines being retired",
        "2 people just quit so make it 18",
        "18 then, 2 users left",
        "should be 18, since 2 accounts are shared",
        "desculpa, que sejam 18, tem 2 máquinas que vão aposentar",
        "põe 18, 2 pessoas saíram",
        "2 funcionários saíram, então 18",
        "2 usuários a menos, ficam 18",
        "everything the same but 18",
        "tudo igual só que 18",
    ],
)
@pytest.mark.parametrize("step", [Step.PAYMENT, Step.CONFIRM])
def test_why_there_is_another_number_is_no_number(text: str, step: Step) -> None:
    heard = hear(text, step, Draft(plan="BS", quantity=20))
    assert (heard.quantity, heard.other, heard.relation) == ("18", None, Relation.EXACT)


@pytest.mark.parametrize(
    "text", ["faltaba uno, son 7", "me faltó uno, son 7", "missed one, it's 7", "faltou um, são 7"]
)
@pytest.mark.parametrize("step", [Step.CUSTOMER, Step.CUSTOMER_TYPE])
def test_a_stated_number_is_of_no_name_and_no_street(text: str, step: Step) -> None:
    heard = hear(text, step, Draft(plan="BS", quantity=6))
    assert (heard.quantity, heard.unknown_customer) == ("7", None)
    assert heard.newcomer is None or not heard.newcomer.address.street


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("respaldar 2 computadoras y un servidorcito, business basic", "3"),
        ("business basic para 2 computadoras y 1 servidor", "3"),
        ("business basic for 2 old laptops and a server", "3"),
        ("business basic for 2 computers and 1 server", "3"),
        ("business basic for 2 PCs, 4 laptops and a server", "7"),
        ("business basic pra 2 computadores e um servidor", "3"),
        ("business basic para 12 en ventas y 8 en soporte", "20"),
        ("business basic for 12 in the warehouse and 8 in the shop", "20"),
        ("business basic, 12 na matriz e 8 na filial", "20"),
        ("business basic para 12 personas", "12"),
    ],
)
def test_parts_of_one_number_are_summed(text: str, quantity: str) -> None:
    heard = hear(text)
    assert (heard.quantity, heard.other, heard.unknown_customer) == (quantity, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "no, con 15 y de copilot nada",
        "no, con 15 y nada de copilot",
        "no, 15 and no copilot at all",
        "15, and copilot none",
        "não, com 15 e de copilot nada",
        "15 e o copilot zero",
        "son 15, el copilot ninguno",
    ],
)
def test_of_what_is_not_wanted_there_is_no_number(text: str) -> None:
    heard = hear(text, Step.CONFIRM, Draft(plan="BP", quantity=20, add_ons=(AddOnChoice("COP"),)))
    assert (heard.quantity, [(each.removed, each.quantity) for each in heard.add_ons]) == (
        "15",
        [(True, None)],
    )


@pytest.mark.parametrize(
    "text",
    [
        "one Business Basic, paying monthly",
        "just one business premium seat",
        "they need one mailbox of Business Basic",
        "una cuenta de business basic mensual",
        "nomás uno de business basic",
        "só um business basic",
        "uma caixa do business basic",
        "That'd be Business Basic, just the one, paid yearly",
        "business basic yearly, only the one, for Harbor Dental",
        "business basic for her alone, yearly",
        "business basic, una caja sola, mensual",
        "business basic mensual, nomás una, para San Rafael",
        "business basic, una cuenta y ya, mensual",
        "business basic para ella sola",
        "Business Basic. uma caixa só, mensal",
        "business basic, uma conta só, mensal",
        "business basic só pra ela, mensal",
    ],
)
def test_one_of_a_plan_is_a_number(text: str) -> None:
    assert hear(text).quantity == "1"


@pytest.mark.parametrize(
    "text",
    [
        "un business basic para mi cliente",
        "um business premium",
        "the one business basic has",
        "a business basic",
        "business basic, that one, yearly",
        "another one. business basic yearly",
        "just me again, need business basic",
        "una cosa, business basic anual",
        "um minuto. business basic",
    ],
)
def test_an_article_is_none(text: str) -> None:
    assert hear(text).quantity is None


@pytest.mark.parametrize(
    "text", ["business basic, a couple, yearly", "business basic, un par", "basic, um par"]
)
def test_a_couple_is_two(text: str) -> None:
    assert hear(text).quantity == "2"


def test_a_number_beside_a_plan_counts_it_whatever_stands_before() -> None:
    assert hear("off last year's invoice: 6 x Business Basic, annual plan").quantity == "6"
    assert hear("invoice 4471: Business Basic").quantity is None


@pytest.mark.parametrize("whom", ["para una empresa nueva", "para un cliente", "pra uma padaria"])
def test_whom_an_add_on_is_for_is_no_number_of_it(whom: str) -> None:
    heard = hear(f"14 exchange basic con el filtro spam, {whom}")
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("SPM", None)]


def test_who_came_more_is_no_part_of_the_new_number() -> None:
    heard = hear("they hired two more, 18 not 16", Step.CONFIRM, Draft(plan="BS", quantity=16))
    assert (heard.quantity, heard.relation) == ("18", Relation.EXACT)
    heard = hear("2 more please", Step.CONFIRM, Draft(plan="BS", quantity=16))
    assert (heard.quantity, heard.relation) == ("2", Relation.MORE)
