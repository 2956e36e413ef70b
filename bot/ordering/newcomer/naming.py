"""A customer's name as it is written, told from what only describes somebody."""

from __future__ import annotations

import re

from bot.ordering.newcomer.pieces import MASK
from bot.ordering.newcomer.words import PARTICLES, after, any_of, is_ordinary, is_talk
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
    told = r"(?:que|q|who|which|that)\s+(?:es|is|é|e)(?:\s+(?:una?|uma?|a))?"  # "... que es cliente nuevo"
    rest = re.sub(rf"\s+(?:{told}|y|e|and|{any_of('wants')})$", "", rest, flags=re.I)
    name = re.sub(r"\s+", " ", _first_sentence(rest)).strip(" \t,;:-–—()\"'«»“”")
    return name if re.search(r"\b\w\.$", name) else name.rstrip(".")  # the dot of "S.A." is its own


def without_remarks(said: str) -> str:
    """ "The name? It's Zed Labs, they're new in town": only what stands between remarks is a name."""
    clauses = re.split(r"(\s*[,?!;…]+\s*|\.{2,}\s*|\s-\s)", said)
    while len(clauses) > 2 and _is_remark(clauses[0]):  # noqa: PLR2004  a clause, its mark and the next
        clauses = clauses[2:]
    kept = next((at for at in range(2, len(clauses), 2) if _tells(clauses[at])), len(clauses) + 1)
    return "".join(clauses[: kept - 1])


def _is_remark(clause: str) -> bool:
    label = after("name_label", clause)
    return is_talk(clause) or not clause.strip() or (label is not None and not label.strip())


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
    if not is_labelled and _tells_a_story(text):
        return True
    return text[:1].islower() and re.match(rf"(?:{any_of('tells_of')})(?!\w)", fold(text)) is not None


def _tells_a_story(text: str) -> bool:
    """ "abriu uma consultoria", "They're a firm of solicitors": written small, much of it names nobody."""
    written = [word for word in re.findall(r"[^\W\d_]+", text) if fold(word) not in PARTICLES]
    said, ordinary = [fold(word) for word in written], list(map(is_ordinary, written))
    begins = written[:1] == said[:1] or (ordinary[:1] == [True] and not any(map(str.istitle, written[1:])))
    has_article = any(word in said[1:2] for word in ("a", "an", "un", "una", "um", "uma"))
    return begins and (has_article or (sum(ordinary) > 1 and sum(ordinary) >= _STORY * len(said)))


def behind_called(said: str) -> int:
    """Where the name begins in "un amigo que se llama Taller Pérez"; 0 where nobody says so."""
    called = re.search(rf"\b(?:{any_of('called')})\s+(?=\w)", fold(said))
    return called.end() if called else 0


def is_description(said: str) -> bool:
    """ "A mate's shop", "una panadería de la esquina": somebody, and no name, which "Un Mundo Feliz" is."""
    found = re.match(rf"\W*(?:{any_of('somebody')})\s+(?=\w)", fold(said))
    if found is None or said[found.end()].isupper():
        return False
    named = re.compile(rf"(?:{any_of('customer_label')})\s*:?\s+(?!(?:{any_of('tells_of')})\b)\w")
    return not (behind_called(said) or named.match(fold(said), found.end()))
