"""A message cut into pieces that each say one thing: at commas and lines, and before words that begin one.

E-mail addresses and phone numbers are found first and masked, so that no comma or digit in them misleads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.ordering.newcomer.values import EMAIL, PHONE, is_phone_of, postal_pattern, read_email, read_phone
from bot.ordering.newcomer.words import any_of, pattern, says
from bot.ordering.text import fold

MASK = "\ue000"
_SEPARATOR = re.compile(
    r"[,;\n|•]|\s(?:[-–—·/]|//)\s|(?<=\w\w\w\w)(?<!blvd)(?<!prol)(?<!priv)(?<!calz)(?<!trav)(?<!estr)(?<!epto)(?<!dpto)(?<!ofic)(?<!apto)(?<!edif)(?<!conj)(?<!bloq)(?<!quad)\.\s+|(?:(?<=\))|(?<=\busa)|(?<=\buk))\.\s+|(?<=\ue000)\.\s+(?=[^\W\d])|:\s+(?=\n)|(?<=\w\w)\.$|(?:(?<=\d\d)|(?<=\d[a-z]{2})|(?<=\d[a-z]\d))\.\s+(?=[^\W\d_])"
)
# "Zed Labs LLC. 12 Elm St": a full stop behind what a company's name ends with, where a house follows.
_FORMS = ("ltd", "llc", "inc", "corp", "ltda", "sac", "sas", "srl", "spa", "sl", "cv", "plc", "llp", "sa")
_BEHIND_A_FORM = re.compile(
    rf"(?:{'|'.join(rf'(?<= {form})' for form in _FORMS)})\.\s+(?=\S[^,;\n]*[\d,;\n])(?!de\b)"
)
_BEGINS = ("contact_label", "credentials", "address_label")
# "... 81 8123 4567 Facturación: Martha Cantú ...": what begins right behind a value is another matter.
_FOLLOW_A_VALUE = ("billing", "technical", "admin", "same", "street", "commercial", "personal")
_BEHIND_VALUE = re.compile(rf"{MASK}[\s.]+(?:(?:y|e|and|el|la|the|o|a|para|pra|for|de|do|da|lo)\s+)*$")
_CEP = re.compile(r"\d{5}-\d{3,4}|\d{5,8}")


@dataclass(frozen=True)
class Value:
    """An e-mail address or phone number; ``value`` is None when it cannot be one."""

    kind: str
    said: str
    value: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """``text`` is ``message[start:end]`` with values masked; ``values`` are the ones in it."""

    text: str
    start: int
    end: int
    values: tuple[Value, ...]

    @property
    def plain(self) -> str:
        return self.text.replace(MASK, " ").strip(" \t.:-–—()\"'«»“”")


def cut(text: str, country: str, also_at: Iterable[int] = ()) -> list[Piece]:
    """The pieces of ``text``, in order. ``also_at``: further places to cut at."""
    values = [*_emails(text)]
    masked = _mask(text, values)
    phones = list(_phones(masked, country))
    masked = _mask(masked, phones)
    values += phones
    folded = fold(masked)
    cuts = {0, len(text), *also_at}
    for separator in (*_SEPARATOR.finditer(folded), *_BEHIND_A_FORM.finditer(folded)):
        cuts |= {separator.start(), separator.end()}
    for kind in _BEGINS:
        cuts |= {found.start() for found in pattern(kind).finditer(folded) if _may_begin(folded, found)}
    cuts |= {found.start() for each in (_joined_contact(), _wish()) for found in each.finditer(folded)}
    for kind in _FOLLOW_A_VALUE:
        behind = (found.start() for found in pattern(kind).finditer(folded))
        cuts |= {place for place in behind if _BEHIND_VALUE.search(folded[:place])}
    # Without commas: "... 5512345678 Hidalgo 45" goes on with something else behind the last value.
    cuts |= {found.start() for found in re.finditer(rf"(?<={MASK})[.\s]*\s(?=[^{MASK},;\n]*\d)", masked)}
    cuts |= {found.start() for found in _kind_behind().finditer(folded)}
    cuts |= {found.end() for found in _kind_in_front().finditer(folded) if _names_behind(masked, found)}
    cuts |= {place for joint in kinds_joined(masked) for place in joint}
    inside = [(value.start, value.end) for value in values]
    ahead = (found.span("comma") for found in _number_ahead().finditer(folded))
    inside += [(start - 1, end + 1) for start, end in ahead]
    inside += [found.span() for found in roles_listed().finditer(folded)]
    edges = sorted(place for place in cuts if not any(start < place < end for start, end in inside))
    pieces = [_piece(masked, start, end, values) for start, end in zip(edges, edges[1:], strict=False)]
    return [piece for piece in pieces if re.search(rf"\w|{MASK}", piece.text)]


def _may_begin(folded: str, found: re.Match[str]) -> bool:
    """Not in the middle of "el contacto", "billing contact": what stands before belongs to the word."""
    roles = "|".join(any_of(kind) for kind in ("billing", "technical", "admin"))
    return not re.search(
        rf"\b(?:{roles})\s+$|\b(?:el|la|las|los|al|ao|pro|su|the|o|a|as|os|un|de|del|of|his|do|da|mis|persona|only|sole|single|one|solo|so|unico|tres|three|same|mism[oa]s?|mesm[oa]s?)\s+$",
        folded[: found.start()],
    )


def _piece(masked: str, start: int, end: int, values: Iterable[Value]) -> Piece:
    inside = tuple(value for value in values if start <= value.start and value.end <= end)
    return Piece(masked[start:end], start, end, tuple(sorted(inside, key=lambda value: value.start)))


def _mask(text: str, values: Iterable[Value]) -> str:
    for value in values:
        text = text[: value.start] + MASK * (value.end - value.start) + text[value.end :]
    return text


def _emails(text: str) -> Iterable[Value]:
    for found in EMAIL.finditer(text):
        said = found.group().rstrip(".")
        yield Value("email", said, read_email(said), found.start(), found.start() + len(said))


def _phones(masked: str, country: str) -> Iterable[Value]:
    for found in PHONE.finditer(masked):
        said = _longest_valid(found.group(), country)
        if _CEP.fullmatch(said.strip()) and postal_pattern(country).fullmatch(said.strip()):
            continue
        value = read_phone(said, country)
        if value or _is_meant(masked, found):
            yield Value("phone", said.strip(), value, found.start(), found.start() + len(said))


def _longest_valid(said: str, country: str) -> str:
    """ "5512345678 10": the number of seats behind a phone number is no part of it."""
    shorter = said
    while shorter and not is_phone_of(shorter, country):
        shorter = shorter.rpartition(" ")[0].rstrip(" .")
    return shorter or said


@cache
def _number_ahead() -> re.Pattern[str]:
    """ "45, Hill Road": the number of the house that a street without one goes on with."""
    street = rf"(?:[^\W\d]+\s){{1,3}}(?:{any_of('street_end')})(?=\s*(?:[,;\n]|$))"
    return re.compile(rf"(?:^|[,;\n])\s*#?\d{{1,4}}[a-z]?(?:/\d+)?(?P<comma>\s*,\s*)(?={street})")


@cache
def _kind_behind() -> re.Pattern[str]:
    """ "Zed Labs (company)", "Zed Labs and they're a business", "Pan Feliz que es una empresa"."""
    kinds = f"(?:{any_of('commercial')}|{any_of('personal')})"
    joins, who = r"(?:(?:and|y|e|que|which|who) )?", r"(?:they|it|he|she)(?:'?re|'?s| are| is)"
    told = rf"{joins}(?:{who}|is|es|e|son|sao)(?: an?| una?| uma?)?"
    return re.compile(rf"\((?={kinds}\))|(?<=\w)(?<!\bno)(?<!\bnao)\s(?={told} {kinds}\s*(?:$|[,.;:)\n]))")


@cache
def _kind_in_front() -> re.Pattern[str]:
    """ "É pessoa física: Benedito", "individual Bob Tate"; "empresa:" is the label of a name."""
    label = rf"(?:{any_of('customer_label')})\s*:"
    lead, kinds = any_of("lead_in"), "|".join((any_of("commercial"), any_of("personal")))
    return re.compile(rf"(?:^|[,;.\n(])\s*(?:(?:{lead})[\s,]+)*(?!{label})(?:{kinds})\)?(?:\s*:)?\s+(?=\w)")


def kinds_joined(text: str) -> Iterator[tuple[int, int]]:
    """Where what joins a kind to a name begins and ends: "a private person called Rosa Carter", "comercial y
    se llama Pan Feliz"; "cuenta personal de Rosa" has a noun that is of somebody."""
    for found in _kind_and_joint().finditer(fold(text)):
        is_of = says("account", found["kind"]) and text[found.end("of") :][:1].isupper()
        if found["of"] is None or is_of:
            yield found.end("kind"), found.end("of") if found["of"] else found.end("called")


