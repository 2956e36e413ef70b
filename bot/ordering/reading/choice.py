"""Choosing without a name among what was just offered: "el más barato", "the second one", "la otra"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.heard import Entity
from bot.ordering.reading.extremes import claim_with_article, hear_extreme, with_article
from bot.ordering.reading.levels import hear_level
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import has_any, says_any, vocabulary

_FEW = 4  # words; who says more than these around a choice says something else
# What may stand beside "all three" where they are taken, and what anywhere takes some of them back.
_BESIDE_ALL = (
    *(
        "everything",
        "everybody",
        "yes",
        "courtesy",
        "polite",
        "option",
        "of",
        "of_them",
        "article",
        "add_on_noun",
    ),
    *("add", "raise", "picks", "wanted", "put_on", "change", "subject", "customer_noun", "reports"),
)
_AGAINST_ALL = (
    *("negation", "no", "but_for", "without", "gone", "only", "however", "nothing", "later", "too_dear"),
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True)
class Choice:
    """``keys`` of what is chosen, and which ``step`` they answer; ``count``: how many of each. ``at``: where
    each of them is pointed at, if it is."""

    step: Step
    keys: tuple[str, ...]
    place: int
    count: str | None = None
    at: tuple[range, ...] = ()


def hear_choice(said: Sentence) -> Choice | None:
    """What is chosen by its place, its price or a finger on it; the words for it are claimed."""
    if compared := hear_level(said) or hear_extreme(said):
        _, keys, place = compared
        return Choice(*compared, at=(range(with_article(said, place), place + 1),) * len(keys))
    offered = said.offered
    if not offered or said.offered_step is None or _speaks_of_another(said):
        return None
    is_of_several = said.offered_step is Step.ADD_ONS
    found = _several(said, len(offered)) if is_of_several else []
    for position, place in list(positions(said)):
        claim_with_article(said, place)
        found.append((position, range(place, place + 1)))
    if found:
        several = found if is_of_several else found[:1]
        keys, at = tuple(offered[each] for each, _ in several), tuple(each for _, each in several)
        return Choice(said.offered_step, keys, at[0].start, at=at)
    key = _pointed_at(said, offered) or _the_other(said, offered)
    if key:
        said.claim(range(len(said.words)))
        return Choice(said.offered_step, (key,), 0)
    every = (
        _wants_all(said)
        or _takes_every_one(said)
        or _is_all_there_is(said)
        or (len(offered) == 2 and _all_words(said, "both_of_them"))
    )
    if every and said.offered_step is Step.ADD_ONS:
        said.claim(range(len(said.words)))
        return Choice(Step.ADD_ONS, offered, 0)
    return None


def _speaks_of_another(said: Sentence) -> bool:
    """ "Remove the second domain", "her second choice is b.com": of none of the domains that are offered."""
    names_one = any(entity.kind == "domain" for entity in said.entities)
    return said.offered_step in DOMAIN_STEPS and (names_one or said.says("without"))


def positions(said: Sentence) -> Iterator[tuple[int, int]]:
    """Each position that is named and where: "el segundo", "la última", "opción 2"."""
    count = len(said.offered)
    if not count:
        return
    for place, word in enumerate(said.words):
        if place in said.claimed:
            continue
        position = next((i for i, cue in enumerate(_ORDINALS) if word.text in said.cues[cue]), None)
        if word.text in said.cues["last_one"]:
            position = count - 1
        if position is not None and position < count and _stands_alone(said, place):
            yield position, place
    for number in said.numbers():
        at = said.places(number)
        is_one = at and not at & said.claimed and number.value in map(str, range(1, count + 1))
        if is_one and _is_a_position(said, number, min(at)):
            yield int(number.value) - 1, min(at)


def _several(said: Sentence, count: int) -> list[tuple[int, range]]:
    """ "Los dos primeros", "the last 2", "all three" of three: which they are, and where it is said."""
    for number in said.numbers():
        at = said.places(number)
        if not at or at & said.claimed or not number.value.isdigit() or not 1 <= int(number.value) <= count:
            continue
        many, around = int(number.value), {min(at) - 1, max(at) + 1} & set(range(len(said.words)))
        beside = {said.words[each].text for each in around}
        if beside & said.cues["first_ones"]:
            found = range(many)
        elif beside & said.cues["last_ones"]:
            found = range(count - many, count)
        elif many == count and (_wants_all(said, at) or _takes_all(said, at)):
            found = range(count)
        else:
            continue
        said.claim(at | around)
        telling = said.cues["first_ones"] | said.cues["last_ones"]
        places = at | {each for each in around if said.words[each].text in telling}
        return [(each, range(min(places), max(places) + 1)) for each in found]
    return []


def _is_a_position(said: Sentence, number: Entity, first: int) -> bool:
    """ "Opción 2", "#2", "el 2"; a bare "2" where no quantity is asked for."""
    before = said.words[first - 1].text if first else ""
    if before in said.cues["option_noun"] or said.text[: number.start].endswith("#"):
        return True
    if before in said.cues["article"] - said.cues["up_to"]:
        is_one = not before.endswith("s")  # "los 2", "os dois" are two of them
        return is_one and len(said.words) == 2 and said.words[first].text.isdigit()
    if said.offered_step is Step.QUANTITY:
        return False  # "20 or 25?" - "2" is a number
    if said.step is said.offered_step is Step.ADD_ONS and _names_positions(said):
        return True
    asked = said.step in (Step.CUSTOMER, Step.PAYMENT, Step.DOMAIN_TAKEN) or said.draft.quantity is not None
    return asked and len(said.words) == 1 and said.step is said.offered_step


def _names_positions(said: Sentence) -> bool:
    """ "1 and 3", "1, 2": several, and nothing else is said."""
    numbers = said.numbers()
    places = {place for number in numbers for place in said.places(number)}
    small = said.cues["both"] | said.cues["courtesy"]
    rest = {word.text for place, word in enumerate(said.words) if place not in places}
    positions = {number.value for number in numbers} & {str(at + 1) for at in range(len(said.offered))}
    return len(numbers) > 1 and len(positions) == len(numbers) and rest <= small


def _stands_alone(said: Sentence, place: int) -> bool:
    """ "El primero", "la segunda clínica", "first"; not "primero quiero saber" or "el primer mes"."""
    behind = said.words[place + 1].text if place + 1 < len(said.words) else ""
    kind = said.cues["option"] | said.cues["customer"] | said.cues["card"] | said.cues["domain_noun"]
    ends = not behind or bool(
        set(said.text[said.words[place].end : said.words[place + 1].start]) & set(",;.")
    )
    after = ("both", "joins", "negation", "subject", "yes", "put_on", "keep")
    said_of_it = kind.union(*(said.cues[cue] for cue in after))
    fits = ends or behind in vocabulary().filler | said_of_it or place + 1 in said.claimed
    before = said.words[place - 1].text if place else ""
    begins = not place and behind in said.cues["option"]  # "second one on your list"
    ordinals = frozenset().union(*(said.cues[cue] for cue in _ORDINALS))
    joined = before in said.cues["both"] and place > 1 and said.words[place - 2].text in ordinals
    return fits and (begins or joined or before in said.cues["article"] or len(said.words) <= 2)


def _pointed_at(said: Sentence, offered: Sequence[str]) -> str | None:
    """ "Ese", "that one", when only one thing was offered; of an add-on "yes" is enough."""
    is_asked = said.step is said.offered_step is Step.ADD_ONS and not said.says("no") and "?" not in said.text
    agrees = is_asked and _all_words(said, "yes")
    is_it = len(offered) == 1 and (agrees or _all_words(said, "that_one") or _is_sole(said))
    return offered[0] if is_it else None


def _is_sole(said: Sentence) -> bool:
    """ "É a única que eu tenho", "the only one": nothing else is said."""
    at = {place for phrase in said.phrases("sole") for place in phrase}
    kinds = ("beside_sole", "customer", "option", "that_one", "copula", "card", "only")
    small = vocabulary().filler.union(*(said.cues[kind] for kind in kinds))
    return bool(at) and all(place in at or word.text in small for place, word in enumerate(said.words))


def _the_other(said: Sentence, offered: Sequence[str]) -> str | None:
    """ "La otra" of two, when one of them is chosen."""
    customer = said.draft.customer and said.draft.customer.id
    chosen = {said.draft.plan, said.draft.payment, said.draft.term, customer}
    left = [key for key in offered if key not in chosen]
    words = [word.text for word in said.words]
    pairs = zip(words, words[1:], strict=False)
    named = any(one in said.cues["article"] and two in said.cues["other"] for one, two in pairs)
    return left[0] if named and len(offered) == 2 and len(left) == 1 and len(words) <= _FEW else None


def _wants_all(said: Sentence, numbers: Collection[int] = ()) -> bool:
    """ "All of them", "todos los complementos", "los 3" of three; not "that's all", "all good"."""
    kinds = ("everything", "yes", "courtesy", "option", "of", "of_them", "add_on_noun", "add")
    known = vocabulary().filler.union(*(said.cues[each] for each in kinds))
    known -= said.cues["that_one"] | said.cues["copula"]
    rest = [word.text for place, word in enumerate(said.words) if place not in numbers]
    has_article = bool(numbers) and said.words[min(numbers) - 1].text in said.cues["article"]
    return (has_article or said.says("everything")) and known.issuperset(rest)


def _takes_all(said: Sentence, numbers: Collection[int]) -> bool:
    """ "All three please, he wants it safe", "pode colocar os três, ela quer tudo": a clause of its own, with
    nothing beside it that could take some of them back."""
    clause = said.clause(min(numbers), max(numbers))
    before = said.words[min(numbers) - 1].text if min(numbers) in clause[1:] else ""
    hurried = {at for phrase in said.phrases("hurried") for at in phrase}
    said.claim(hurried.intersection(clause))  # "los tres de una" are no one
    own = [said.words[at].text for at in clause if at not in numbers and at not in said.claimed]
    known = vocabulary().filler.union(*(said.cues[each] for each in _BESIDE_ALL)) - said.cues["negation"]
    leads = said.cues["article"] | said.cues["everything"] | said.cues["the"]
    return (
        is_nothing_against(said)
        and before in leads
        and known.issuperset(own)
        and _are_for_the_plan(said, numbers)
    )


def _are_for_the_plan(said: Sentence, besides: Collection[int] = ()) -> bool:
    """Whether every other number is the plan's: "los tres, para las diez máquinas"."""
    own = str(said.draft.quantity)
    others = [number for number in said.numbers() if not said.places(number) & set(besides)]
    if not all(number.value == own for number in others):
        return False
    said.claim(place for number in others for place in said.places(number))
    return True


