"""A name that is taken back for the next one in the same message."""

import re

import pytest

from bot.ordering.domain_edges import Span
from bot.ordering.domain_words import DomainListener
from bot.ordering.draft import Step

TLDS = ("com", "net", "org", "mx", "com.br", "com.mx")


def heard_names(text: str, known: tuple[str, ...] = (), step: Step | None = Step.DOMAIN) -> list[str]:
    found = [Span(each.group(), *each.span()) for each in re.finditer(r"[\w-]+(?:\.[a-z]+)+", text)]
    listener = DomainListener(text, found, TLDS, step, "inform", known=known)
    return [name.text for name in listener.listen().names if not name.removed]


@pytest.mark.parametrize("step", [Step.DOMAIN, Step.DOMAIN_TAKEN, None])
@pytest.mark.parametrize(
    "text",
    [
        "registra uno.com, perdón, dos.com, es con s",
        "primero pensaban en uno.net pero no, quedó en dos.com, regístralo",
        "uno.com... no, espera, dos.com",
        "registra uno.com, digo dos.com",
        "queremos uno.com. No, mejor dos.com",
        "al principio era uno.com pero el jefe dice que dos.com",
        "uno.com, ay me equivoqué, es dos.com",
        "la señora quería uno.com pero cambió de opinión, va a ser dos.com",
        "so let's buy uno.com. no wait, dos.com, sorry",
        "she first wanted uno.net but settled on dos.com, so register that",
        "register uno.com, oops I mean dos.com",
        "uno.com... scratch that, dos.com",
        "originally it was going to be uno.com but they like dos.com better",
        "uno.com, no, dos.com",
        "they were going for uno.com but changed their minds, dos.com it is",
        "ele queria uno.net mas mudou de ideia, vai ser dos.com, registra esse",
        "registra uno.com.br, ops, dos.com, é da serra",
        "uno.com, aliás dos.com",
        "registra uno.com. não, pera, é dos.com",
        "no começo ia ser uno.com mas a filha escolheu dos.com",
        "uno.com, desculpa, é dos.com",
    ],
)
def test_only_the_last_is_meant(text: str, step: Step | None) -> None:
    assert heard_names(text, step=step) == ["dos.com"]


@pytest.mark.parametrize(
    "text",
    [
        "registra uno.com y dos.com",
        "uno.com, perdón, y también dos.com",
        "uno.com. Ah, se me olvidaba dos.com",
        "uno.com, perdón, dos.com también",
        "uno.com and, sorry, dos.com too",
        "register uno.com. oops, forgot dos.com",
        "first uno.com and then dos.com",
        "first we want uno.com, plus dos.com",
        "primero uno.com y después dos.com",
        "registra uno.com, desculpa, e dos.com",
        "primeiro uno.com e depois dos.com",
        "quería uno.com pero también dos.com",
    ],
)
def test_both_are_meant(text: str) -> None:
    assert heard_names(text) == ["uno.com", "dos.com"]


def test_the_order_s_own_is_not_taken_back_in_passing() -> None:
    assert "uno.com" in heard_names("uno.com está bien, perdón, dos.com", known=("uno.com",), step=None)


def test_of_three_that_before_the_last_is_taken_back() -> None:
    assert heard_names("uno.com y dos.com, perdón, tres.com") == ["uno.com", "tres.com"]


def test_a_question_takes_nothing_back() -> None:
    assert heard_names("uno.com, sorry, dos.com?") == ["uno.com", "dos.com"]


@pytest.mark.parametrize(
    "text",
    [
        "quiero uno.com pero no dos.com",
        "uno.com, perdón, no dos.com",
        "uno.com, mejor que dos.com",
        "uno.com al final, no dos.com",
        "uno.com, no, dos.com no",
        "quería uno.com pero dos.com no",
        "quero uno.com mas não dos.com",
        "uno.com, na verdade dos.com não",
        "uno.com é melhor do que dos.com",
        "uno.com, sorry, not dos.com",
        "uno.com, rather than dos.com",
        "uno.com, which is better than dos.com",
        "uno.com, sorry, dos.com was a typo",
        "they were going with uno.com but not dos.com",
    ],
)
def test_what_is_refused_behind_it_takes_no_place(text: str) -> None:
    assert heard_names(text) == ["uno.com"]


@pytest.mark.parametrize(
    "text",
    [
        "uno.com, sorry, dos.com is taken",
        "register uno.com, sorry for the wait, the old site is dos.com",
        "uno.com, disculpa, su competencia es dos.com",
        "queria uno.com mas o site antigo é dos.com",
    ],
)
def test_one_that_is_only_spoken_of_takes_no_place(text: str) -> None:
    assert "uno.com" in heard_names(text)
