"""A word that happens to stand in a customer's name names nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.order import AccountType, Customer
from bot.ordering.reading import Sentence, listen
from tests.ordering import shops

NAMES = {
    "tres": "Yerbatera Las Tres Marías",
    "rosa": "Rosalinda Quiroga Peña",
    "cole": "Colegio Los Teros",
    "boa": "Estaleiro Boa Maré Ltda",
    "compadres": "Refaccionaria Los Compadres SA de CV",
    "good": "Good Morning Harvest Bakery",
}
KNOWN = shops.shop()
SHOP = replace(
    KNOWN,
    customers=(
        *KNOWN.customers,
        *(Customer(key, name, AccountType.COMMERCIAL) for key, name in NAMES.items()),
    ),
)


def hear(text: str, draft: Draft, step: Step | None) -> Heard:
    found = shops.entities(text)
    for words, number in (("tres docenas", "36"), ("tres", "3")):  # as the engine tags them
        if words in text.lower():
            start = text.lower().index(words)
            found.append(Entity("number", number, start, start + len(words)))
            break
    return listen(Sentence(text, found, SHOP, draft, step, "inform"))


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("y con archivado pa los tres", Step.TERM),
        ("o sea tres en total y que lo pague cada mes", Step.TERM),
        ("tres docenas de business premium", None),
        ("quiero google workspace para un colegio", None),
        ("qué pena, que sea anual mejor", Step.CONFIRM),
        ("que pena, mejor anual", Step.CONFIRM),
        ("boa tarde", None),
        ("ando apurado compa, ocupo business premium", None),
        ("morning! 5 business premium please", None),
        ("sounds good, yearly", Step.TERM),
        ("boa, anual", Step.TERM),
    ],
)
def test_a_word_of_talk_is_nobody(text: str, step: Step | None) -> None:
    draft = Draft(plan="BP", quantity=3, customer="tor" if step is Step.CONFIRM else None, term=Term.MONTH)
    assert hear(text, draft if step else Draft(), step).customers == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("5 business premium para las tres marías", "tres"),
        ("5 business premium para el colegio", "cole"),
        ("5 business premium para la señora peña", "rosa"),
        ("dice que tornillo quiere 5 business premium", "tor"),
        ("5 business premium para compadres", "compadres"),
        ("5 business premium pro boa maré", "boa"),
        ("5 business premium para boa", "boa"),
        ("5 business premium, cliente boa", "boa"),
        ("good harvest wants 5 business premium", "good"),
    ],
)
def test_a_word_of_a_name_is_that_customer(text: str, key: str) -> None:
    assert hear(text, Draft(), None).customers == (key,)


def test_a_number_is_none_of_a_name_beside_another_customer() -> None:
    heard = hear("tres docenas de business premium p/ la espiga, anualizado", Draft(), None)
    assert (heard.customers, heard.quantity) == (("esp",), "36")


def test_who_is_asked_for_may_be_named_by_it() -> None:
    assert hear("es un colegio", Draft(plan="BP", quantity=3), Step.CUSTOMER).customers == ("cole",)


@pytest.mark.parametrize(
    "name",
    ["Panadería Rosita", "Ferretería Doña Lupe", "Frutería Doña Lupe", "Panadería Central", "Tornillo Norte"],
)
def test_another_shop_of_the_kind_is_not_the_one_we_know(name):
    heard = hear(f"5 business basic para {name}", Draft(), None)
    assert (heard.customers, heard.unknown_customer) == ((), name)


@pytest.mark.parametrize("text", ["5 business basic para la Panadería", "5 Business Basic, Ferretería, Visa"])
def test_the_only_one_of_the_kind_is_meant_by_it(text):
    assert len(hear(text, Draft(), None).customers) == 1


@pytest.mark.parametrize(
    "text", ["5 business premium for Oak Tornillo", "Oak Tornillo LLC, 5 business premium"]
)
def test_a_word_of_a_name_behind_another_name_is_somebody_else(text: str) -> None:
    assert hear(text, Draft(), None).customers == ()


@pytest.mark.parametrize(
    "text", ["8 business standard anual espiga", "8 basic, espiga", "espiga, 8 licencias"]
)
def test_another_order_at_the_review_is_for_whom_it_names(text: str) -> None:
    draft = Draft(plan="BP", quantity=3, term=Term.MONTH, customer=KNOWN.customers[1], payment="card-v")
    assert hear(text, draft, Step.CONFIRM).customers == ("esp",)


@pytest.mark.parametrize("text", ["espiga me dijo que 8", "quieren 8, eso dijo la espiga"])
def test_who_says_so_is_no_other_customer(text: str) -> None:
    draft = Draft(plan="BP", quantity=3, term=Term.MONTH, customer=KNOWN.customers[1], payment="card-v")
    assert hear(text, draft, Step.CONFIRM).customers == ()
