"""A yes among words that mean nothing to an order: "go ahead sir", "sí, bacán", "ficou ótimo, confirmo".

``consent`` knows every word of a plain yes; people wrap theirs in a word or two that no list holds. Such a
yes counts only if it says plainly that the order shall be placed, if nothing beside it holds back (a
condition, a delay, a question, a price, a change), and if the strange words are few. Callers see to it that
nothing of an order is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.ordering.around_yes import goes, takes_this_too, without_thanks
from bot.ordering.asides import does_another, is_reported, mocks, without_call, without_hurry
from bot.ordering.consent import asks, consents, has_strange_signs, is_to_come, only_thanks, without_percent
from bot.ordering.remarks import (
    CLAUSE,
    denies_a_wish,
    spoken,
    without_accepted_terms,
    without_harmless,
    without_praised_part,
    without_reason,
)
from bot.ordering.saved_cards import BRANDS
from bot.ordering.text import fold, words
from bot.ordering.vocabulary import has_any, vocabulary
from bot.ordering.vocabulary.ordinary import is_portuguese

_STRANGE = 3  # words that nobody knows
_SI_AND_WHOM = 2  # words: "si paula" calls her
_LONGEST = 12  # words
_LONGEST_ORDER = 30  # words of a message in which a clause of its own says "place it"
_SENTENCE = re.compile(r"[.!\n]+\s*")


def agrees(text: str, repeats: bool = False) -> bool:
    """A yes to spending money, plain or with some harmless words around it.

    ``repeats``: the order's words and numbers beside it only say again what was shown.
    """
    is_other = only_thanks(text)
    text = without_call(without_thanks(without_percent(text)))
    if mocks(text) or any(map(_is_condition, CLAUSE.split(text))) or is_reported(text):
        return False
    text = without_hurry(text)
    if consents(text) or (takes_this_too(text) and not has_strange_signs(text)):
        return True
    return _agrees_warmly(text, repeats) and not (is_other or asks(text))


def _agrees_warmly(text: str, repeats: bool) -> bool:
    """Some clause says so, and none takes it back."""
    if has_strange_signs(text):
        return False
    text = _in_portuguese(text, repeats)
    text = without_reason(without_praised_part(without_accepted_terms(text)))
    heard = map(spoken, CLAUSE.split(text))
    clauses = [said for said in heard if said and not _is_praise(said)]
    said = [word for clause in clauses for word in clause]
    whole = ([word.text for word in words(clause)] for clause in CLAUSE.split(text))
    never = any(has_any("never_yes", clause) for clause in (*whole, *clauses))
    if not said or never or any(map(is_to_come, clauses)):
        return False
    placing = max((place for place, clause in enumerate(clauses) if _places(clause)), default=-1)
    placing = len(clauses) - 1 if goes(clauses[-1]) else placing  # not "va, mira"
    if placing >= 0:
        clauses = [[word for word in clause if word not in vocabulary().cues["excuse"]] for clause in clauses]
    if any(_takes_back(clause, repeats, place < placing) for place, clause in enumerate(clauses)):
        return False
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    if not repeats and _has_a_number(first if consents(first) else text):
        return False
    if placing >= 0:  # a remark beside it takes nothing back
        return len(said) <= _LONGEST_ORDER and (repeats or not any(map(_names_a_part, clauses)))
    strange = _strange(without_harmless(said), repeats)
    if any(map(goes, clauses)) and (repeats or not strange):
        return strange <= _STRANGE
    return len(said) <= _LONGEST and _says_so(said) and strange <= _STRANGE


def _is_praise(clause: Sequence[str]) -> bool:
    """ "Mucho mejor", "yes better": of the order as it is now."""
    cues = vocabulary().cues
    rest = " ".join(clause[1:] if clause[0] in cues["plain_yes"] else clause)
    return rest in cues["improved"]


def _names_a_part(clause: Sequence[str]) -> bool:
    """A word of the order's own; not where all is left as it is ("no le cambies nada")."""
    cues = vocabulary().cues
    is_left = not cues["negation"].isdisjoint(clause) and not cues["no_more_of"].isdisjoint(clause[-2:])
    if is_left or goes(clause):
        return False
    ordered = {word for phrase in cues["performing_phrases"] for word in phrase.split()}
    small = cues["of_the_review"] | (ordered if _places(clause) else frozenset())
    return not (set(without_harmless(clause)) & _of_an_order() - _known()).issubset(small)


