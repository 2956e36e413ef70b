"""Which of the add-ons on offer are wanted, where others are refused, theirs already, or none of them."""

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop
from tests.ordering import shops

BACKUP = shops.solution(
    "Acronis Backup",
    {"AST": "Acronis Backup Standard", "AAD": "Acronis Backup Advanced"},
    {"ACR-STO": "Cloud Storage 100 GB", "ACR-SEC": "Advanced Security", "ACR-DR": "Disaster Recovery"},
)
KNOWN = shops.shop()
SHOP = Shop(
    KNOWN.account, Catalog((*shops.SOLUTIONS, BACKUP), KNOWN.catalog.tlds), KNOWN.customers, KNOWN.cards
)
ADVANCED = Draft(plan="AAD", quantity=10)
OFFERED = ("ACR-STO", "ACR-SEC", "ACR-DR")
NUMBERS = {
    "dos": "2",
    "dois": "2",
    "two": "2",
    "tres": "3",
    "três": "3",
    "three": "3",
    "zero": "0",
    "cero": "0",
}


def entities(text: str) -> list[Entity]:
    """Numbers in words, too, as the engine would tag them."""
    found, start = shops.entities(text), 0
    for word in text.replace(",", " ").split(" "):
        if word in NUMBERS:
            found.append(Entity("number", NUMBERS[word], start, start + len(word)))
        start += len(word) + 1
    return sorted(found, key=lambda each: each.start)


def chosen(text: str, language: str, intent: str = "inform") -> str | None:
    """Short: "SEC=3 DR"; "" is none of them, None that nothing is settled."""
    context = (ADVANCED, Step.ADD_ONS, intent, OFFERED, Step.ADD_ONS, (), language)
    heard = listen(Sentence(text, entities(text), SHOP, *context))
    draft = decide(Message(heard, intent, text, Step.ADD_ONS), ADVANCED, {}, SHOP).draft
    assert (draft.plan, draft.quantity) == ("AAD", 10)
    if draft.add_ons is None:
        return None
    named = ((each.mpn.removeprefix("ACR-"), each.quantity) for each in draft.add_ons)
    return " ".join(f"{name}={count}" if count else name for name, count in named)


