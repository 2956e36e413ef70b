"""The words of a dictated domain name no customer, and its price is that of no plan."""

import pytest

from bot.ordering.catalog import Term
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import shop

HOSTING = Draft(plan="BP", quantity=5)


def heard(text: str, tagged: str, name: str, step: Step = Step.DOMAIN) -> Heard:
    start = text.index(tagged)
    entity = Entity("domain", name, start, start + len(tagged))
    return listen(Sentence(text, [entity], shop(), HOSTING, step, "inform"))


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("uno nuevo, la espiga del norte punto com, todo junto", "norte punto com", "norte.com"),
        ("registra tornillo y tuercas punto com", "tuercas punto com", "tuercas.com"),
        ("la espiga feliz ponto com, tudo junto", "feliz ponto com", "feliz.com"),
        ("san gabriel dental dot com, all one word", "dental dot com", "dental.com"),
    ],
)
def test_a_domain_that_is_dictated_names_nobody(text: str, tagged: str, name: str) -> None:
    assert heard(text, tagged, name).customers == ()


def test_whoever_is_named_beside_it_is_heard() -> None:
    said = heard("tuercas norte punto com, todo junto, es para La Espiga", "norte punto com", "norte.com")
    assert said.customers == ("esp",)


@pytest.mark.parametrize(
    "text",
    ["buy tuercas.com, the cheap one", "o mais barato, tuercas.com", "tuercas.com, el más barato, es nuevo"],
)
def test_the_cheap_one_beside_a_domain_is_the_domain(text: str) -> None:
    assert heard(text, "tuercas.com", "tuercas.com").plans == ()


@pytest.mark.parametrize(
    "text", ["tuercas.com, y el más barato de los planes", "tuercas.com on the cheapest plan"]
)
def test_the_cheap_plan_beside_a_domain_is_a_plan(text: str) -> None:
    assert heard(text, "tuercas.com", "tuercas.com").plans == ("BB",)


@pytest.mark.parametrize(
    ("text", "tagged", "name", "term"),
    [
        ("the blue annual report dot com, no spaces", "report dot com", "report.com", None),
        ("informe anual azul punto com, todo junto", "azul punto com", "azul.com", None),
        ("relatório anual azul ponto com, tudo junto", "azul ponto com", "azul.com", None),
        ("informe azul punto com, todo junto, y anual", "azul punto com", "azul.com", Term.YEAR),
    ],
)
def test_no_word_of_it_is_a_term(text: str, tagged: str, name: str, term: Term | None) -> None:
    start, said = text.index(tagged), text.index("anual" if "anual" in text else "annual")
    entities = [
        Entity("domain", name, start, start + len(tagged)),
        Entity("term", Term.YEAR, said, said + len("anual")),
    ]
    assert listen(Sentence(text, entities, shop(), HOSTING, Step.DOMAIN, "inform")).term == term
