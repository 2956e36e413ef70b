"""A domain that is left for later, or not needed now: "dps eu vejo o dominio", "not needed at present"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.ordering.domain_edges import clauses
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.text import Word, words
from bot.ordering.vocabulary import vocabulary

_NEAR = 5  # words from the noun to what is said of it
_REACH = 6  # words after which a "remove" says nothing about the noun any more


def puts_off_domain(text: str, step: Step | None) -> bool:
    """Whether a clause that names the domain, and no name, says so; any may where it is asked for."""
    is_asked = step in DOMAIN_STEPS and step is not Step.AUTH_CODE
    text = text.replace(":", " ").replace(" - ", " , ")
    nouns = vocabulary().cues["domain_noun" if is_asked else "domain_itself"]
    said = words(text)
    for start, end in clauses(text, said, []):
        clause = [word for word in said if start <= word.start < end]
        asks = "?" in text[start : end + 1] or "¿" in text[:end]
        noun = next((place for place, word in enumerate(clause) if word.text in nouns), None)
        if noun is not None and _is_put_off(clause, noun, asks):
            return True
        is_said = is_asked and (_is_later(clause) or _is_left_to_others(clause))
        is_said = is_said or (step is Step.DOMAIN and (_is_undecided(clause) or _is_promised(clause)))
        if is_said and "?" not in text:
            return True
    return step is Step.DOMAIN and "?" not in text and _is_not_yet(text, said)


def refusal(text: str, said: Sequence[Word], noun: int, small: Collection[str]) -> str | None:
    """Whether the noun is refused: "sin dominio", "domain later" ("all"), "no extra domains", "el segundo
    dominio no" ("extras"), "not the first domain" ("own"); None if not."""
    cues, behind = vocabulary().cues, said[noun + 1 : noun + _NEAR]
    is_left = not cues["leave"].isdisjoint(word.text for word in said) and has_phrase("let_go", behind)
    if is_left or has_phrase("never_mind", said[:noun]):
        return "all"
    refusing = frozenset().union(
        *(cues[cue] for cue in ("negation", "nothing", "without", "forget", "call_off"))
    )
    is_behind = bool(behind) and behind[0].text in cues["negation"] and _ends(text, behind)
    kind = "extras" if behind and behind[0].text in cues["more"] else "all"
    for word in reversed(said[max(noun - _REACH, 0) : noun]):
        if word.text in cues["more"] | cues["second"]:
            kind = "extras"
        elif word.text in cues["first"]:
            kind = "own"
        elif word.text in refusing:
            return kind
        elif word.text in cues["which"] | cues["whole_order"] or word.text not in small:
            break  # "no sé qué dominio" refuses nothing
    return kind if is_behind else None


def _ends(text: str, behind: Sequence[Word]) -> bool:
    """Whether nothing follows the word in its clause, and it is no question: "el dominio no, gracias"."""
    rest = text[behind[0].end :].lstrip()
    return "?" not in rest and (not rest or rest[0] in ",;.!\n")


def drops_it(text: str, said: Sequence[Word], small: Collection[str]) -> bool:
    """ "They have one already, take it out": a clause that says no more."""
    cues = vocabulary().cues
    drops = cues["without"] | cues["call_off"] | cues["drop_it"] | cues["forget"]
    known = drops.union(small, cues["whole_order"], cues["let_go"], cues["polite"])
    parts = [
        {word.text for word in said if start <= word.start < end} for start, end in clauses(text, said, [])
    ]
    return "?" not in text and any(part & drops and part <= known for part in parts)


def speaks_of_extras(said: Sequence[Word], step: Step | None) -> bool:
    """ "The other domain we'll see later"; "another name later" is another one than that which is taken."""
    if step is Step.DOMAIN_TAKEN:
        return False
    more, nouns = vocabulary().cues["more"], vocabulary().cues["domain_noun"]
    others = any(one.text in more and two.text in nouns for one, two in pairwise(said))
    return step is Step.EXTRA_DOMAINS or others


def _is_put_off(clause: Sequence[Word], noun: int, asks: bool) -> bool:
    """The word for it may stand on either side of the noun: "domínio depois", "luego te paso el dominio"; but
    "luego un dominio" wants one."""
    cues, behind = vocabulary().cues, clause[noun + 1 :]
    if _is_later(behind) or (behind and behind[0].text in cues["nothing"] and not asks):
        return True
    before = clause[noun - 1].text if noun else ""
    is_the = before in cues["article"] | cues["of_brand"] | cues["later"]
    return not asks and (
        (is_the and _is_later(clause[:noun])) or _is_undecided(clause) or _is_undecided(behind)
    )


