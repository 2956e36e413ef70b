"""Where a domain's name comes from, and that it is new, is no claim that somebody has the domain."""

import re

import pytest

from bot.ordering.domain_asked import tells_name
from bot.ordering.domain_heard import HeardDomains, HeardName
from bot.ordering.draft import Step
from tests.ordering.domain_shop import heard


def at_question(text: str) -> HeardDomains:
    names = re.findall(r"[\w-]+(?:\.[a-z]+)+", text)
    return heard(text, *names, step=Step.DOMAIN)


@pytest.mark.parametrize(
    "text",
    [
        "uno.com, named after the owner",
        "uno.com, after the owner's cat",
        "uno.com, they have a cat by that name",
        "uno.com, it's the client's nickname",
        "uno.com, it's what the client calls her dog",
        "it's a new registration, uno.org, the charity of theirs",
        "it's for their own brand, uno.com, a new registration",
        "uno.com, así se llaman las gatas de la dueña",
        "uno nuevo, uno.com, como el perro de la dueña",
        "uno.com, es el apodo de la dueña",
        "uno.com, tienen una gata que se llama así",
        "queremos uno.com, es que tienen un gato que duerme en el horno",
        "uno.com, por el barco del dueño, hay que registrarlo",
        "registro nuevo, uno.org, es la fundación de ellos",
        "registro nuevo: uno.com, que es suyo el nombre",
        "uno.com, são as gatas da dona",
        "um novo, uno.com.br, como o cachorro da dona",
        "uno.com, é o apelido da dona",
        "uno.com, eles têm uma gata que se chama assim",
        "vai ser uno.org, é o projeto social deles, registro novo",
        "vai ser uno.org, é o projeto social deles",
        "registro novo: uno.com.br, é o instituto deles",
        "a mulher dele inventou: uno.com.br. Compra antes que ela desista kkk",
        "a dona inventou: uno.com.br. Registra antes que ela desista",
        "la dueña lo soñó: uno.com. Regístralo antes de que se arrepienta",
        "their idea: uno.com. Buy it before they change their minds",
    ],
)
def test_a_story_claims_nothing(text: str) -> None:
    found = at_question(text)
    assert [(name.theirs, name.transfer, name.removed) for name in found.names] == [(False, False, False)]
    assert (found.theirs, found.none) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "uno.com, it's the owner's",
        "uno.com, they have a site there",
        "uno.com, it's not a new one, they own it",
        "they already own it: uno.com",
        "their website is uno.com",
        "uno.com, es de la dueña",
        "uno.com, ya lo tienen",
        "uno.com, tienen una página ahí",
        "uno.com, lo tiene la esposa del dueño",
        "uno.com, no es nuevo, es de ellos",
        "ellos ya tienen uno nuevo, uno.com, lo compraron ayer",
        "la página de la dueña es uno.com",
        "uno.com é deles",
        "uno.com, tem um site lá",
        "uno.com, é o domínio antigo deles",
        "uno.com, não é novo, é deles",
        "o site deles é uno.com",
    ],
)
def test_a_claim_is_one(text: str) -> None:
    assert [name.theirs for name in at_question(text).names] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "uno.com, named after the cat who is apparently a fox",
        "uno.com (don't ask how they found it)",
        "uno.com, por la abuela, que es quien lo pensó",
        "uno.com, é da avó, que é quem inventou",
        "let's go with uno.com",
    ],
)
def test_a_name_is_told_whatever_is_remarked_behind_it(text: str) -> None:
    assert tells_name(text, HeardDomains(names=(HeardName("uno.com"),)))


@pytest.mark.parametrize(
    "text",
    [
        "who owns uno.com",
        "uno.com, who owns it",
        "uno.com, quién lo tiene",
        "uno.com, quem é o dono",
        "is uno.com any good?",
        "uno.com who is that",
    ],
)
def test_who_asks_about_a_name_tells_none(text: str) -> None:
    assert not tells_name(text, HeardDomains(names=(HeardName("uno.com"),)))
