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

from bot.ordering.consent import asks, consents, has_strange_signs, only_thanks
from bot.ordering.text import fold, words
from bot.ordering.vocabulary import has_any, vocabulary

_STRANGE = 3  # words that nobody knows
_LONGEST = 12  # words
_LONGEST_ORDER = 30  # words of a message in which a clause of its own says "place it"
_REMARK = 12  # words of a reason
_SENTENCE = re.compile(r"[.!\n]+\s*")
_CLAUSE = re.compile(r"[.!,;:\n()]+\s*|\s[-–—]+\s")


def agrees(text: str, repeats: bool = False) -> bool:
    """A yes to spending money, plain or with some harmless words around it.

    ``repeats``: the order's words and numbers beside it only say again what was shown.
    """
    is_other = only_thanks(text) or asks(text) or _is_condition(text)
    return consents(text) or (_agrees_warmly(text, repeats) and not is_other)


def _agrees_warmly(text: str, repeats: bool) -> bool:
    clauses = [said for clause in _CLAUSE.split(text) if (said := _spoken(clause))]
    said = [word for clause in clauses for word in clause]
    if not said or has_strange_signs(text):
        return False
    if _agrees_in_a_hurry(text, repeats):
        return True
    if has_any("never_yes", said):
        return False
    if _agrees_for_a_reason(text):
        return True
    if any(_holds_back(clause, repeats) or _of_a_thing(clause) for clause in clauses):
        return False
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    if not repeats and _has_a_number(first if consents(first) else text):
        return False
    if any(_places(clause) for clause in clauses):  # a remark beside it takes nothing back
        other = set(_without_harmless(said)) & _of_an_order() - _known()
        return len(said) <= _LONGEST_ORDER and (repeats or not other)
    return len(said) <= _LONGEST and _says_so(said) and _strange(_without_harmless(said), repeats) <= _STRANGE


def _has_a_number(text: str) -> bool:
    """Not the name of something: "line 1 is right", "matches ticket 20931"."""
    names = "|".join(sorted(vocabulary().cues["number_of"]))
    return re.search(r"\d", re.sub(rf"\b(?:{names}) +\d+\b", "", fold(text))) is not None


def _agrees_for_a_reason(text: str) -> bool:
    """ "Send it, because they need it tomorrow": nothing holds back that is the reason, and no wish."""
    cues, folded = vocabulary().cues, fold(text)
    found = re.search(rf"\b(?:{'|'.join(sorted(cues['reason']))})\b", folded)
    if found is None:
        return False
    first, reason = text[: found.start()], _spoken(text[found.end() :])
    wishes = cues["change"] | cues["add"] | cues["without"] | cues["cancel"] | cues["however"]
    is_wish = not wishes.isdisjoint(reason) or any(word.isdigit() for word in reason)
    return 0 < len(reason) <= _REMARK and not is_wish and consents(first) and _says_so(_spoken(first))


def _agrees_in_a_hurry(text: str, repeats: bool) -> bool:
    """ "Confirma antes que liguem de novo", "place it before they change their minds": what is not to come
    first, of somebody else than who places the order, and without a wish."""
    cues = vocabulary().cues
    found = re.search(rf"\b(?:{'|'.join(sorted(cues['before_that']))}) ", fold(text))
    if found is None:
        return False
    behind = _without_harmless(_spoken(text[found.end() :]))
    other = cues["placing"] | cues["performing"] | cues["holding_back"]
    is_other = not other.isdisjoint(behind) or any(word.isdigit() for word in behind)
    first = text[: found.start()]
    is_yes = agrees(first, repeats) and _says_so(_spoken(first))
    return is_yes and len(behind) <= _REMARK and not is_other


def _is_condition(text: str) -> bool:
    """ "Si mi jefe dice que sí": the "si" of a condition has neither accent nor comma."""
    cues = vocabulary().cues
    after = re.match(r"\W*si +(?:(lo|la) +)?(\w+)", text.lower())
    if after is None:
        return False
    is_known = fold(after[2]) in cues["consent"] | cues["performing"]
    return not is_known if after[1] == "lo" else after[1] is None and fold(after[2]) in cues["if_somebody"]


def _spoken(text: str) -> list[str]:
    return [word.text for word in words(text)]


@cache
def _harmless() -> list[str]:
    """The longest first: "with what they" before "with"."""
    return sorted(vocabulary().cues["harmless_phrases"], key=lambda phrase: (-len(phrase), phrase))


def _without_harmless(clause: Sequence[str]) -> list[str]:
    """The words of a clause but those that hold nothing back together: "no hay problema"."""
    sentence = f" {' '.join(clause)} "
    for phrase in _harmless():
        sentence = sentence.replace(f" {phrase} ", " ")
    return sentence.split()


def _places(clause: Sequence[str]) -> bool:
    """Whether a clause tells to place the order, and little else: "so please go ahead and place it"."""
    ordered = has_any("performing_phrases", clause) or not vocabulary().cues["performing"].isdisjoint(clause)
    return (ordered or _is_told(clause)) and _strange(clause, True) <= _STRANGE


def _is_told(clause: Sequence[str]) -> bool:
    """ "Pode efetuar", "favor de enviarlo", "place this": a verb of placing, told or with its object."""
    cues = vocabulary().cues
    for place, word in enumerate(clause):
        if word in cues["placing"]:
            before, behind = clause[max(place - 2, 0) : place], clause[place + 1 : place + 2]
            if not cues["telling"].isdisjoint(before) or not cues["whole_order"].isdisjoint(behind):
                return True
    return False


def _says_so(said: Sequence[str]) -> bool:
    """ "Confirmo", "go ahead", or a yes at either end; "ok" and "perfect" may only have listened."""
    cues = vocabulary().cues
    core = [
        word for word in said if word not in cues["warmth"] | cues["courtesy"] or word in cues["plain_yes"]
    ]
    return (
        not cues["plain_yes"].isdisjoint((*core[:1], *core[-1:]))
        or not cues["performing"].isdisjoint(said)
        or has_any("performing_phrases", said)
    )


def _holds_back(clause: Sequence[str], repeats: bool) -> bool:
    cues = vocabulary().cues
    if not cues["negation"].isdisjoint(clause) and not cues["no_more_of"].isdisjoint(clause[-2:]):
        return not cues["placing"].isdisjoint(clause)  # "no le muevo más", "I'm not changing anything else"
    said = _without_harmless(clause)
    beside = cues["without"] | cues["beside_shown"] if repeats else frozenset()
    return any(word in cues["holding_back"] and word not in beside for word in said)


@cache
def _known() -> frozenset[str]:
    cues = vocabulary().cues
    kinds = ("consent", "beside_consent", "courtesy", "plain_yes", "performing", "placing", "warmth")
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
        *("other_means", "wired", "discount", "tax", "currency", "cancel", "order_part", "change"),
    )
    return frozenset(vocabulary().synonyms).union(*(vocabulary().cues[kind] for kind in kinds))


def _of_a_thing(said: Sequence[str]) -> bool:
    """ "Confirm the address", "manda la factura": something else than the order is meant."""
    cues = vocabulary().cues
    small = (cues["article"] | cues["leads_to_name"]) - cues["pronoun"]
    verbs = cues["transitive"] | cues["placing"]
    for place, word in enumerate(said):
        if word in verbs:
            behind = [each for each in said[place + 1 :] if each not in small]
            if behind and behind[0] in cues["whole_order"] - cues["pronoun"]:
                del behind[0]
            if behind and behind[0] not in _known() | cues["pronoun"] | cues["holding_back"] | verbs:
                return True
    return False