@cache
def _kind_and_joint() -> re.Pattern[str]:
    lead, kinds = any_of("lead_in"), "|".join((any_of("commercial"), any_of("personal")))
    called = rf"(?P<called>\s+)(?=(?:(?:y|e|and|que|q|who|which)\s+)?(?:{any_of('called')})(?!\w))"
    of = r"(?P<of>\s+(?:for|of|para|pra|de|del|d[aoe])\s+(?:(?:la|el|the|a|o)\s+)?)(?=\w)"
    return re.compile(rf"(?:^|[,;.:\n(])\s*(?:(?:{lead})[\s,]+)*(?P<kind>{kinds})(?:{called}|{of})")


def _names_behind(masked: str, found: re.Match[str]) -> bool:
    """A mark or capitals part the kind, which is written small, from the name: not in "Personal Training"."""
    kind = found.group().split()[-1]
    return ":" in kind or (
        masked[found.start() : found.end()].split()[-1].islower() and masked[found.end()].isupper()
    )


def is_wish(text: str) -> bool:
    return _wish().match(fold(text).lstrip(" .,;:-")) is not None


@cache
def _wish() -> re.Pattern[str]:
    """ "He requires Google Workspace", "Acme Ltd. They need 5": the order begins."""
    begins = r"(?:^|(?<=[.,;:!\n)])\s*|(?<=[.,;:!\n)] ))"
    who = rf"(?:(?:{any_of('who_wants')})\s+(?:would |will |me |just |solo |tambien )?)?"
    return re.compile(rf"{begins}{who}(?:{any_of('wants')})(?![\w@])")


