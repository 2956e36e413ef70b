"""A product that is named and not sold here: "office 365 e3", "slack pro", "10 licencias de salesforce".

Three signs: an unknown word beside a product's name, in the same breath ("microsoft visio"), words of two
products that are none together ("google premium"), or an unknown name where a product's belongs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.ordering.draft import Step
from bot.ordering.heard import Unsold
from bot.ordering.names import Match
from bot.ordering.newcomer import NEW_STEPS
from bot.ordering.reading.counts import hear_counts
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import is_ordinary, vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words

# What somebody wants who names a product, as the engine guesses it; in a question only a sure name is one.
_ORDERS = frozenset(("order", "inform", "nlu_fallback", "change_subscription"))
_WISHES = _ORDERS | {"out_of_scope", "ask_plans"}
_QUESTIONS = frozenset(
    ("ask_price", "ask_difference", "ask_savings", "ask_add_ons", "chitchat", "ask_how", "greet")
)
_CODE = re.compile(r"[a-z]\d{1,2}")  # E3, F1
_VERB = re.compile(r"\w+(?:[aei]r|[aei]rlo|ando|endo|indo|amos|emos|imos|ria|a?me|lo|o)")
_LONGEST = 3  # words of a name nobody knows
_SHORTEST = 3  # letters
_WHOLE = 0.97  # of a name
_COMMON = 4  # solutions; a word in so many of them ("business") tells nothing


def hear_unsold(said: Sentence) -> Unsold | None:
    """Its words are claimed: they mean nothing else."""
    if said.step in NEW_STEPS or said.step in (Step.CUSTOMER, Step.CREDENTIALS_EMAIL, Step.AUTH_CODE):
        return None
    if said.intent not in _WISHES | _QUESTIONS:
        return None
    best = said.shop.plan_names.best(said.words, said.claimed)
    places = (_beside_a_product(said, best) if best else None) or _by_itself(said, best)
    if not places:
        return None
    first, last = min(places), max(places)
    if first and said.words[first - 1].text.isdigit() and _knows(said, first - 1):
        first -= 1  # "365 e3"
    said.claim(range(first, last + 1))
    text = said.text[said.words[first].start : said.words[last].end]
    return Unsold(text, _nearest(said, range(first, last + 1)))


def _beside_a_product(said: Sentence, best: Sequence[Match]) -> set[int] | None:
    named = _side_by_side(said, best[0].places)
    breath = _breath(said, named)
    others = breath - named
    if not others or _is_add_on(said, breath):
        return None
    has_brand = any(_knows(said, place) and _is_brand(said, place) for place in breath)
    if has_brand and any(_is_other_product(said, place) for place in others):
        return _without_small(said, breath)
    editions = {place for place in others - said.claimed if _is_edition(said, place)}
    if editions:
        return named & breath | editions
    is_brand = all(_is_brand(said, place) for place in named)
    behind, before = max(named) + 1, min(named) - 1
    if (
        is_brand
        and behind in others
        and (_is_unknown(said, behind) or _is_foreign_extra(said, behind, best[0].key))
    ):
        return named & breath | {behind}
    is_tier = len(named) == 1 and not any(_is_brand(said, place) for place in named)
    is_maker = before in others and _is_unknown(said, before) and not _is_verb(said, before)
    if is_tier and is_maker and not said.draft.plan and _begins_a_name(said, before):
        return named & breath | {before}
    return None


def _side_by_side(said: Sentence, places: Collection[int]) -> set[int]:
    """Most of them that no comma or line parts: in a list each line names one product."""
    runs: list[set[int]] = [set()]
    for place in sorted(places):
        before = range(max(runs[-1]) + 1, place + 1) if runs[-1] else range(0)
        if any(said.ends_before(each) for each in before):
            runs.append(set())
        runs[-1].add(place)
    return max(runs, key=len)


def _is_add_on(said: Sentence, breath: set[int]) -> bool:
    """Whether an add-on's whole name is said: "respaldo diario" is no backup of Acronis."""
    elsewhere = set(range(len(said.words))) - breath
    best = said.shop.add_on_names.best(said.words, elsewhere | said.claimed)
    return bool(best) and best[0].coverage > _WHOLE