@pytest.mark.parametrize("intent", ["inform", "remove", "deny"])
@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("sin el primero, pero el segundo sí", "es", "SEC"),
        ("el primero no, el segundo sí", "es", "SEC"),
        ("el segundo y el tercero, el primero no", "es", "SEC DR"),
        ("no el primero, el tercero", "es", "DR"),
        ("los dos primeros no, el último sí", "es", "DR"),
        ("la primera no la quieren, la segunda sí", "es", "SEC"),
        ("el primero no, los otros dos sí", "es", "SEC DR"),
        ("el primero ya lo tienen, ponle el segundo", "es", "SEC"),
        ("no, el segundo", "es", "SEC"),
        ("ninguno excepto el segundo", "es", "SEC"),
        ("sin el primero", "es", ""),
        ("not the first, but the second yes", "en", "SEC"),
        ("skip the first, the other two yes", "en", "SEC DR"),
        ("the first two, not the third", "en", "STO SEC"),
        ("drop the first, keep the second", "en", "SEC"),
        ("I don't need the first, the second yes", "en", "SEC"),
        ("the first but not the second", "en", "STO"),
        ("the second and third", "en", "SEC DR"),
        ("not the first one, but the second one", "en", "SEC"),
        ("none except the second one", "en", "SEC"),
        ("the first one and the third one", "en", "STO DR"),
        ("none, that's the last one", "en", ""),
        ("o primeiro não, o segundo sim", "pt", "SEC"),
        ("sem o primeiro, mas o segundo pode pôr", "pt", "SEC"),
        ("os dois primeiros não, o terceiro sim", "pt", "DR"),
        ("tira o primeiro, o resto pode pôr", "pt", "SEC DR"),
        ("o primeiro eles já têm, o segundo pode pôr", "pt", "SEC"),
        ("só o primeiro, os outros não", "pt", "STO"),
    ],
)
def test_what_is_pointed_at_may_be_refused(text: str, language: str, expected: str, intent: str) -> None:
    assert chosen(text, language, intent) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("acr-sec e acr-dr, 5 de cada", "pt", "SEC=5 DR=5"),
        ("ACR-SEC, ACR-DR: 5 de cada um", "pt", "SEC=5 DR=5"),
        ("acr-sec y acr-dr, 5 de cada uno", "es", "SEC=5 DR=5"),
        ("acr-sec and DR, 5 of each", "en", "SEC=5 DR=5"),
        ("el primero y el tercero, 2 de cada uno", "es", "STO=2 DR=2"),
        ("los dos primeros, 4 de cada uno", "es", "STO=4 SEC=4"),
        ("the second and third, 4 of each", "en", "SEC=4 DR=4"),
        ("o segundo e o terceiro, 4 de cada", "pt", "SEC=4 DR=4"),
        ("2 of each please", "en", "STO=2 SEC=2 DR=2"),
        ("todos, 2 de cada", "pt", "STO=2 SEC=2 DR=2"),
    ],
)
def test_so_many_of_each_is_of_those_that_are_named(text: str, language: str, expected: str) -> None:
    assert chosen(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("0 storage, 3 security", "en", "SEC=3"),
        ("3 security, 0 storage", "en", "SEC=3"),
        ("storage: 0, security: 3", "en", "SEC=3"),
        ("zero storage, three security", "en", "SEC=3"),
        ("0 of the storage, 3 of the security", "en", "SEC=3"),
        ("0 storage and 3 security and 0 DR", "en", "SEC=3"),
        ("0 de storage y 3 de security", "es", "SEC=3"),
        ("cero storage, tres security", "es", "SEC=3"),
        ("storage x0, security x3", "es", "SEC=3"),
        ("0 storage", "es", ""),
        ("security 3, storage 0", "pt", "SEC=3"),
        ("zero storage e três security", "pt", "SEC=3"),
        ("0 storage, 0 security, 0 dr", "pt", ""),
        ("10 storage, 3 security", "en", "STO SEC=3"),
    ],
)
def test_zero_of_it_is_a_refusal(text: str, language: str, expected: str) -> None:
    assert chosen(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("storage eles já têm, o resto pode pôr", "pt", "SEC DR"),
        ("já usam storage de outro lugar, bota o resto", "pt", "SEC DR"),
        ("storage e DR eles já têm, o resto pode colocar", "pt", "SEC"),
        ("storage eles já têm, os outros dois sim", "pt", "SEC DR"),
        ("storage ya tienen, el resto ponlo", "es", "SEC DR"),
        ("ya tienen storage, los otros dos sí", "es", "SEC DR"),
        ("el storage ya lo tienen, agrega lo demás", "es", "SEC DR"),
        ("ponle todos, el storage ya lo tienen", "es", "SEC DR"),
        ("they already have storage, add the rest", "en", "SEC DR"),
        ("they've already got storage so add the others", "en", "SEC DR"),
        ("they've already got storage, the other two please", "en", "SEC DR"),
        ("storage is covered, everything else yes", "en", "SEC DR"),
        ("not the storage, the others", "en", "SEC DR"),
        ("agrega security porque ya tienen storage", "es", "SEC"),
        ("add security because they already have storage", "en", "SEC"),
        ("coloca security porque já têm storage", "pt", "SEC"),
        ("storage eles já têm, o resto não sei", "pt", None),
        ("storage they have, the rest is expensive", "en", None),
        ("they already have storage, what does the rest cost?", "en", None),
        ("el storage no, el resto tampoco", "es", ""),
        ("el storage ya lo tienen, los otros también", "es", None),
        ("storage they already have, the rest as well", "en", None),
        ("storage eles já têm, o resto também", "pt", None),
    ],
)
def test_what_they_have_leaves_the_others(text: str, language: str, expected: str | None) -> None:
    assert chosen(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("todos excepto el cloud storage porque ya tienen su NAS", "es", "SEC DR"),
        ("todos menos storage, ya tienen su NAS", "es", "SEC DR"),
        ("todos, menos storage", "es", "SEC DR"),
        ("los tres menos el storage", "es", "SEC DR"),
        ("todos pero sin storage", "es", "SEC DR"),
        ("todos, storage no", "es", "SEC DR"),
        ("todos menos el primero", "es", "SEC DR"),
        ("everything except storage because they already have a NAS", "en", "SEC DR"),
        ("all but storage since they've got a NAS", "en", "SEC DR"),
        ("all three except storage", "en", "SEC DR"),
        ("all three but not the storage", "en", "SEC DR"),
        ("everything, minus the storage", "en", "SEC DR"),
        ("add them all, no storage though", "en", "SEC DR"),
        ("all but the last one", "en", "STO SEC"),
        ("todos exceto storage porque já têm NAS", "pt", "SEC DR"),
        ("todos menos o storage, que eles já têm", "pt", "SEC DR"),
        ("os três, menos storage", "pt", "SEC DR"),
        ("bota tudo, só o storage não", "pt", "SEC DR"),
        ("todos menos o último", "pt", "STO SEC"),
        ("quiero todos, el storage no", "es", "SEC DR"),
        ("no quiero todos, el storage no", "es", ""),
        ("all in all, no storage", "en", ""),
        ("all good, no storage", "en", ""),
        ("that's everything, no storage", "en", ""),
        ("not all of them, no storage", "en", ""),
        ("todo bien, sin storage", "es", ""),
        ("todos sin storage", "es", ""),
        ("tudo certo, sem storage", "pt", ""),
    ],
)
def test_all_of_them_but_one(text: str, language: str, expected: str) -> None:
    assert chosen(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("no storage but no security either", "en", ""),
        ("no quieren storage pero tampoco security", "es", ""),
        ("não querem storage mas também não querem security", "pt", ""),
        ("storage but not security", "en", "STO"),
        ("storage pero no security", "es", "STO"),
        ("coloca o security, storage não", "pt", "SEC"),
        ("agrega, no storage, security", "es", "SEC"),
        ("no storage but security", "en", "SEC"),
        ("don't forget the storage", "en", "STO"),
        ("no olvides el storage", "es", "STO"),
    ],
)
def test_a_no_behind_a_but_is_one_more(text: str, language: str, expected: str) -> None:
    assert chosen(text, language) == expected