def _in_portuguese(text: str, repeats: bool) -> str:
    """ "Sim, no visa", "me deu o ok no zap" deny nothing: it is "on the Visa"."""
    folded = fold(text)
    if is_portuguese(folded.split()):
        return re.sub(r"\bno (?=\w)", "", folded)
    cards = "|".join(sorted({*BRANDS, *vocabulary().cues["card"]}))
    if not repeats or not re.search(r"\b(?:sim|pode|isso|fechar?)\b", folded):
        return text
    return re.sub(rf"\bno (?=(?:{cards})\b)", "", folded)


def _has_a_number(text: str) -> bool:
    """Not the name of something: "line 1 is right", "matches ticket 20931"."""
    names = "|".join(sorted(vocabulary().cues["number_of"]))
    return re.search(r"\d", re.sub(rf"\b(?:{names}) +\d+\b", "", fold(text))) is not None


def _is_condition(text: str) -> bool:
    """ "Si mi jefe dice que sí", "confírmame si ya quedó": such a "si" has neither accent nor comma."""
    cues = vocabulary().cues
    verbs, told = ("|".join(sorted(cues[kind])) for kind in ("performing", "placing"))
    asked = re.match(rf"\W*(?:{verbs}) s(i) +(\w+)", fold(text))
    if asked and text[asked.start(1)] in "iI":
        return asked[2] not in cues["consent"] | cues["performing"]
    if re.search(rf"\b(?:{verbs}|{told}) se +(?!(?:{verbs})\b)\w", fold(text)):
        return True  # "autorizo se baixar"
    after = re.match(r"\W*si +(?:(lo|la) +)?(\w+)", text.lower())
    if after is None:
        return False
    is_known = fold(after[2]) in cues["consent"] | cues["performing"]
    if after[1] == "lo":
        return not is_known
    if after[1] is None and fold(after[2]) in cues["if_it"] and len(text.split()) == _SI_AND_WHOM:
        return True  # "si quieren"
    is_somebody = fold(after[2]) in cues["if_somebody"] or fold(after[2]) not in _known()
    return after[1] is None and is_somebody and len(text.split()) > _SI_AND_WHOM


def _places(clause: Sequence[str]) -> bool:
    """Whether a clause tells to place the order, and little else: "so please go ahead and place it"."""
    ordered = has_any("performing_phrases", clause) or not vocabulary().cues["performing"].isdisjoint(clause)
    return (ordered or _is_told(clause)) and _strange(without_harmless(clause), True) <= _STRANGE


def _is_told(clause: Sequence[str]) -> bool:
    """ "Pode efetuar", "favor de enviarlo", "place this": a verb of placing, told or with its object."""
    cues = vocabulary().cues
    for place, word in enumerate(clause):
        if word in cues["placing"]:
            before = clause[max(place - 2, 0) : place]
            behind = [
                each for each in clause[place + 1 :] if each not in cues["article"] - cues["whole_order"]
            ]
            if not cues["telling"].isdisjoint(before) or not cues["whole_order"].isdisjoint(behind[:1]):
                return True
    return False


def _says_so(said: Sequence[str]) -> bool:
    """ "Confirmo", "go ahead", or a yes at either end; "ok" and "perfect" may only have listened."""
    cues = vocabulary().cues
    core = [
        word
        for word in without_harmless(said)
        if word not in cues["warmth"] | cues["courtesy"] or word in cues["plain_yes"]
    ]
    return (
        not cues["plain_yes"].isdisjoint((*core[:1], *core[-1:]))
        or not cues["performing"].isdisjoint(said)
        or has_any("performing_phrases", said)
    )


def _takes_back(clause: Sequence[str], repeats: bool, is_remark: bool) -> bool:
    if goes(clause):
        return False  # "pásalo"
    if does_another(clause):
        return True
    is_other = _of_a_thing(clause, repeats) or (not repeats and _with_somebody(clause))
    return is_other or _holds_back(clause, repeats, is_remark)


