"""Which of several numbers is how many, where that is asked; what cannot be told for sure is asked back."""

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Relation
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import entities, hear, shop

OPEN = Draft(plan="BB")
WHOLE = Draft(plan="BS", quantity=10, term="year", add_ons=())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("21 pls, 20 staff and the owner", "21"),
        ("16, 15 staff plus the boss", "16"),
        ("we've 30 people, 18 pls", "18"),
        ("make it 5, the 2 laptops she has at home don't need it", "5"),
        ("20 employees, put 5 on it", "5"),
        ("i'll go with 7, the other 12 pcs are leased", "7"),
        ("8 should do, 6 desks and 2 vans", "8"),
        ("12 please, the 3 temps share one", "12"),
        ("10 laptops, 3 of them new", "10"),
        ("sorry took me 20 mins to find the list, it's 26", "26"),
        ("20, 3 quit, 17", "17"),
        ("just the one, an old mac from 2014", "1"),
        ("21 porfa, 20 empleados y el dueño", "21"),
        ("con 5 la arma, son 3 cajas y las 2 lap de los dueños", "5"),
        ("le alcanza con 4, porque las otras 10 computadoras son rentadas", "4"),
        ("con 8 tiene, los otros 12 equipos son viejos", "8"),
        ("ponle 5, las 2 laptops de su casa no lo necesitan", "5"),
        ("tardé 20 mins en encontrar la lista, son 26", "26"),
        ("el doble del año pasado, que fueron 8, o sea 16", "16"),
        ("21 pfv, 20 funcionários e o dono", "21"),
        ("5 dá e sobra, são 3 caixas e 2 notes dos donos", "5"),
        ("com 4 ele se vira, os outros 10 computadores são alugados", "4"),
        ("põe 5, os 2 notebooks da casa dela não precisam", "5"),
        ("5 no alcanza, creo que andan por los 12", "12"),
        ("demorei 20 mins pra achar a lista, é 26", "26"),
        ("o dobro do ano passado que foram 8, ou seja 16", "16"),
    ],
)
def test_the_number_that_is_said_to_be_it(text: str, count: str) -> None:
    heard = hear(text, Step.QUANTITY, OPEN)
    assert (heard.quantity, heard.other, heard.relation) == (count, None, Relation.EXACT)


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("4 have it already, the other 10 need it", "4", "10"),
        ("10 licenses last year, 12 pls", "10", "12"),
        ("3 owners, 12 staff members in the shop", "3", "12"),
        ("tienen 3 socios y ya contrataron 12 empleados", "3", "12"),
        ("4 já têm, os outros 10 vão ter", "4", "10"),
    ],
)
def test_what_may_be_either_is_asked(text: str, one: str, two: str) -> None:
    heard = hear(text, Step.QUANTITY, OPEN)
    assert (heard.quantity, heard.other) == (one, two)


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("duas dezenas, vinte né", "pt", "20"),
        ("duas centenas", "pt", "200"),
        ("duas dúzias", "pt", "24"),
        ("dos decenas de licencias", "es", "20"),
        ("dos veintenas", "es", "40"),
    ],
)
def test_tens_and_dozens(text: str, language: str, count: str) -> None:
    two = Entity("number", "2", 0, text.index(" "))
    heard = listen(Sentence(text, [two], shop(), OPEN, Step.QUANTITY, language=language))
    assert heard.quantity == count


@pytest.mark.parametrize(
    "text",
    [
        "double what the tornillo got, that was 11, so 22",
        "same as la espiga, 22",
        "el doble que El Tornillo, ellos llevaron 11, o sea 22",
        "igual que La Espiga, 22",
        "o dobro da Espiga, eles pegaram 11, então 22",
    ],
)
def test_whose_number_it_is_like_is_not_the_customer(text: str) -> None:
    heard = hear(text, Step.QUANTITY, OPEN)
    assert (heard.quantity, heard.customers, heard.unknown_customer) == ("22", (), None)


@pytest.mark.parametrize("text", ["22, the same for la espiga", "igual 22 para La Espiga", "22 pra Espiga"])
def test_whom_it_is_for_is_the_customer(text: str) -> None:
    assert hear(text, Step.QUANTITY, OPEN).customers == ("esp",)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("there's 9 of us plus the front desk machine, so 10", Step.QUANTITY),
        ("6 plus the server, so 7", Step.QUANTITY),
        ("só 1, pro servidor velhinho", Step.QUANTITY),
        ("só 1, pro notebook do dono", Step.QUANTITY),
        ("no cartão final 4242, é o da empresa", Step.PAYMENT),
        ("no da empresa", Step.PAYMENT),
        ("la 4242, es la de la empresa", Step.PAYMENT),
    ],
)
def test_a_word_of_talk_changes_no_plan(text: str, step: Step) -> None:
    draft = OPEN if step is Step.QUANTITY else WHOLE
    assert not hear(text, step, draft, language="pt" if "o" in text.split()[-2] else "").plans


def test_a_plan_that_is_named_still_changes_it() -> None:
    assert hear("5 premium", Step.QUANTITY, OPEN).plans == ("BP",)
    assert hear("change it to the premium, 5", Step.QUANTITY, OPEN).plans == ("BP",)
    assert hear("linux hosting pro", Step.QUANTITY, OPEN, language="pt").plans == ("LNX",)
    assert hear("no, it's the google one", Step.CONFIRM, WHOLE).plans == ("GSD",)


def test_how_many_cards_there_are_is_no_number_of_licenses() -> None:
    assert hear("there's just 2, the visa", Step.PAYMENT, WHOLE).quantity is None
    assert hear("make it just 2", Step.PAYMENT, WHOLE).quantity == "2"
    assert hear("only 2 licenses", Step.PAYMENT, WHOLE).quantity == "2"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("i'd say monthly, 12 months is too long for a tryout", "month"),
        ("i'd say annual, monthly is too fiddly", "year"),
        ("yo diría mensual, 12 meses es mucho", "month"),
        ("mensal pfv, o ano inteiro pesa demais no caixa", "month"),
        ("eu diria mensal, 12 meses é muito longo", "month"),
        ("annual, they'll like it. monthly was a thought", "year"),
        ("first they said annual, the boss says monthly", "month"),
    ],
)
def test_a_term_of_which_it_is_said_why_not(text: str, term: str) -> None:
    spoken = {"12 months": "year", "12 meses": "year", "o ano inteiro": "year", "monthly": "month"}
    spoken |= {"annual": "year", "mensual": "month", "mensal": "month"}
    known = [one for one in entities(text) if one.kind == "number" and "12" not in one.value]
    known += [
        Entity("term", value, text.index(word), text.index(word) + len(word))
        for word, value in spoken.items()
        if f" {word}" in f" {text}"
    ]
    known.sort(key=lambda one: one.start)
    draft = Draft(plan="BS", quantity=10)
    assert listen(Sentence(text, known, shop(), draft, Step.TERM)).term == term
