"""Words that take off what is named: "bin the storage", "vuélale el storage", "some com o storage"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise, takewhile

from bot.ordering.draft import Step
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import has_any, vocabulary

# "Sacalo", "vuélaselo", "túmbale".
_WITH_PRONOUN = re.compile(r"(\w+?)(?:(?:me|se|te|nos)?(?P<it>lo|la|los|las)|[mt]e|les?|nos)")
_VERBS = ("without", "gone", "bins", "tossed", "keep", "take", "lower", "swap")


@cache
def _verbs() -> frozenset[str]:
    return frozenset[str]().union(*(vocabulary().cues[cue] for cue in _VERBS))


def verb(said: Sentence, place: int) -> str:
    """ "Sacalo" and "sácale" are "saca"; a word that is a verb by itself is that one."""
    word = said.words[place].text
    found, verbs = _WITH_PRONOUN.fullmatch(word), _verbs()
    if found is None or found[1] not in verbs or (word in verbs and found[1] not in said.cues["bins"]):
        return word
    return found[1]


def has_its_object(said: Sentence, place: int) -> bool:
    """ "Sacalo", "vuélaselo": of what was named before; "vuélale" leads to what it is said of."""
    word = said.words[place].text
    found = _WITH_PRONOUN.fullmatch(word)
    return verb(said, place) != word and found is not None and found["it"] is not None


def goes_off(said: Sentence, place: int) -> bool | None:
    """Whether this word takes off what it is said of, False if it puts it on or keeps it."""
    word, cues = verb(said, place), said.cues
    plain = cues["without"] | cues["gone"] | cues["turned_down"]  # "they declined copilot"
    if word in plain or throws_away(said, place):
        is_part = word not in plain and lowers(said, place)
        return not (is_part or is_negated(said, begin_of(said, place)))
    if word in cues["keep"] | cues["take"] and goes_away(said, place):
        return not is_negated(said, place)
    return is_negated(said, place) if puts_on(said, place) else None


def throws_away(said: Sentence, place: int) -> bool:
    """Whether this word, or the phrase that ends with it, throws away what is named beside it."""
    word = verb(said, place)
    if word in said.cues["bins"] or begin_of(said, place) < place:
        return True
    return _tosses(said, place, word) or _leaves_out(said, place, word)


def goes_away(said: Sentence, place: int) -> bool:
    """ "Take it out", "deixa o copilot de fora"."""
    return has_any("let_go", [said.words[each].text for each in own_words(said, place)])


def is_negated(said: Sentence, place: int) -> bool:
    """ "Don't forget the ssl". "No quita el ssl" is a no and a wish."""
    before = [word.text for word in said.words[max(0, place - 2) : place]]
    if said.ends_before(place):
        return False
    return any(word in said.cues["negation"] - {"no"} for word in before) or _is_wished_not(said, place)


def _is_wished_not(said: Sentence, place: int) -> bool:
    """ "I don't want to lose it", "no vayas a quitarlo", "no quiten defender"; "no quita el ssl" is a no and
    a wish, and Portuguese "no" is no no."""
    wishes = said.cues["wanted"] | said.cues["must"] | said.cues["up_to"] | said.cues["subject"]
    word, at = said.words[place].text, place - 1
    while at > 0 and said.words[at].text in wishes and not said.ends_before(at):
        at -= 1
    if at < 0 or not is_denial(said.words, at, said.language):
        return False
    is_told = (
        said.language == "es" and word.endswith(("e", "en", "es", "emos")) and said.words[at].text == "no"
    )
    return is_told or (at < place - 1 and not said.ends_before(at + 1))


def begin_of(said: Sentence, place: int) -> int:
    """Where the phrase begins that ends with this word: "abre mão"."""
    return next((at.start for at in said.phrases("bins") if at.stop - 1 == place), place)


def lowers(said: Sentence, place: int) -> bool:
    """ "Corta o storage pra 8", "cut storage by 2": it is a number that goes."""
    own = [said.words[each].text for each in own_words(said, place)]
    own = list(takewhile(lambda word: word not in said.cues["joins"], own))
    is_lowered = bool({verb(said, place), said.words[place].text} & said.cues["lower"])
    is_to_one = any(one in said.cues["up_to"] and two in said.cues["single"] for one, two in pairwise(own))
    return is_lowered and (is_to_one or any(word.isdigit() for word in own))


def puts_on(said: Sentence, place: int) -> bool:
    """ "Chuck in copilot", "stick copilot on"."""
    if said.words[place].text in said.cues["sticks"]:
        return True
    verbs = (said.cues["put_on"] | said.cues["tossed"]) - said.cues["put_onto"] - said.cues["goes"]
    behind = {said.words[each].text for each in own_words(said, place)}
    return said.words[place].text in verbs and not said.cues["put_onto"].isdisjoint(behind)


def takes_the_others(said: Sentence) -> bool:
    """ "Only defender, chuck the others", "lo demás bótalo", "keep defender, lose the rest": those that are
    not named go."""
    for at in said.phrases("the_others"):
        clause = said.clause(at.start, at.stop - 1)
        joins = [place for place in clause if said.words[place].text in said.cues["joins"]]
        begin = max((place + 1 for place in joins if place < at.start), default=clause.start)
        if any(removes(said, place) for place in range(begin, clause.stop) if place not in at):
            return True
    return False


def removes(said: Sentence, place: int) -> bool:
    """Whether this word takes something off, whatever that is."""
    plain = said.cues["without"] | said.cues["gone"]
    takes = said.cues["take"] | said.cues["keep"] | said.cues["tossed"]
    word, behind = verb(said, place), [said.words[each].text for each in own_words(said, place)]
    leaves = word in takes and has_any("let_go", behind)
    is_tossed = said.language != "pt" and word in said.cues["tossed"]
    is_tossed = is_tossed and said.cues["put_onto"].isdisjoint(behind)
    is_negated = place > 0 and said.words[place - 1].text in said.cues["negation"]
    return not is_negated and (
        word in plain or word in said.cues["bins"] or begin_of(said, place) < place or leaves or is_tossed
    )


def throws_all_away(said: Sentence, clause: Collection[int]) -> bool:
    """ "Bin the extras", "vuela los dos complementos"; where add-ons are asked for "joga fora tudo" suffices.
    Nothing else is said in the clause."""
    nouns = said.cues["add_on_noun"]
    if said.step is Step.ADD_ONS:
        nouns = nouns | said.cues["everything"] | said.cues["whole_set"]
    if nouns.isdisjoint(said.words[place].text for place in clause):
        return False
    verbs = [place for place in clause if removes(said, place)]
    around = ("everything", "both_of_them", "it", "that_one", "of_them", "polite", "courtesy", "article")
    small = vocabulary().filler.union(*(said.cues[kind] for kind in around), nouns)
    small |= {word for phrase in said.cues["let_go"] for word in phrase.split()}
    small -= said.cues["orders_noun"] | said.cues["negation"] | said.cues["domain_itself"]
    phrases = {each for place in verbs for each in range(begin_of(said, place), place + 1)}
    rest = {said.words[place].text for place in clause if place not in phrases}
    is_order = said.cues["cancel"].intersection(said.words[place].text for place in verbs)
    is_all = not nouns.isdisjoint(rest) and not (is_order and said.cues["add_on_noun"].isdisjoint(rest))
    return bool(verbs) and is_all and all(word in small or word.isdigit() for word in rest)


def _tosses(said: Sentence, place: int, word: str) -> bool:
    """ "Chuck the storage", "bota el storage", where the order has some; "chuck it in", "bota aí o storage"
    put it on, and so does every Brazilian "bota"."""
    behind = {said.words[each].text for each in own_words(said, place)}
    has = bool(said.draft.add_ons) and said.language != "pt"
    return has and word in said.cues["tossed"] and said.cues["put_onto"].isdisjoint(behind)


def _leaves_out(said: Sentence, place: int, word: str) -> bool:
    """ "Menos storage", "bar the storage", right before it; not "por lo menos storage", "2 menos"."""
    if word not in said.cues["but_for"] - said.cues["however"] or place + 1 >= len(said.words):
        return False
    before = said.words[place - 1] if place and not said.ends_before(place) else None
    is_least = before is not None and before.text in said.cues["at_least"]
    return not (is_least or (before is not None and before.text.isdigit()) or said.ends_before(place + 1))


def own_words(said: Sentence, place: int) -> list[int]:
    """The words behind this one in its clause, as far as the next verb of that kind."""
    verbs = _verbs() | said.cues["turned_down"]
    behind = takewhile(lambda each: not said.ends_before(each), range(place + 1, len(said.words)))
    return list(takewhile(lambda each: verb(said, each) not in verbs, behind))


def is_for_nobody(said: Sentence, first: int) -> bool:
    """ "Nobody there needs copilot", "ahí nadie usa copilot": who would have it."""
    clause = said.clause(first, first)
    before = [said.words[at].text for at in clause if at < first]
    none = [at for at, word in enumerate(before) if word in said.cues["nobody"]]
    if not none or "?" in said.text:
        return False
    between = before[none[-1] + 1 :]
    uses = said.cues["wanted"] | said.cues["has_now"] | said.cues["wants_now"]
    return not uses.isdisjoint(between) and not has_any("negation", between)