def _holds_back(clause: Sequence[str], repeats: bool, is_remark: bool) -> bool:
    """``is_remark``: a clause behind it places the order, so that what was seen or read is no answer."""
    cues = vocabulary().cues
    if not cues["negation"].isdisjoint(clause) and not cues["no_more_of"].isdisjoint(clause[-2:]):
        # "No le muevo más", "I'm not changing anything else", not "they don't want it anymore".
        is_off = clause[-1] in cues["no_longer"] and cues["nothing"].isdisjoint(clause)
        return not cues["placing"].isdisjoint(clause) or (is_off and denies_a_wish(clause))
    beside = cues["without"] | cues["beside_shown"] if repeats else frozenset()
    beside |= cues["noticed"] if is_remark else frozenset()
    said = without_harmless(clause)
    others = [word for word in said if word not in cues["of_the_review"]]
    is_sent = not cues["sending"].isdisjoint(others)  # "manda os termos, aí eu confirmo"
    if is_remark and len(others) < len(said) and not (is_sent or _strange(others, repeats)):
        said = others  # "the total is right", not "the total went up"
    return any(word in cues["holding_back"] - beside for word in said)


def _with_somebody(clause: Sequence[str]) -> bool:
    """ "Confírmalo con el cliente", "send it to them", "yes to the audio", not "procede con la compra"."""
    cues = vocabulary().cues
    said = without_harmless(clause)
    verbs, small = cues["performing"] | cues["placing"], cues["article"] - cues["whole_order"]
    leads_on = cues["together_with"] | cues["customer"] | cues["joins"]  # "yes to mcafee", "sim e mcafee"
    for place, word in enumerate(said[1:-1], 1):
        before = [each for each in said[:place] if each not in cues["whole_order"]]
        behind = [each for each in said[place + 1 :] if each not in small]
        harmless = verbs | cues["whole_order"] - cues["pronoun"]
        if before and before[-1] in cues["plain_yes"] and word in leads_on:
            return behind[:1] != [] and behind[0] not in harmless | _known()
        if word in cues["together_with"] and before and before[-1] in verbs:
            return not behind or behind[0] not in harmless  # "con él"
    return False


@cache
def _known() -> frozenset[str]:
    cues = vocabulary().cues
    kinds = (
        "consent",
        "beside_consent",
        "courtesy",
        "plain_yes",
        "performing",
        "placing",
        "warmth",
        "pleased",
        "goes_through",
        "yes_tag",
    )
    return (vocabulary().filler - _of_an_order()).union(*(cues[kind] for kind in kinds))


def _strange(said: Sequence[str], repeats: bool) -> int:
    """How many words nobody knows; a word of the order's own counts as too many."""
    known = _known()
    cost = 0 if repeats else _STRANGE + 1
    return sum(cost if word in _of_an_order() else 1 for word in said if word not in known)


@cache
def _of_an_order() -> frozenset[str]:
    kinds = (
        *("domain_noun", "add_on_noun", "card", "seats", "without", "add", "transfer", "new_customer"),
        *(
            "other_means",
            "wired",
            "discount",
            "tax",
            "currency",
            "cancel",
            "order_part",
            "change",
            "term_word",
        ),
    )
    return frozenset(vocabulary().synonyms).union(*(vocabulary().cues[kind] for kind in kinds))


def _of_a_thing(said: Sequence[str], repeats: bool) -> bool:
    """ "Confirm the address", "manda la factura": something else than the order is meant. "Confirma los 20",
    "place the order for Espiga" may repeat what is shown."""
    cues = vocabulary().cues
    small = (cues["article"] | cues["leads_to_name"] | cues["besides"]) - cues["pronoun"]
    verbs = cues["transitive"] | cues["placing"]
    for place, word in enumerate(said):
        if word in verbs and not (repeats and word in cues["orders_noun"]):
            behind = [each for each in said[place + 1 :] if each not in small]
            if behind and behind[0] in cues["whole_order"] - cues["pronoun"]:
                if repeats and behind[0] in cues["orders_noun"]:
                    continue
                del behind[0]
            if repeats and behind and behind[0].isdigit():
                continue
            if behind and behind[0] not in _known() | cues["pronoun"] | cues["holding_back"] | verbs:
                return True
    return False