def _begins_a_name(said: Sentence, place: int) -> bool:
    """Whether a product may be named from here: "10 zoom pro", "seats of zoom pro", not "que sea pro"."""
    if place == 0 or not _touches(said, place):
        return True
    small = said.cues["want"] | said.cues["seats"] | said.cues["of_brand"] | said.cues["article"]
    is_counted = any(place - 1 in said.places(number) for number in said.numbers())
    return is_counted or said.words[place - 1].text in small


def _by_itself(said: Sentence, best: Sequence[Match]) -> set[int] | None:
    """ "Salesforce", known to be sold elsewhere; or whatever stands where a product is named."""
    for place, word in enumerate(said.words):
        is_free = place not in said.claimed and not _knows(said, place)
        if word.text in said.cues["elsewhere"] and is_free and not _follows_customer(said, place):
            return None if _is_reason(said, place, best) else _name_from(said, place)
    if said.draft.plan or said.step not in (None, Step.PLAN) or said.plain or best:
        return None
    for start in _where_products_are_named(said):
        places = _name_from(said, start)
        if places and not (_is_verb(said, start) or _is_talk(said, start)):
            return places
    return None


def _is_reason(said: Sentence, place: int, best: Sequence[Match]) -> bool:
    """ "They run WordPress, so make it Linux Pro": a later clause names what is wanted."""
    clause = said.clause(place, place)
    is_counted = any(said.places(number) & set(clause) for number in said.numbers())
    later = {at for match in best[:1] for at in match.places if at >= clause.stop}
    return not is_counted and any(_is_brand(said, at) for at in later)


def _where_products_are_named(said: Sentence) -> Iterator[int]:
    """Behind a number ("10 licencias de ..."), behind "I want", or in a question behind "do you have"."""
    behind = [count.last + 1 for count in hear_counts(said) if not _is_a_house(said, count.last + 1)]
    wants = said.cues["want"] | (said.cues["have"] if said.intent not in _ORDERS else frozenset())
    behind += [place + 1 for place, word in enumerate(said.words) if word.text in wants]
    small = said.cues["seats"] | said.cues["of_brand"] | said.cues["article"] | said.cues["about"]
    for start in sorted(behind):
        place = start
        while place < len(said.words) and said.words[place].text in small and place not in said.claimed:
            place += 1
        if place < len(said.words) and _touches(said, place):
            yield place


def _is_talk(said: Sentence, place: int) -> bool:
    """ "Você tem namorado?" asks for no product, "vcs tem zimbra?" does."""
    if said.intent in _ORDERS or said.words[place].text not in ordinary_words():
        return False
    wants = any(word.text in said.cues["want"] for word in said.words[:place])
    return said.intent not in _WISHES or not wants


def _is_a_house(said: Sentence, place: int) -> bool:
    """ "14 oak street"."""
    return any(word.text in said.cues["number_of"] for word in said.words[place : place + 2])


def _name_from(said: Sentence, start: int) -> set[int]:
    """Up to three words that are nothing else, in the same breath."""
    end = start
    while end < min(len(said.words), start + _LONGEST) and (end == start or _touches(said, end)):
        is_new = _is_unknown(said, end) or (end > start and _may_go_on(said, end))
        if not is_new and said.words[end].text not in said.cues["elsewhere"]:
            break
        end += 1
    return set(range(start, end))


def _may_go_on(said: Sentence, place: int) -> bool:
    """ "Zoho mail", "adobe creative cloud"."""
    word = said.words[place].text
    is_known = word in said.cues["thing"] or bool(said.shop.add_on_names.meanings(word))
    is_known = is_known or (len(word) < _SHORTEST and not is_ordinary(word) and word.isalpha())  # "power bi"
    return place not in said.claimed and (is_known or _is_free_product(said, place))


def _breath(said: Sentence, named: set[int]) -> set[int]:
    """The places around a product's name up to a comma, a number, or a word that means something else."""
    around = set(named)
    for step in (1, -1):
        place = (max(named) if step == 1 else min(named)) + step
        while 0 <= place < len(said.words) and _touches(said, max(place, place - step)):
            is_small = said.words[place].text in said.cues["of_brand"]
            is_extra = place not in said.claimed and said.shop.add_on_names.meanings(said.words[place].text)
            if not (is_small or is_extra or _is_unknown(said, place) or _is_free_product(said, place)):
                break
            around.add(place)
            place += step
    return around


