"""The words that say that somebody is new: "cliente nuevo", "a bakery that's not on our books", "(novo)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.ordering.customer import AccountType
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.newcomer.forms import find_address, is_form
from bot.ordering.newcomer.situation import KINDS, NEW_STEPS, Situation
from bot.ordering.newcomer.towns import origin
from bot.ordering.newcomer.words import any_of, is_titled, pattern
from bot.ordering.saved_cards import BRANDS
from bot.ordering.text import fold, words
from bot.ordering.vocabulary import vocabulary

# What else may be new or not registered yet.
_OTHER_THINGS = ("domain_itself", "card", "add_on_noun", "plan_noun")
_ENDS_IN_A_DOMAIN = re.compile(r"\w\.[a-z]{2,}\s*[(,;-]?\s*$")  # "acme.com (new)": the domain is
_IS_A_THING = re.compile(r"(?:(?:y|e|and|que|q|that) )*(?:it|es|e|is)\b(?!.*\b(?:nueva|nova)\b)")
_CHANGES = ("changes_a_part", "wrong", "mistaken", "other", "negation")
_SMALL = ("article", "polite", "courtesy", "copula", "which", "beside_a_part")
_NOT_OF_CUSTOMERS = (*DOMAIN_STEPS, Step.ADD_ONS, Step.PAYMENT)


@dataclass(frozen=True)
class Announcement:
    """Where the words stand; from ``end`` on the message describes the customer. ``type``: said with them.

    ``needs_name``: "they're new" announces somebody only behind their name. ``country``: "from Ireland".
    """

    start: int = 0
    end: int = 0
    type: AccountType | None = None
    needs_name: bool = False
    country: str = ""

    def __bool__(self) -> bool:
        return self.end > 0


def announced_in(text: str, now: Situation) -> Announcement:
    """What announces somebody, be it only that their address and how to reach them stand behind a name."""
    if now.step is Step.CUSTOMER_NAME and is_titled(text.split()):
        return Announcement()  # "Empresa Nova Ltda"
    found = read_announcement(text, now.step)
    is_described = now.known is not None or now.step in (*NEW_STEPS, Step.CUSTOMER) or is_form(text)
    begins = None if found or is_described else find_address(text)
    return Announcement(*begins.span(), needs_name=True) if begins else found


def read_announcement(text: str, step: Step | None = None) -> Announcement:
    folded = fold(text)
    found = next(_announcing(folded, step), None) or registered_by_name(text)
    if found is None:
        later = _is_new(step is Step.CUSTOMER).search(folded) if step not in _NOT_OF_CUSTOMERS else None
        later = None if later and _is_of_a_domain(folded, later) else later
        is_told = step is Step.CUSTOMER or (later and _needs_no_name(folded, later))
        return Announcement(*later.span("new"), None, not is_told) if later else Announcement()
    end, type_ = found.end(), None
    for kind, each in KINDS:  # "cliente nuevo comercial Tacos El Güero", "register this company"
        if pattern(kind).search(found.group()):
            type_ = each
        is_one = r"(?:(?:y |que |and |that )?(?:es|e|is) )?(?:an? |una? |uma? )?"
        behind = re.compile(rf"\s+{is_one}{pattern(kind).pattern}[\s,:]*").match(folded, end)
        if behind:
            type_, end = each, behind.end()
    made = re.compile(rf"\s+(?:to|para|pra|a)\s+(?:{any_of('to_be_made')})(?![\w@])[\s,:]*").match(
        folded, end
    )
    end = made.end() if made else end
    beside = _for_you().match(folded, end)
    end = beside.end() if beside else end
    length, country = origin(text[end:])
    return Announcement(found.start(), end + length, type_, country=country)


def _announcing(folded: str, step: Step | None) -> Iterator[re.Match[str]]:
    for found in (*pattern("new_customer").finditer(folded), *_of_a_kind().finditer(folded)):
        is_word = " " not in found.group().strip()
        if _denied().search(folded[: found.start()]):
            continue  # "it's not a new customer"
        if not (is_word and _ENDS_IN_A_DOMAIN.search(folded[: found.start()])):
            yield found
    for found in _not_known_yet().finditer(folded):
        before = folded[: found.start()]
        clause = re.split(r"[,.;:!?\n]", before)[-1] + found.group()
        is_told = found["who"] is not None and pattern("for_whom").search(before + found["who"]) is not None
        is_clear = found["vague"] is None and (found["who"] or step not in _NOT_OF_CUSTOMERS)
        is_of_a_domain = _ENDS_IN_A_DOMAIN.search(before) is not None  # "acme.com, que aún no está"
        if (is_told or is_clear) and not (is_of_a_domain or _names_another_thing(clause)):
            yield found
    yield from _somebody_comes(folded, step)


def _somebody_comes(folded: str, step: Step | None) -> Iterator[re.Match[str]]:
    for found in (*_somebody_new().finditer(folded), *_registered().finditer(folded)):
        who = found["who"]
        is_place = pattern("place_noun").search(who)  # "a new shop" may be an old customer's
        if not (is_place or _names_another_thing(found.group() + who, "seats", "whole_order")):
            yield found
    if step not in _NOT_OF_CUSTOMERS:
        yield from (found for found in _one_new().finditer(folded) if not _says_of_what(folded, found))


def registered_by_name(text: str) -> re.Match[str] | None:
    """ "Vamos cadastrar a Oficina Azul", "dar de alta a Muebles Pino": the words before the name."""
    for found in _to_register().finditer(fold(text)):
        word, begins = found["name"], text[found.start("name")]
        is_product = word in vocabulary().synonyms or word in _product_words()
        if begins.isupper() and not is_product and not _names_another_thing(word):
            return found
    return None


def is_only_one_new(text: str) -> bool:
    """ "New one. 6 Apps for Business, Harbor Dental", "who just signed": what is new may as well be the
    order."""
    found = next(_announcing(fold(text), None), None)
    return found is not None and (
        found.re is _one_new() or pattern("just_came").search(found.group()) is not None
    )


def _needs_no_name(folded: str, new: re.Match[str]) -> bool:
    """ "This one's new: Zed Labs" says it behind."""
    before = folded[: new.start("new")]
    is_behind = re.match(r"\s*:\s*\w", folded[new.end("new") :])
    return _is_another_customer(before) or bool(is_behind and not _names_another_thing(before))


def _is_another_customer(before: str) -> bool:
    """ "Wrong customer, it's a new one", "errei o cliente, é um novo": nobody is named, and none need be."""
    cues, said = vocabulary().cues, {word.text for word in words(before)}
    changes, small = (frozenset().union(*(cues[kind] for kind in kinds)) for kinds in (_CHANGES, _SMALL))
    if not re.search(r"[,.;:!-]\s*$", before):
        return False  # "el cliente no es nuevo"
    is_told = not (said.isdisjoint(changes) or said.isdisjoint(cues["customer_noun"]))
    return is_told and said <= changes | small | cues["customer_noun"]


def _is_of_a_domain(folded: str, new: re.Match[str]) -> bool:
    """ "acme.com, it's a new one"; "acme.com, they're new" is about the customer."""
    behind_it = _ENDS_IN_A_DOMAIN.search(folded[: new.start()])
    return bool(behind_it and _IS_A_THING.match(new.group()))


def _names_another_thing(clause: str, *also: str) -> bool:
    cues = vocabulary().cues
    said = words(clause)
    if any(word.text in BRANDS for word in said):  # "no Visa já cadastrado"
        return True
    return any(word.text in cues[cue] for word in said for cue in (*_OTHER_THINGS, *also))


@cache
def _for_you() -> re.Pattern[str]:
    """ "New customer for you. Otley Road Vets": who is told of them, not who they are."""
    who = r"you|us|ti|vos|usted|ustedes|nosotros|voce|voces|a gente|nos"
    return re.compile(rf"\s+(?:for|para|pra)\s+(?:{who})(?![\w@])[\s,.:;!-]*")


@cache
def _denied() -> re.Pattern[str]:
    """ "No es un", "isn't a", "não é um", right before what would announce somebody."""
    return re.compile(rf"\b(?:{any_of('denies')})\s+(?:(?:is|es|son|e|an?|una?|uma?|el|la|the|o)\s+)+$")


@cache
def _of_a_kind() -> re.Pattern[str]:
    """ "New business customer", "cliente pessoa física novo"."""
    kind, somebody = "|".join(any_of(kind) for kind, _ in KINDS), any_of("customer_label")
    new = any_of("newly")
    ahead, behind = (
        rf"(?:{new}) (?:small )?(?:{kind}) (?:{somebody})",
        rf"(?:{somebody}) (?:{kind}) (?:{new})",
    )
    return re.compile(rf"(?<![\w@.])(?:{ahead}|{behind})(?![\w@])")


@cache
def _not_known_yet() -> re.Pattern[str]:
    """ "Que todavía no está dada de alta", "not on your books yet"; vague is "that we've never sold to", "que
    recién llegó"."""
    yet, no, own = (rf"(?:{any_of(kind)})" for kind in ("yet", "denies", "is_customer"))
    between = r"(?:[\w'’]+\s+)"
    who = (
        rf"(?P<who>(?:(?:que|q|who|which|that|whom)(?:'?s)?|client[ea]|customer|client)\s+{between}{{0,3}}?)"
    )
    said = (
        rf"{no}\s+{between}{{0,4}}?(?:{any_of('known_here')})",
        rf"{no}\s+{own}\s+{yet}",
        rf"{no}\s+{yet}\s+{own}",
        rf"{yet}\s+{no}\s+{own}",
        rf"(?P<vague>{no}\s+(?:{own}|{between}{{0,4}}?(?:{any_of('made_known')}))|{any_of('just_came')})",
    )
    return re.compile(rf"(?<![\w@.]){who}?(?:{'|'.join(said)})(?![\w@])(?:\s+{yet}(?!\w))?")


