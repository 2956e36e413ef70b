"""Which messages ask for the order before once more, and how many the copy has."""

import pytest

from bot.ordering.draft import Draft
from bot.ordering.heard import Relation
from bot.ordering.repeating import of_a_copy, wants_again
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    "text",
    [
        "otro igual para la espiga, sin defender",
        "y para la espiga también, pero 3 nada más",
        "a la espiga también",
        "espiga as well please, 4 of them",
        "one of those for espiga too",
        "mais um igual, sem o archiving",
        "pode repetir? só muda pra 20",
        "um desses pra espiga também",
    ],
)
def test_the_order_before_is_wanted_again(text: str) -> None:
    assert wants_again(hear(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "puedes repetir?",
        "can you repeat that?",
        "¿y la espiga también tiene visa?",
        "también quiero hacer un pedido para la espiga",
        "3 business basic para la espiga también",
        "10 usuarios",
        "same to you!",
        "same card",
        "con la misma tarjeta, mensual",
        "para el mismo cliente",
        "mesmo cartão",
        "hola",
    ],
)
def test_what_asks_or_names_something_else_repeats_nothing(text: str) -> None:
    assert not wants_again(hear(text), text)


@pytest.mark.parametrize(
    ("text", "quantity", "relation"),
    [
        ("another 6 of the same for espiga", "6", Relation.EXACT),
        ("otros 6 iguales para la espiga", "6", Relation.EXACT),
        ("6 more of the same", "6", Relation.EXACT),
        ("one more like that but for espiga", None, Relation.EXACT),
        ("uno más igual para la espiga", None, Relation.EXACT),
        ("igual ao anterior, mas 10", "10", Relation.EXACT),
        ("duplica ese pedido para la espiga", None, Relation.EXACT),
        ("duplica o pedido", None, Relation.EXACT),
        ("lo mismo pero el doble", "2", Relation.TIMES),
        ("the same but 2 more", "2", Relation.MORE),
        ("lo mismo pero 2 más para la espiga", "2", Relation.MORE),
        ("lo mismo pero 10", "10", Relation.EXACT),
    ],
)
def test_a_copy_counts_by_itself(text: str, quantity: str | None, relation: Relation) -> None:
    heard = of_a_copy(hear(text, draft=Draft(plan="BS", quantity=8)), text)
    assert (heard.quantity, heard.relation) == (quantity, relation)


@pytest.mark.parametrize(
    "text",
    ["double that for la espiga", "el doble de eso para la espiga", "o dobro disso pra la espiga"]
    + ["el doble para san rafael", "triple that for san rafael", "half that for san rafael"],
)
def test_a_multiple_of_the_order_before_repeats_it(text: str) -> None:
    assert wants_again(hear(text), text)


@pytest.mark.parametrize("text", ["double check it for la espiga", "la espiga", "el doble"])
def test_a_double_of_nothing_repeats_nothing(text: str) -> None:
    assert not wants_again(hear(text), text)