def _without_small(said: Sentence, breath: set[int]) -> set[int]:
    return {place for place in breath if _knows(said, place)}


def _touches(said: Sentence, place: int) -> bool:
    """Whether nothing but space stands before the word."""
    return place > 0 and not said.text[said.words[place - 1].end : said.words[place].start].strip()


def _is_unknown(said: Sentence, place: int) -> bool:
    word, names = said.words[place].text, said.shop
    if place in said.claimed or any(place in said.places(number) for number in said.numbers()):
        return False
    if _CODE.fullmatch(word) or word in said.cues["edition"] | said.cues["elsewhere"]:
        return not _knows(said, place)
    is_named = place > 0 and _touches(said, place) and _knows(said, place - 1)  # "windows server"
    is_machine = word in said.cues["machines"] - said.cues["seats"] and is_named
    if len(word) < _SHORTEST or word.isdigit() or (is_ordinary(word) and not is_machine):
        return False
    indexes = (names.plan_names, names.add_on_names, names.customer_names)
    return not any(index.meanings(word) for index in indexes)


def _is_edition(said: Sentence, place: int) -> bool:
    word = said.words[place].text
    return bool(_CODE.fullmatch(word) or word in said.cues["edition"]) and _is_unknown(said, place)


def _is_free_product(said: Sentence, place: int) -> bool:
    """Whether the word is one of a plan's name, and nothing else yet."""
    return (
        place not in said.claimed
        and said.words[place].text not in vocabulary().filler
        and _knows(said, place)
    )


def _knows(said: Sentence, place: int) -> bool:
    return bool(said.shop.plan_names.meanings(said.words[place].text))


def _is_other_product(said: Sentence, place: int) -> bool:
    word = said.words[place].text
    return (
        _is_free_product(said, place)
        and said.shop.plan_names.is_exact(word)
        and _solutions(said, place) < _COMMON
    )


def _solutions(said: Sentence, place: int) -> int:
    """In how many solutions a plan has the word in its name."""
    known = said.shop.solutions_by_word
    meant = said.shop.plan_names.meanings(said.words[place].text)
    return len(frozenset().union(*(known.get(word, frozenset((word,))) for word in meant)))


def _is_brand(said: Sentence, place: int) -> bool:
    """ "Dropbox", "hosting"; "windows" begins the name of the only plan that has it."""
    if _solutions(said, place) != 1:
        return False
    begins = said.words[place].text in said.shop.first_words
    return begins or not _is_tier(said, place)


def _is_foreign_extra(said: Sentence, place: int, plan: str) -> bool:
    """Whether the word belongs to add-ons, and to none of the plan's solution: "exchange online"."""
    keys = said.shop.add_on_names.holders(said.words[place].text)
    solution = said.shop.catalog.solution_of(plan)
    own = {extra.mpn for extra in solution.add_ons} if solution else set()
    return bool(keys) and not _knows(said, place) and not keys & own


def _is_tier(said: Sentence, place: int) -> bool:
    """Whether the word tells plans of a solution apart."""
    return said.shop.plan_names.is_of_one(said.words[place].text)


def _is_verb(said: Sentence, place: int) -> bool:
    word = said.words[place].text
    return word not in said.cues["elsewhere"] and bool(_VERB.fullmatch(word))


def _follows_customer(said: Sentence, place: int) -> bool:
    before = [word.text for word in said.words[max(0, place - 2) : place]]
    return any(word in said.cues["customer"] for word in before)


def _nearest(said: Sentence, places: range) -> tuple[str, ...]:
    """The plans of the solution whose brand is said."""
    brands = [place for place in places if _knows(said, place) and _is_brand(said, place)]
    first_is_known = _knows(said, places[0])  # "slack pro" comes near nothing, "premium enterprise" does
    for place in brands or [place for place in places if first_is_known and _solutions(said, place) == 1]:
        key = min(said.shop.plan_names.holders(said.words[place].text))
        solution = said.shop.catalog.solution_of(key)
        return tuple(plan.mpn for plan in solution.plans) if solution else ()
    return ()
