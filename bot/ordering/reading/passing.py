"""Numbers in passing: while an order stands, "yes if it stays below 30" counts nothing of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.ordering.draft import Step
from bot.ordering.heard import Relation
from bot.ordering.meaning import SMALL_TALK
from bot.ordering.newcomer import NEW_STEPS
from bot.ordering.reading.counts import Count
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.stated import is_stated
from bot.ordering.supposing import proposes, supposes
from bot.ordering.vocabulary import is_among, vocabulary
from bot.ordering.warm_yes import agrees

# What may stand around a number that is meant, and what makes it a change whatever else is said.
_SMALL = (
    *("polite", "yes", "no", "consent", "beside_consent", "seats", "plan_noun", "change", "only", "i_mean"),
    *("more_after", "fewer_after", "raise", "lower", "by", "of", "up_to", "about", "negation", "article"),
    *("perhaps", "or", "between", "that_one", "times", "around_a_count"),
    *("on_second_thought", "everything", "the_same", "but_for", "nothing"),
)
_NUMBERS_OF_THEIR_OWN = frozenset((Step.CUSTOMER, Step.PAYMENT, Step.AUTH_CODE, Step.CREDENTIALS_EMAIL))
_FEW = 3  # words
_SHORTEST_SLIP = 5  # letters of a word that may have a slip of the finger in it
_LAUGH = re.compile(r"k{3,}|(?:[jh][aei]){2,}[jh]?|(?:rs){2,}|lol")
_NO_VERB = ("more_after", "fewer_after", "more", "other")  # "con otros 2 archivos"


def is_meant(said: Sentence, count: Count, plan_places: Collection[int]) -> bool:
    """Whether it is to be the plan's number. Where none is known, or one is asked for, any number is."""
    if said.draft.quantity is None or said.step in (None, Step.QUANTITY, Step.PLAN):
        return True
    if (
        _counts_cards(said, count)
        or count.relation is Relation.ALL_BUT
        or _is_a_bound(said, count)
        or is_of_both(said, count)
    ):
        return False
    if _denies_known(said) or _is_instead(said, count) or _is_nearly_all(said, count):
        return True
    if "?" in said.text or supposes(said.text, is_whole=False):
        return proposes(said.text) or supposes(said.text, said.is_whole(_numbers(said)))
    licences = count.has_unit and not _counts_people(said, count)
    return (
        licences
        or is_stated(said, count)
        or bool(plan_places)
        or _counts_plan(said, count)
        or is_bare(said, count.first, count.last)
        or _says_change(said, count)
        or is_moved_to(said, count)
    )


def _counts_cards(said: Sentence, count: Count) -> bool:
    """ "There's just one, that one", where the card is asked for and so many are saved."""
    is_number_of_them = count.value == str(len(said.shop.cards)) and count.relation is Relation.EXACT
    is_plain = not (
        said.topic or count.has_unit or says_change_in(said, said.clause(count.first, count.last))
    )
    return said.step is Step.PAYMENT and count.is_only and is_number_of_them and is_plain


def _denies_known(said: Sentence) -> bool:
    """ "Actually 18, not 16", where there are 16."""
    known = str(said.draft.quantity)
    return any(number.value == known and said.places(number) & said.denied for number in said.numbers())


def _is_instead(said: Sentence, count: Count) -> bool:
    """ "Vinte em vez de dez": the engine tags no number behind an "instead of"; only the plan has one."""
    if "?" in said.text or any(choice.quantity is not None for choice in said.draft.add_ons or ()):
        return False
    return any(
        at.start == count.last + 1
        and at.stop + 1 == said.clause(at.start, at.start).stop
        and said.words[at.stop].text not in said.shop.product_words
        for at in said.phrases("instead_of")
    )


def _is_nearly_all(said: Sentence, count: Count) -> bool:
    """ "Tbh 22", "scratch that 22", "22 vdd": hardly a word beside it, whatever that means."""
    alone = len(_numbers(said)) == 1 and said.claimed <= _numbers(said) and said.intent not in SMALL_TALK
    if count.last + 1 < len(said.words) and said.words[count.last + 1].text in said.cues["come_to"]:
        return False  # "2 son temporales"
    at_an_end = count.first in (0, len(said.words) - 1)
    may_be = said.step not in NEW_STEPS | _NUMBERS_OF_THEIR_OWN and "?" not in said.text
    return alone and at_an_end and may_be and len(said.words) <= _FEW


def _counts_plan(said: Sentence, count: Count) -> bool:
    """ "10 BP", "media docena de dropbox": a word of some plan's name is what is counted."""
    behind = [word.text for word in said.words[count.last + 1 : count.last + 4]]
    while behind and behind[0] in said.cues["of"] | said.cues["of_brand"] | said.cues["article"]:
        behind = behind[1:]
    return bool(behind) and bool(said.shop.plan_names.holders(behind[0]))