_A = r"(?:un|una|um|uma|an?|some|otr[oa]|outr[oa]|another)"


@cache
def _somebody_new() -> re.Pattern[str]:
    """ "For a new bakery", "para un taller mecánico nuevo", "we've taken on a new dentist", where no name is
    said."""
    new, noun = rf"(?:{any_of('newly')})", r"[^\W\d]{3,}"
    trade = rf"(?!(?:{any_of('no_trade')})\b)(?:{any_of('occupation')}|{any_of('organisation')})"
    came = rf"(?:{any_of('gets')})\s+{_A}\s+(?:{new}\s+{trade}|{trade}(?:\s+{noun})?\s+{new})"
    whom = rf"(?:para|pa|pra|for)\s+{_A}\s+(?:{new}\s+{noun}|{noun}(?:\s+{noun})?\s+{new})"
    return re.compile(rf"\b(?P<who>{whom}|{came})(?![\w@])")


@cache
def _registered() -> re.Pattern[str]:
    """ "Cadastrar uma dentista", "add my cousin", "dar de alta a una panadería nueva": the verb; who they are
    stands behind it."""
    whose, new = rf"(?:{_A}|mi|my|meu|minha)", rf"(?:(?:{any_of('newly')})\s+)?"
    trade = rf"(?!(?:{any_of('no_trade')})\b)(?:{any_of('occupation')}|{any_of('organisation')})"
    who = rf"(?:{whose}\s+{new}(?:{any_of('relative')}|{trade})|alguien|alguem|someone|somebody)(?![\w@])"
    relative = rf"{whose}\s+(?:{any_of('relative')})(?![\w@])"
    looser = rf"(?:{any_of('adds')})(?=\s+(?:a[io]?\s+)?{relative})"
    said = rf"(?:{any_of('registers')})(?=\s+(?:a[io]?\s+)?{who})|{looser}"
    return re.compile(rf"(?<![\w@])(?:{said})(?=\s+(?:a[io]?\s+)?(?P<who>\w+(?: \w+){{0,2}}))")