def _is_later(said: Sequence[Word]) -> bool:
    """ "Later", "next week", "that can wait"; not "después de eso", and no "boa tarde"."""
    cues, texts = vocabulary().cues, [word.text for word in said]
    if any(has_phrase(cue, said) for cue in ("some_day", "can_wait")):
        return True
    if len(texts) > 1 and texts[-1] in cues["later_at_the_end"]:
        return True  # "the domain I will give after"
    later = cues["later"] - cues["time_of_day"]
    return any(one in later and two not in cues["of_brand"] for one, two in pairwise([*texts, ""]))


def _is_not_yet(text: str, said: Sequence[Word]) -> bool:
    """ "Not now, when the notary gives them the papers", "no, hasta que abran": a no for today, or one that
    says what it waits for; not "not now, they have one already"."""
    cues, texts = vocabulary().cues, [word.text for word in said]
    if has_phrase("already", said) and has_phrase("theirs", said):
        return False
    waits = next((at for at in range(len(said)) if _begins("once_that", texts[at:])), len(said))
    marks = (at for at, word in enumerate(said, 1) if re.match(r"\s*[,;.!:\n…]", text[word.end :]))
    small = vocabulary().filler.union(
        *(cues[cue] for cue in ("negation", "no", "by_now", "at_present", "polite", "remark", "hold_on"))
    )
    heads = (set(texts[: next(marks, len(said))]), set(texts[:waits]))
    first, awaiting = (head <= small and not head.isdisjoint(cues["negation"]) for head in heads)
    return (first and not heads[0].isdisjoint(cues["not_to_day"])) or (awaiting and waits < len(said))


def _begins(cue: str, texts: Sequence[str]) -> bool:
    return any([*texts[: len(each.split())]] == each.split() for each in vocabulary().cues[cue])


def _is_left_to_others(said: Sequence[Word]) -> bool:
    """ "Lo define el cliente", "let them choose": nothing else is said."""
    cues, texts = vocabulary().cues, {word.text for word in said}
    who, small = (
        cues["customer_noun"] | cues["subject"],
        vocabulary().filler | cues["leave"] | cues["changed_to"],
    )
    small |= cues["change"] & {"mejor"} | cues["must"] | cues["polite"]
    return bool(texts & cues["decides"] and texts & who) and texts <= small | cues["decides"] | who


def _is_undecided(said: Sequence[Word]) -> bool:
    """ "Not needed at present", "todavía no lo tienen definido": nothing else is said."""
    cues, texts = vocabulary().cues, [word.text for word in said]
    refusing = cues["negation"] | cues["not_to"] | cues["dialect_not"]
    denied = [place for place, text in enumerate(texts) if text in refusing]
    small = vocabulary().filler.union(
        *(
            cues[cue]
            for cue in (
                "have",
                "wanted",
                "subject",
                "negation",
                "not_to",
                "dialect_not",
                "known_yet",
                "customer_noun",
                "by_now",
                "decided",
                "polite",
                "domain_noun",
                "single",
            )
        )
    )
    meant = cues["have"] | cues["wanted"] | cues["decided"] | cues["known_yet"]
    small -= cues["which"]  # "no sé qué dominio usar"
    return bool(denied) and small.issuperset(texts) and any(text in meant for text in texts[denied[0] + 1 :])


def _is_promised(said: Sequence[Word]) -> bool:
    """ "Te lo confirmo", "o cliente vai me passar", "they will provide it": told, but not now."""
    cues, texts = vocabulary().cues, {word.text for word in said}
    kinds = ("tells", "will_tell", "subject", "customer_noun", "domain_itself", "polite", "must", "known_yet")
    small = vocabulary().filler.union(*(cues[cue] for cue in kinds)) - cues["more"] - cues["at_present"]
    tells = not texts.isdisjoint(cues["tells"]) and not texts.isdisjoint(cues["will_tell"])
    sentence = f" {' '.join(word.text for word in said)} "
    is_of = any(f" {each} " in sentence for each in cues["the_one_of"] - cues["domain_noun"])
    return tells and texts <= small and not is_of  # "te paso el de su correo"
