"""Whether it is only asked if a domain is free, or the domain is to be registered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.ordering.domain_edges import Span, clauses
from bot.ordering.domain_heard import HeardDomains
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.text import Word, words
from bot.ordering.vocabulary import vocabulary


def asks_if_free(
    text: str, said: Sequence[Word], names: Sequence[Span], is_contested: bool, sounds_so: bool
) -> bool:
    """ "It is taken? Then a.com" says of a name that ``is_contested`` that it is, and asks about none.

    ``sounds_so``: the engine takes the message for a question, and nobody's name is spoken of.
    """
    ways = (_is_wanted_if_free, _is_wanted_and_free)
    if not names or _takes_if_free(text, said) or any(way(text, said, names) for way in ways):
        return False
    cues = vocabulary().cues
    first = min(name.start for name in names) if is_contested else 0
    if "?" in text:
        return has_phrase("is_free", said) and "?" in text[first:]
    begins = max(start for start, _ in clauses(text, said, names) if start <= first)
    free = cues["is_free"] - (cues["is_taken"] if is_contested else frozenset())
    return sounds_so and any(word.text in free for word in said if word.start >= begins)


def _takes_if_free(text: str, said: Sequence[Word]) -> bool:
    """ "Is a.com free? We'd take that", "si está libre me lo llevo"."""
    for start, end in clauses(text, said, []):
        inside = [word for word in said if start <= word.start < end]
        asks = text[end : end + 1] == "?" or has_phrase("is_free", inside)
        if has_phrase("take_it", inside) and (not asks or has_phrase("if", inside)):
            return True
    return False


def _is_wanted_if_free(text: str, said: Sequence[Word], names: Sequence[Span]) -> bool:
    """ "a.com if it's free", "quiero a.com si está libre"; not "check a.com, if it's free"."""
    cues, last = vocabulary().cues, max(name.end for name in names)
    behind = [word for word in said if word.start >= last]
    before = {word.text for word in said if word.end <= min(name.start for name in names)}
    small = vocabulary().filler.union(
        *(cues[cue] for cue in ("picks", "domain_use", "domain_noun", "wanted", "polite"))
    )
    is_condition = behind[:1] and has_phrase("if", behind[:1])
    is_condition = is_condition and has_phrase("is_free", behind) and not has_phrase("is_taken", behind)
    return bool(is_condition) and "?" not in text and before <= small


def _is_wanted_and_free(text: str, said: Sequence[Word], names: Sequence[Span]) -> bool:
    """ "Another one then: a.com, that should be free", "registra a.com que está libre": told, not asked."""
    before = [word for word in said if word.end <= min(name.start for name in names)]
    behind = [word for word in said if word.start >= max(name.end for name in names)]
    wishes = any(has_phrase(cue, before) for cue in ("picks", "registers", "so", "take_it"))
    asks = has_phrase("checks", said) or has_phrase("if", said[1:])
    return "?" not in text and wishes and has_phrase("is_free", behind) and not asks


def takes_it(text: str) -> bool:
    """ "Great, take it", "no, then register it", whatever it sounds like, "all one word" of a name that was
    dictated; not "don't take it"."""
    said = words(text)
    parts = [said[start:end] for start, end in pairwise(_joints(text, said))]
    takes = [part for part in parts if has_phrase("take_it", part) or has_phrase("one_word", part)]
    return "?" not in text and any(
        not (has_phrase("negation", part) or has_phrase("doubt", part)) for part in takes
    )


def registers_it(text: str) -> bool:
    """ "Their domain's a.com, register it", "a.com, a new registration": whoever it is for, it is not
    registered yet."""
    said = words(text)
    cues = vocabulary().cues
    small = vocabulary().filler | cues["polite"] | {word for each in cues["take_it"] for word in each.split()}
    parts = [_wish(said[start:end]) for start, end in pairwise(_joints(text, said))]
    return any(
        (has_phrase("take_it", part) and small.issuperset(word.text for word in part))
        or (has_phrase("newly", part) and not has_phrase("negation", part))
        for part in parts
    )


def _wish(said: Sequence[Word]) -> Sequence[Word]:
    """ "Buy it | before she changes her mind": why it is in a hurry is no part of what is wanted."""
    before = vocabulary().cues["hurry"]
    return said[: next((at for at, word in enumerate(said) if word.text in before), len(said))]


def tells_name(text: str, heard: HeardDomains) -> bool:
    """ "A.com, named after a cat who is a fox": one name that begins or ends its clause; whatever is asked
    begins no clause."""
    if len(heard.names) != 1 or "." not in heard.names[0].text or heard.asked or heard.names[0].removed:
        return False
    name, said = heard.names[0].text.lower(), words(text)
    place = text.lower().find(name)
    behind = text[place + len(name) :].lstrip(" \"')”")
    is_marked = place >= 0 and (not behind or behind[0] in ",;.!:(…")
    begins = [said[start].text for start in _joints(text, said)[:-1]]
    before = [word for word in said if word.end <= place]
    return (
        is_marked
        and vocabulary().cues["asks"].isdisjoint(begins)
        and not has_phrase("asks", before)
        and "?" not in text
    )


def _joints(text: str, said: Sequence[Word]) -> list[int]:
    """Where its clauses begin: at a mark, at a "then"; and where the last one ends."""
    so = vocabulary().cues["so"]
    marked = [at for at in range(1, len(said)) if set(text[said[at - 1].end : said[at].start]) & set(",.;:!")]
    return sorted({0, *marked, *(at for at, word in enumerate(said) if word.text in so), len(said)})