def is_a_while(said: Sentence) -> bool:
    """ "Trabajan ahi hace 15 años": no term of an order that has one already."""
    if said.draft.term is None or said.step is Step.TERM or proposes(said.text):
        return False
    whiles = [said.places(each) for each in said.entities if (each.kind, each.value) == ("term", "other")]
    return any(not is_bare(said, min(places), max(places)) for places in whiles if places)


def is_bare(said: Sentence, first: int, last: int) -> bool:
    """ "30", "quiero 30 licencias", "they hired some people, so 30": nothing else is said in this clause."""
    small = vocabulary().filler.union(*(said.cues[cue] for cue in _SMALL))
    if said.says_around("wanted", first, last):
        small |= said.cues["subject"]  # "agora ele quer 26", not "he is 26"
    known = said.claimed | _numbers(said)
    reasons = (phrase.start for phrase in said.phrases("because") if phrase.start > last)
    until = min(reasons, default=len(said.words))  # "14 of them | because of the two temps"
    return all(
        place in known or is_among(word, small, _SHORTEST_SLIP) or _LAUGH.fullmatch(word)
        for place in said.clause(first, last)
        if place < until
        for word in (said.words[place].text,)
    )


def _numbers(said: Sentence) -> set[int]:
    return {place for number in said.numbers() for place in said.places(number)}


def _says_change(said: Sentence, count: Count) -> bool:
    """ "Ponle 30 que llegaron más": a verb that changes; "cámbialo, que quiere una factura" counts none."""
    is_article = said.words[count.first].text in said.cues["indefinite"]
    clause = said.clause(count.first, count.last) if is_article else range(len(said.words))
    return says_change_in(said, clause) or (proposes(said.text) and not is_article)


def says_change_in(said: Sentence, places: Collection[int]) -> bool:
    verbs = said.cues["change"] | said.cues["raise"] | said.cues["lower"]
    verbs -= frozenset().union(*(said.cues[cue] for cue in _NO_VERB))
    return any(said.words[place].text in verbs for place in places)


def is_moved_to(said: Sentence, count: Count) -> bool:
    """ "Client has reduced it to 35", "o cliente mudou pra 35"; not "el precio bajó a 35"."""
    clause = [said.words[place].text for place in _as_far_as_a_but(said, count)]
    if clause[1:2] and clause[1] in said.cues["it"] and clause[0] not in said.cues["moved"]:
        clause = clause[1:]  # "crank it up to 22"
    ends = said.cues["up_to"] | said.cues["down_to"]
    small = vocabulary().filler.union(
        *(said.cues[cue] for cue in (*_SMALL, "customer_noun", "subject", "have", "take", "put_on"))
    )
    rest = [word for word in clause if word not in said.cues["moved"] and not word.isdigit()]
    moves = said.words[count.first - 1].text in ends and len(rest) < len(clause) - 1
    return count.first > 0 and moves and small.issuperset(rest)


def _as_far_as_a_but(said: Sentence, count: Count) -> range:
    """ "Storage stays at 5 but | the machines go up to 18"."""
    clause = said.clause(count.first, count.last)
    buts = [place for place in clause if said.words[place].text in said.cues["however"]]
    first = max((place + 1 for place in buts if place < count.first), default=clause.start)
    return range(first, min((place for place in buts if place > count.last), default=clause.stop))


def _counts_people(said: Sentence, count: Count) -> bool:
    """ "They have 15 people": who they are, not what they buy."""
    behind = [word.text for word in said.words[count.last + 1 : count.last + 3]]
    return any(word in said.cues["people"] for word in behind)


def _is_a_bound(said: Sentence, count: Count) -> bool:
    """ "Menos de 30", "below 30", "no pase de 30"; not "las 2 de arriba: 12 equipos"."""
    if said.ends_before(count.first):
        return False
    before = [word.text for word in reversed(said.words[max(0, count.first - 2) : count.first])]
    nearest, further = (*before, "", "")[:2]
    compares = said.cues["more_after"] | said.cues["fewer_after"]
    return nearest in said.cues["bound"] or (
        nearest in said.cues["than"] and further in compares | said.cues["bound"]
    )


def is_of_both(said: Sentence, count: Count) -> bool:
    """ "Anual los 2", "os dois": of two that were spoken of; of add-ons that are offered, "los 3". "Just the
    two, go ahead" is not, of an order in which nothing is two."""
    before = said.words[count.first - 1].text if count.first else ""
    near = {word.text for word in said.words[max(0, count.first - 2) : count.first]}
    has = len(said.draft.add_ons or ())
    if near & said.cues["both_of_them"] and has > 1:
        return True  # "make both 5"
    is_some = count.relation is Relation.EXACT and (count.value == "2" or said.step is Step.ADD_ONS)
    articles = said.cues["article"] - said.cues["up_to"] - said.cues["that_one"]
    are_two = 2 in (has, has + 1, len(said.draft.domains()))  # noqa: PLR2004
    if said.step is Step.CONFIRM and not are_two and (count.is_only or agrees(said.text)):
        return False
    is_led = before in articles or (said.step is Step.ADD_ONS and before in said.cues["everything"])
    return is_some and not count.has_unit and is_led