@cache
def roles_listed() -> re.Pattern[str]:
    """ "Billing, technical and admin": one thing, whatever marks are in it. A comma alone goes on with the
    list where nothing but its end or "the same" follows: "same for billing, technical is Luis Gil"."""
    said = rf"(?:{any_of('billing')}|{any_of('technical')}|{any_of('admin')})(?![\w@])"
    contact = r"conta[ct]{1,2}o?s?"
    one = rf"(?:(?:para|pra|for|the|el|la|lo|o|a|de|do|da|{contact})\s+)*{said}(?:\s+{contact})?"
    ends = rf"(?=[\s)]*(?:$|[.;\n,]|:\s*(?:{any_of('same')})(?!\w)))"
    joined = rf"(?:\s*[,/]\s*{one})*\s*(?:,?\s*(?:y|e|and|as well as)\s|[&+/])\s*{one}"
    return re.compile(rf"(?<![\w@.]){said}(?:\s+{contact})?(?:{joined}|(?:\s*,\s*{one})+{ends})")


@cache
def _joined_contact() -> re.Pattern[str]:
    """ "... y el contacto Luis", "y el de facturación es Luis": where one begins behind an "and"."""
    roles = "|".join(any_of(kind) for kind in ("billing", "technical", "admin"))
    begins = rf"(?:{any_of('contact_label')})\b|(?:de |do |da )?(?:{roles})(?:\s*:|\s+(?:es|is|e)\b)"
    return re.compile(rf"\b(?:y|e|and)\s+(?:(?:el|la|the|o|a|su|my|mi)\s+)?(?={begins})")


def _is_meant(masked: str, found: re.Match[str]) -> bool:
    """A number that is no phone number, but was called one or begins like one."""
    before = fold(masked[: found.start()])
    label = pattern("phone_label").search(before[-16:])
    return found.group().lstrip().startswith("+") or label is not None