def _takes_every_one(said: Sentence) -> bool:
    """ "Todos, para las 10 compus" of ten, "pode botar tudo, ele tem medo": a first clause that says so, with
    the plan's own number behind it or a verb in it."""
    clause = said.clause(0, 0) if said.words else range(0)
    spoken = {said.words[place].text for place in clause}
    kinds = (
        "everything",
        "everybody",
        "of",
        "of_them",
        "article",
        "add_on_noun",
        "put_on",
        "subject",
        "proposing",
    )
    fine = frozenset().union(
        *(said.cues[each] for each in ("courtesy", "polite", "yes", "that_one", "copula"))
    )
    known = frozenset().union(*(said.cues[each] for each in kinds)) | said.cues["goes_through"] - fine
    verbs = said.cues["put_on"] - said.cues["placing"] - said.cues["goes_through"] - vocabulary().filler
    is_all = not said.cues["everything"].isdisjoint(spoken) and spoken <= known
    is_led = not verbs.isdisjoint(spoken) or bool(said.numbers())
    return is_all and is_led and is_nothing_against(said) and _are_for_the_plan(said)


def _is_all_there_is(said: Sentence) -> bool:
    """ "Everything you have", "todo lo que tengas ahí", "the whole lot for all ten" of ten, where add-ons are
    asked for."""
    if not said.step is said.offered_step is Step.ADD_ONS or not says_any("all_there_is", said.words):
        return False
    return is_nothing_against(said) and _are_for_the_plan(said)


