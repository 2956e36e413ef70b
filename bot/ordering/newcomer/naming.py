"""A customer's name as it is written, told from what only describes somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.ordering.draft import Step
from bot.ordering.newcomer.pieces import MASK, Piece
from bot.ordering.newcomer.situation import KINDS, Situation
from bot.ordering.newcomer.words import (
    PARTICLES,
    after,
    any_of,
    is_only,
    is_ordinary,
    is_talk,
    leading,
    pattern,
    says,
)
from bot.ordering.text import fold

_STORY = 0.4  # so many of the words are the language's own


def bare_name(text: str) -> str:
    """Without "es", "se llama" and the like in front."""
    text = text.replace(MASK, " ").strip(" \t,;:-–—()\"'«»“”")
    label = after("name_label", text)
    if label:
        text = label.strip()
    rest = re.sub(
        r"^(?:(?:es|is|e|é(?: [ao])?|son|are|it'?s|para|for|llamad[oa]|chamad[oa]|called|named)\s+)+",
        "",
        text,
        flags=re.I,
    )
    relative = _relative().match(fold(rest))
    rest = rest[relative.end() :] if relative and rest[relative.end()].isupper() else rest
    told = r"(?:que|q|who|which|that)\s+(?:es|is|é|e)(?:\s+(?:una?|uma?|a))?"  # "... que es cliente nuevo"
    rest = re.sub(r"^(?:el|la|los|las|o|a|os|as|the)\s+(?=[A-ZÀ-Ý])", "", rest)  # "la Ferretería Pérez"
    rest = re.sub(rf"\s+(?:{told}|y|e|and|{any_of('wants')})$", "", rest, flags=re.I)
    name = re.sub(r"\s+", " ", _first_sentence(rest)).strip(" \t,;:-–—()\"'«»“”")
    return name if re.search(r"\b\w\.$", name) else name.rstrip(".")  # the dot of "S.A." is its own


@cache
def _relative() -> re.Pattern[str]:
    """ "Mi prima Sofía Luna" is called Sofía Luna."""
    return re.compile(
        rf"(?:mi|my|meu|minha|nuestr[oa]|our|noss[oa]|a|una?|uma?)\s+(?:{any_of('relative')})\s+(?=\w)"
    )


def name_said(text: str, is_asked: bool, is_labelled: bool) -> str:
    """The name in ``text``, "" where it only tells of somebody. ``is_asked``: their name was asked for;
    ``is_labelled``: words in front say that it is one."""
    called = behind_called(text)
    name = bare_name(text[called:])
    before, _, behind = name.partition(":")
    name = (
        behind.strip() if behind and (is_description(before) or is_talk(before)) else name
    )  # "una panadería: Pan Feliz"
    if is_occupation(text[called:]):
        return ""
    if called:
        tells = False  # "é uma padaria chamada Pão Feliz"
    elif is_asked:
        tells = after("name_label", text) is None and is_clause(name)
    else:
        tells = tells_of_somebody(name, is_labelled) or is_description(name)
    is_kind = not (called or is_labelled) and any(is_only(kind, name) for kind, _ in KINDS)
    is_theirs = name.islower() and re.search(rf"\s(?:{any_of('behind_theirs')})$", fold(name)) is not None
    is_none = (
        tells
        or is_kind
        or is_theirs
        or is_talk(name)
        or is_only("nobody", name)
        or not re.search(
            r"\w" if is_asked or is_labelled else r"[^\W\d_]", name
        )  # "new customer. Visa 4242."
    )
    return "" if is_none else name


def is_just_a_name(pieces: Sequence[Piece], now: Situation) -> bool:
    """A name was asked for and nothing else is in the answer: "Ruiz, López y Asociados", "7 Mares"."""
    if now.step is not Step.CUSTOMER_NAME:
        return False
    labels = ("street", "address_label", "postal_label", "credentials")
    return not any(
        piece.values
        or any(is_only(kind, piece.plain) for kind, _ in KINDS)
        or any(leading(kind).match(fold(piece.plain)) for kind in labels)
        or now.about_order(piece.start, piece.end)
        or (re.match(r"\d+\w?\s", piece.plain) and says("street_end", piece.plain))
        or (place > 0 and (re.search(r"\d", piece.plain) or after("name_label", piece.plain)))
        for place, piece in enumerate(pieces)
    )


def without_remarks(said: str) -> str:
    """ "The name? It's Zed Labs, they're new in town": only what stands between remarks is a name."""
    clauses = re.split(r"(\s*[,?!;…]+\s*|\.{2,}\s*|\s-\s|:?\s*\n\s*)", said)
    while len(clauses) > 2 and (_is_remark(clauses[0]) or _describes(clauses[0], clauses[2])):  # noqa: PLR2004  a clause, its mark and the next
        clauses = clauses[2:]
    kept = next((at for at in range(2, len(clauses), 2) if _tells(clauses[at])), len(clauses) + 1)
    return "".join(clauses[: kept - 1])


def _is_remark(clause: str) -> bool:
    label = after("name_label", clause)
    is_talked = label is None and (is_talk(clause) or is_clause(clause))
    return is_talked or not (clause if label is None else label).strip()


def _describes(clause: str, following: str) -> bool:
    """ "Es una panadería, Pan Feliz", not "una mano amiga, A.C."."""
    is_form = pattern("legal_form").fullmatch(fold(following).strip())
    return following[:1].isupper() and not is_form and is_description(bare_name(clause))


def _tells(clause: str) -> bool:
    """ "She's a novelist", "que está en Lima": it begins small, with a word that no name begins with."""
    first = re.match(r"[^\W\d]+", clause)
    return first is not None and first.group().islower() and is_ordinary(first.group())


def _first_sentence(text: str) -> str:
    """ "Tiny Co. They need": a full stop before a word that begins a sentence and no name, "Dr. Green"."""
    for stop in re.finditer(r"\.\s+(?=([A-ZÀ-Ý][^\W\d_]*))", text):
        if is_ordinary(stop.group(1)) and fold(stop.group(1)) not in PARTICLES:
            return text[: stop.start() + 1]
    return text


def tells_of_somebody(text: str, is_labelled: bool) -> bool:
    """ "that isn't in the system yet", "aqui de fortaleza"; what nobody calls a name may tell more."""
    if not is_labelled and (_tells_a_story(text) or is_clause(text)):
        return pattern("legal_form").search(fold(text)) is None
    return text[:1].islower() and re.match(rf"(?:{any_of('tells_of')})(?!\w)", fold(text)) is not None


def is_clause(text: str) -> bool:
    """ "Creí que ya los teníamos", "la trajo Pedro": a word of sentences stands before all names."""
    said = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text)
    if not said or pattern("legal_form").search(fold(text)):
        return False
    end = next((place for place, word in enumerate(said) if place and not word.islower()), len(said))
    small = [word for word in said[:end] if word.islower() or "'" in word.replace("’", "'")]  # "They're"
    is_sentence = end == len(said) > 1  # "Fechei ontem"
    return any(pattern("clause").fullmatch(fold(word)) for word in (said[:end] if is_sentence else small))


def _tells_a_story(text: str) -> bool:
    """ "abriu uma consultoria", "They're a firm of solicitors": written small, much of it names nobody."""
    written = [word for word in re.findall(r"[^\W\d_]+", text) if fold(word) not in PARTICLES]
    said, ordinary = [fold(word) for word in written], list(map(is_ordinary, written))
    begins = text[:1].islower() or (ordinary[:1] == [True] and not any(map(str.istitle, written[1:])))
    has_article = any(word in said[1:2] for word in ("a", "an", "un", "una", "um", "uma"))
    return begins and (has_article or (sum(ordinary) > 1 and sum(ordinary) >= _STORY * len(said)))


def ends_with_legal_form(name: str) -> bool:
    """ "Zed Labs LLC", not "LLC" alone nor "Itajaí SC", the state."""
    found = re.search(rf"\s(?:{any_of('legal_form')})\.?$", fold(name).strip())
    return found is not None and pattern("state").fullmatch(found.group().strip(" .")) is None


def behind_called(said: str) -> int:
    """Where the name begins in "un amigo que se llama Taller Pérez"; 0 where nobody says so."""
    called = re.search(rf"\b(?:{any_of('called')})\s+(?=\w)", fold(said))
    return called.end() if called else 0


def is_occupation(said: str) -> bool:
    """ "É fotógrafa de casamentos", "dentista": what somebody does, and written as no name is."""
    does, behind = any_of("occupation"), r"(?:\s(?:de|do|da|em|en|in|for)\s[^\W\d]+|\s[^\W\d]+)?"
    small = rf"(?:(?:{any_of('lead_in')}|{any_of('somebody')}|ell?a|ele)\s+)"
    found = re.fullmatch(rf"\W*(?:{small}+(?:{does}){behind}|(?:{does}))\W*", fold(said))
    return found is not None and said.strip()[1:].islower()


def is_description(said: str) -> bool:
    """ "A mate's shop", "una panadería de la esquina": somebody, and no name, which "Un Mundo Feliz" is."""
    found = re.match(rf"\W*(?:{any_of('somebody')})\s+(?=\w)", fold(said))
    if found is None or said[found.end()].isupper():
        return False
    named = re.compile(rf"(?:{any_of('customer_label')})\s*:?\s+(?!(?:{any_of('tells_of')})\b)\w")
    return not (behind_called(said) or named.match(fold(said), found.end()))
