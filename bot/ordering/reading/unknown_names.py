"""A customer's name that nobody knows, told from what is none: a run of keys, a laugh, a remark."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.ordering.draft import Step
from bot.ordering.newcomer.naming import (
    behind_called,
    is_clause,
    is_description,
    tells_of_somebody,
    without_remarks,
)
from bot.ordering.newcomer.words import any_of, is_talk
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.stated import stated_places
from bot.ordering.text import Word, fold
from bot.ordering.vocabulary import is_ordinary, vocabulary

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUN = 3  # neighbouring keys in a row
_MOST_KEYS = 0.8  # of a word; "Bert" and "power" have fewer
_LONG, _SHORTEST_SLIP = 6, 4  # letters of a word that may have a slip of the finger in it
_SHORTEST_WITHOUT_VOWELS = 6  # letters; "kpmg" may be a name
_LONGEST_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_LAUGH = re.compile(r"(?:j?a?(?:ja|je|ji|ju)+j?|a?(?:ha|he|hi)+h?|(?:rs){2,}|k{3,}|lo+l|x+d+)")
_POSSESSED = re.compile(
    r"(?:the |el |la |o |a )?\w+ (?:del[ea]s?|de ell?[oa]s?|de el)|(?:his|her|their|its|sus?|seus?|suas?) \w+"
)
_STOP = r"(?<=\w{5})[.!?](?=\s)"  # of a sentence; "Hnos. Ruiz" goes on
_HUM = re.compile(r"[bpsgz]?([b-df-hj-np-tv-z])\1+h?t?|h[mu]+m*|u+[hmf]+|e+h+|a+h+|o+h+")


def hear_unknown_customer(said: Sentence, numbers: Collection[int] = ()) -> str | None:
    """A customer's name that is not in the list: after "para", or the whole answer when asked.

    ``numbers``: the places of those that belong to it.
    """
    cues = "|".join(sorted(said.cues["customer"]))
    named = re.search(rf"\b(?:{cues})\s+([^,;]+?)(?:{_STOP}|[,;\n]|$)", fold(said.text))
    start, end = named.span(1) if named else _span(said.text, without_remarks(said.text))
    called = behind_called(said.text[start:end])
    start += called
    wanting = re.compile(rf"\S+(?:\s+\S+)*?(?=\s+(?:{any_of('wants')})(?![\w@]))").match(
        fold(said.text), start, end
    )
    end = wanting.end() if wanting else end  # "a client called Zed Labs wants 5"
    puts_off = said.intent == "skip" and said.step is not Step.CUSTOMER  # "dejémoslo para después"
    is_known = _is_for_somebody_known(said, start) or _is_about_them(said, start, end)
    if said.intent == "go_back" or puts_off or is_known:
        return None
    is_none = _is_a_count(said, start) if named else said.step is not Step.CUSTOMER
    if is_none or _tells(said.text[start:end], bool(named)):
        return None
    places = [i for i, word in enumerate(said.words) if start <= word.start < end]
    filler = vocabulary().filler
    free = [i for i in places if i not in said.claimed and said.words[i].text not in filler]
    small = said.cues["of"] | said.cues["only"] | said.cues["times"] | said.cues["seats"]
    small |= said.cues["everything"]
    free = [i for i in free if not said.words[i].text.isdigit() and said.words[i].text not in small]
    if not named and said.claimed:  # "better annual then", "sory 18": the rest of an answer to something else
        free = [i for i in free if not _is_ordinary(said, i)]
    words = [said.words[i] for i in free]
    is_denied = places and said.words[places[0]].text in said.cues["negation"] - said.cues["without"]
    if named and (is_denied or is_talk(" ".join(word.text for word in words))):
        return None  # "el cliente no se quiere atar", "the same for all"
    if all(_is_noise(word, said.text) for word in words) or (named and _is_common(said, words)):
        return None
    if (not (named or called) and is_remark(said)) or all(_is_product(said, word.text) for word in words):
        return None
    first, last = free[0], max([free[-1], *numbers])
    while first > places[0] and (_is_capital(said, first - 1) or first - 1 in numbers):
        first -= 1  # "Los 3 Hermanos", "I Love Pizza"
    said.claim(range(first, last + 1))
    return said.text[said.words[first].start : said.words[last].end]


def _tells(part: str, is_named: bool) -> bool:
    """ "A client of mine lost half a novel last week": a story, and who it is about has no name in it."""
    if part[:1].islower() and _POSSESSED.fullmatch(fold(part)):
        return True  # "hospedagem pro site dela", "a page for her portfolio"
    is_story = is_named and part.islower() and tells_of_somebody(part, is_labelled=False)
    return is_story or is_clause(part) or is_description(part)


def _span(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


def _is_for_somebody_known(said: Sentence, start: int) -> bool:
    """ "Spam filter for the lot of them": who the order is for stands already, and no name begins there."""
    known = said.draft.customer or said.draft.new_customer
    if not known or said.step is Step.CUSTOMER or said.says("customer_noun"):
        return False
    behind = [word for word in said.words if word.start >= start]
    small = vocabulary().filler
    first = next((word for word in behind if word.text not in small and not word.text.isdigit()), None)
    return first is not None and said.text[first.start].islower() and not said.says("change")


def _is_a_count(said: Sentence, start: int) -> bool:
    """ "For 8 people no wait 9": for so many, and no name in it."""
    counts = [number for number in said.numbers() if number.start == start]
    others = [
        at
        for at, word in enumerate(said.words)
        if start <= word.start and word.text not in said.cues["seats"]
    ]
    is_named = any(_is_capital(said, at) for at in others)
    return bool(counts) and said.word_after(counts[0]) in said.cues["seats"] and not is_named


def _is_ordinary(said: Sentence, place: int) -> bool:
    """Whether the word says nothing by itself; beside a number also a short one with a slip in it."""
    word = said.words[place]
    if _is_capital(said, place):
        return word.text in vocabulary().every_word
    counted = any(said.places(number) & said.claimed for number in said.numbers())
    return is_ordinary(word.text, _SHORTEST_SLIP if counted else _LONG)


def _is_about_them(said: Sentence, start: int, end: int) -> bool:
    """ "El cliente prefiere ir pagando mes a mes", "o cliente achou caro", where it stands who that is."""
    known = said.draft.customer or said.draft.new_customer
    place = next((at for at, word in enumerate(said.words) if word.start >= start), 0)
    if not known or not place or said.words[place - 1].text not in said.cues["customer_noun"]:
        return False
    if any(one.kind == "term" and start <= one.start < end for one in said.entities):
        return True
    is_the = place > 1 and said.words[place - 2].text in said.cues["article"]
    before = {said.words[at].text for at in said.clause(place, place) if at < place}
    says_who = said.words[place].text in said.cues["copula"] or before & said.cues["change"]
    return is_the and not (says_who or said.ends_before(place) or _is_capital(said, place))


def _is_common(said: Sentence, words: Sequence[Word]) -> bool:
    """ "Dá pra ser 6 meses?", where no customer is asked for."""
    return said.step is not Step.CUSTOMER and all(word.text in said.cues["common"] for word in words)


def _is_product(said: Sentence, word: str) -> bool:
    """ "There is none for Premium"."""
    return said.shop.plan_names.is_exact(word) or said.shop.add_on_names.is_exact(word)


def claim_number_in_name(said: Sentence) -> set[int]:
    """ "Los 3 Hermanos", "Farmacia 24": where a customer is asked for, such a number counts nothing."""
    if said.step is not Step.CUSTOMER or is_remark(said) or stated_places(said):
        return set()
    counted = {place for number in said.numbers() for place in said.places(number)}
    rest = [place for place in range(len(said.words)) if place not in counted | said.claimed]
    names = [place for place in rest if not _is_ordinary(said, place)]
    if names and not any(
        said.says(cue) for cue in ("seats", "change", "add", "without", "raise", "lower", "i_mean")
    ):
        said.claim(counted)
        return counted
    return set()


def is_remark(said: Sentence) -> bool:
    """Whether the sentence talks, instead of naming somebody: "no entiendo", "let me see", "which one?"."""
    if "?" in said.text or sum(char.isalnum() for char in said.text) < 2:
        return True
    remark = said.cues["remark"] | said.cues["polite"] | vocabulary().filler
    if all(word.text in remark or _is_noise(word, said.text) for word in said.words):
        return True
    return said.words[0].text in said.cues["talk"] and not _is_titled(said.words[1:], said.text)


def _is_titled(words: Sequence[Word], text: str) -> bool:
    """ "Como en Casa", "I Love Pizza"."""
    long = [word for word in words if len(word.text) > 3]  # noqa: PLR2004  articles and prepositions
    return bool(long) and all(text[word.start].isupper() for word in long)


def _is_capital(said: Sentence, place: int) -> bool:
    return said.text[said.words[place].start].isupper()


def _is_noise(word: Word, text: str) -> bool:
    if not text[word.start : word.end].islower() or word.text in vocabulary().every_cue - {"x"}:
        return len(word.text) == 1
    said = word.text
    if len(said) == 1 or _LAUGH.fullmatch(said) or _HUM.fullmatch(said):
        return True
    vowels = sum(char in "aeiouy" for char in said)
    if not vowels and len(said) >= _SHORTEST_WITHOUT_VOWELS:
        return True
    cluster = _LONGEST_CLUSTER.search(said)
    return bool(cluster and "sch" not in cluster.group()) or _is_run_of_keys(said)


def _is_run_of_keys(word: str) -> bool:
    """ "asdf", "qweqwe", "asdkjh"."""
    covered, place = 0, 0
    while place < len(word):
        length = next(
            (
                size
                for size in range(len(word) - place, _RUN - 1, -1)
                if _in_a_row(word[place : place + size])
            ),
            0,
        )
        covered += length
        place += length or 1
    return len(word) > _RUN and covered >= _MOST_KEYS * len(word)


def _in_a_row(part: str) -> bool:
    return any(part in row or part[::-1] in row for row in _KEYS)
