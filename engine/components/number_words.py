"""Numbers said in words: compound numerals by text2num, and what it leaves out (dozens, a lone one)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import text_to_num

from components.spans import Span
from components.spelling import fold

LANGUAGES = ("es", "en", "pt")
# Spellings without their accent, and apocopes, that text2num does not know.
RESPELT = {
    "veintiun": "veintiuno",
    "veintidos": "veintidós",
    "veintitres": "veintitrés",
    "veintiseis": "veintiséis",
    "dieciseis": "dieciséis",
}
# Numerals long enough to be known with one slip of the finger in them: "trienta", "fiften", "cinqenta".
LONG = (
    *("veinte", "quince", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"),
    *("eleven", "twelve", "fifteen", "twenty", "thirty", "seventy", "eighty", "ninety", "hundred"),
    *("quinze", "trinta", "quarenta", "cinquenta", "sessenta", "oitenta"),
    *("catorce", "dieciseis", "diecisiete", "dieciocho", "diecinueve"),
    *("thirteen", "fourteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("catorze", "dezesseis", "dezessete", "dezoito", "dezenove"),
)
SHORTEST_SLIP = 6
# Words that count in one language and mean something else in another: "dos usuários", "once more".
FALSE_FRIENDS = {"pt": {"dos", "once"}, "en": {"once", "dos"}}
# Articles and pronouns; alone they count only where `ONE` says so.
ARTICLES = {
    "un",
    "una",
    "uno",
    "unos",
    "unas",
    "um",
    "uma",
    "uns",
    "umas",
    "one",
    "ones",
    "a",
    "o",
    "os",
    "as",
    "non",
}
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

SEAT = r"(?:licen\w+|seats?|asientos?|assentos?|puestos?|usuarios?|users?|buzon|mailbox|postos?|posto)\b"
ONE = re.compile(
    rf"\b(?:un|una|um|uma|one)(?=\s+(?:sola?\s+|unica?\s+|single\s+)?{SEAT})"
    r"|\b(?:uno?|una|um|uma|one)(?=\s+(?:mas|more|a mais|a menos|menos|less|fewer|extra|adicional)\b)"
    r"|\b(?:un|una|uno|um|uma|one)(?=\s+(?:and a half|y medi[oa]|e mei[oa])\b)"
    r"|\b(?:a single|un solo|una sola|um so|uma so)(?=\s+[a-z])"
    r"|\b(?:una?|uno|uma?|one)(?=\s+(?:of them|of those|de (?:ell[ao]s|es[ao]s)|d?el[ae]s|dess[ae]s)\b)"
    r"|(?:(?<=\bpara\s)|(?<=\bpa\s)|(?<=\bfor\s)|(?<=\bpra\s)|(?<=\bto\s))"
    r"(?:una|uno|uma?|one)\b(?=\s+(?:sol[ao]\s+|unic[ao]\s+|single\s+)?(?:persona|person|pessoa|empleado|empleada)\b)"
    r"|(?:(?<=\bsolo\s)|(?<=\bonly\s)|(?<=\bjust\s)|(?<=\bso\s)|(?<=\bapenas\s)|(?<=\bsomente\s))"
    r"(?:una|uno|uma?|one)\b(?=\s*(?:$|[,.;!?]|(?:for|para|pra|pro)\b))"
    r"|^\W*(?:(?:solo|solamente|just|only|so|apenas|somente)\s+(?:the\s+|el\s+|la\s+|o\s+|a\s+)?)?(?P<alone>uno|una|un|uma|um|one)\b"
    r"(?:\s+(?:solo|sola|no mas|nomas|only|so))?\W*$"
)
DOZEN = re.compile(
    r"\b(?P<half>(?:media|meia|half(?:\s+a)?)\s+(?:docena|duzia|dozen)\b)"
    r"|\b(?:(?P<times>\d{1,3}|[a-z]+)\s+)?(?P<noun>docenas?|duzias?|dozens?)\b"
    r"(?P<more>\s+(?:y media|e meia|and a half)\b)?"
)
# What a number is made of, said again over a bad line: "sixteen, one six".
_FIGURES = ("cero zero oh", "uno um one", "dos dois two", "tres three", "cuatro quatro four", "cinco five")
_FIGURES += ("seis meia six", "siete sete seven", "ocho oito eight", "nueve nove nine")
FIGURES = {word: str(figure) for figure, words in enumerate(_FIGURES) for word in words.split()}
SPELLED = re.compile(rf"[\s,;:.(-]*(?P<figures>(?:\b(?:{'|'.join(FIGURES)})\b[\s,-]*){{2,}})")
PAIR = re.compile(r"\b(?:un par|um par|a couple)(?=\s+(?:de|of)?\b|\W*$)")


class SpokenWord(NamedTuple):
    """A token as text2num wants it; words parted by punctuation never make one number."""

    word: str
    start: int
    end: int
    is_apart: bool

    def text(self) -> str:
        """The word as text2num spells it."""
        return RESPELT.get(fold(self.word)) or without_slip(fold(self.word)) or self.word.lower()

    def nt_separated(self, previous: "SpokenWord") -> bool:
        """Whether a comma, a digit or the like stands before this word."""
        return self.is_apart

    def not_a_number_part(self) -> bool:
        """Nothing is ruled out beforehand."""
        return False


def without_slip(word: str) -> str | None:
    """The long numeral that `word` is one slip away from; of several, the one of the same length."""
    if len(word) < SHORTEST_SLIP or word in LONG:
        return None
    near = [known for known in LONG if known[0] == word[0] and is_one_slip(word, known)]
    alike = [known for known in near if len(known) == len(word)]
    return (alike or near)[0] if len(alike or near) == 1 else None


def is_one_slip(said: str, known: str) -> bool:
    """Whether one letter is missing, too much or another, or two have changed places."""
    while said and known and said[0] == known[0]:
        said, known = said[1:], known[1:]
    while said and known and said[-1] == known[-1]:
        said, known = said[:-1], known[:-1]
    return max(len(said), len(known)) < 2 or (len(said) == 2 and said == known[::-1])


def words_of(text: str) -> list[SpokenWord]:
    """The words with their places."""
    words, last = [], 0
    for match in WORD.finditer(text):
        words.append(
            SpokenWord(match.group(), match.start(), match.end(), bool(text[last : match.start()].strip()))
        )
        last = match.end()
    return words


def compound(words: list[SpokenWord], language: str, spoken: str) -> Iterator[Span]:
    """Numerals of one language; `spoken` is the language of the message, if known."""
    for found in text_to_num.find_numbers(words, language, 0.0):
        part = [fold(word.word) for word in words[found.start : found.end]]
        is_lone = len(part) == 1 and (part[0] in ARTICLES or part[0] in FALSE_FRIENDS.get(spoken, ()))
        if not is_lone and not found.is_ordinal:
            value = f"{found.value:.0f}"
            yield Span(words[found.start].start, words[found.end - 1].end, value)


def dozens(folded: str, numerals: list[Span]) -> Iterator[Span]:
    """Dozens and pairs, with a numeral, a digit or an article before them."""
    by_end = {span.end: span for span in numerals}
    for match in DOZEN.finditer(folded):
        if match.group("half"):
            yield Span(match.start(), match.end(), "6")
            continue
        numeral = by_end.get(match.end("times"))
        if numeral:
            times, start = int(numeral.value), numeral.start
        else:
            times, start = _one_dozen(match)
        if times:
            yield Span(start, match.end(), str(times * 12 + (6 if match.group("more") else 0)))
    for match in PAIR.finditer(folded):
        yield Span(match.start(), match.end(), "2")


def _one_dozen(match: re.Match[str]) -> tuple[int, int]:
    """ "Una docena", "quiero docena y media"; some dozens are not one."""
    if match.group("times") in ARTICLES:
        return 1, match.start()
    return int(not match.group("noun").endswith("s")), match.start("noun")


def find_number_words(text: str, language: str, digits: list[Span]) -> list[Span]:
    """Counts said in words, in any of the languages."""
    words, folded = words_of(text), fold(text)
    language = language if len(words) > 1 else ""  # alone "once" is eleven: nobody says it so in English
    numerals = [span for each in LANGUAGES for span in compound(words, each, language)]
    for match in ONE.finditer(folded):
        group = "alone" if match.group("alone") else 0
        numerals.append(Span(match.start(group), match.end(group), "1"))
    whole = [span for span in digits if span.value.isdigit()]
    return [*numerals, *dozens(folded, numerals + whole), *spelled(folded, numerals + whole)]


def spelled(folded: str, numbers: list[Span]) -> Iterator[Span]:
    """Those that are said again figure by figure."""
    for span in numbers:
        again = SPELLED.match(folded, span.end)
        figures = re.findall("[a-z]+", again.group("figures")) if again else []
        if again and "".join(FIGURES[figure] for figure in figures) == span.value:
            yield Span(span.start, again.end("figures"), span.value)