@cache
def _to_register() -> re.Pattern[str]:
    """Spanish says to whom it is done with an "a", where a domain or a card has none."""
    verbs = r"(?:(?:dar|dame|doy|da|dale|damos|demos|daremos) de alta|registr\w+|inscrib\w+) al?(?: la| los)?"
    verbs += r"|cadastr(?:a[rm]?|o|amos|e)(?: [ao]s?)?|onboard"
    record = r"(?:cadastro|alta|ficha) (?:d[aeo]s?|pr[ao]|para|a)(?: [ao]| la| el)?"
    verbs += rf"|(?:abr|faz|fac|hag|haz)\w*(?: [oau]m?| el| la| una?)? {record}"
    verbs += r"|(?:set up|open|create) (?:an|a new) account for"
    return re.compile(rf"(?<![\w@])(?:{verbs})\s+(?=(?P<name>\w+))")


@cache
def _product_words() -> frozenset[str]:
    return frozenset(word for meant in vocabulary().synonyms.values() for word in meant)


@cache
def _one_new() -> re.Pattern[str]:
    """ "Tengo uno nuevo", "got a new one for you", "mais um novo: ..."; of what, the words before may say."""
    new = rf"(?:{any_of('newly')})"
    one = rf"(?:(?:un[oa]?|uma?|otr[oa]|outr[oa])\s+{new}|(?:an?\s+|another\s+)?{new} one)"
    begins = rf"(?:\b(?:{any_of('gets')})\s+|^\W*(?:(?:hola|oi|ola|hi|hey|mais|y|e|and)[\s,]+)*)"
    more = r"(?:\s+(?:for you|for us|today|hoy|hoje|por favor|please))?"
    return re.compile(rf"{begins}{one}{more}(?=\s*(?:$|[,.;:!(\n-]|(?:{any_of('called')})\b))")


def _says_of_what(folded: str, found: re.Match[str]) -> bool:
    return _names_another_thing(folded[: found.start()], "whole_order")


@cache
def _is_new(is_asked: bool) -> re.Pattern[str]:
    """ "..., they're new", "... y es nuevo"; for whom being asked also "nuevo, ...", "none of these: ..."."""
    ends = rf"(?=\s*(?:$|[,.;:!()\n-]|(?:(?:is|es|e)\s+)?(?:{any_of('called')})\b))"
    begins = rf"|(?:^|[,.;:!(\n-]\s*)(?:{any_of('create')})" if is_asked else ""
    return re.compile(rf"(?<![\w@.])(?P<new>(?:{any_of('is_new')}){begins}){ends}")