def is_nothing_against(said: Sentence, besides: Collection[str] = ()) -> bool:
    """Neither a question nor a no, a but or an except; words of the cues ``besides`` may be said."""
    kinds = [each for each in _AGAINST_ALL if each not in besides]
    against = frozenset().union(*(said.cues[each] for each in kinds)) - said.cues["polite"]
    against -= frozenset().union(*(said.cues[each] for each in besides))
    spoken = [word.text for word in said.words]
    is_against = not against.isdisjoint(spoken) or _names_what_they_have(said, spoken)
    return said.step is Step.ADD_ONS and not (said.asks or is_against)


def _names_what_they_have(said: Sentence, spoken: Collection[str]) -> bool:
    """ "All of them, storage they have already"; not "all of them, they have lots of data"."""
    nouns = said.cues["add_on_noun"] | said.cues["thing"]
    named = any(said.shop.add_on_names.holders(word) and word not in nouns for word in spoken)
    return named and has_any("have_it_already", list(spoken))


def _all_words(said: Sentence, cue: str) -> bool:
    """Whether the message holds nothing but such words and those that say nothing."""
    meant = said.cues[cue]
    known = meant.union(vocabulary().filler, *(said.cues[each] for each in ("yes", "polite", "option", "of")))
    words = {word.text for word in said.words}
    return len(said.words) <= _FEW and bool(words & meant) and words <= known
