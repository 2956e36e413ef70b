"""A domain that is said aloud: where its words begin before the "punto com", and how it is spelled."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.ordering.domain_edges import Span
from bot.ordering.text import Word, fold
from bot.ordering.vocabulary import says_any, vocabulary

_EDGE = re.compile(r"[,;:!?\n]|\.\s")
# Right before a name they choose it: "it's gonna be ...", "registra ...", "prueba con ...".
_LEADS = ("picks", "domain_use", "copula", "registers")
# What may stand between them and the name, and belongs to no name: "pon mejor ...", "use then ...".
_ASIDE = (
    "change",
    "so",
    "polite",
    "more",
    "extra",
    "on_second_thought",
    "at_present",
    "already",
    "remark",
    "hold_on",
    "i_mean",
    "mistaken",
    "yes",
    "consent",
    "only",
    "domain_noun",
    "wanted",
    "customer_noun",
    "subject",
    "later",
    "of",
    "of_brand",
)


def begins_at(text: str, end: int) -> int:
    """Where the clause begins that ends there."""
    return max((found.end() for found in _EDGE.finditer(text, 0, end)), default=0)


def label_words(said: Sequence[Word], everything: Sequence[Word]) -> Sequence[Word]:
    """Of the words before the last of a name, those that belong to it."""
    cues = vocabulary().cues
    first = next((at for at, word in enumerate(said) if is_label(word.text)), len(said))
    leads = frozenset().union(*(cues[cue] for cue in _LEADS))
    lead = next((at for at in reversed(range(first)) if said[at].text in leads), None)
    aside = vocabulary().filler.union(leads, *(cues[cue] for cue in _ASIDE))
    # "It's gonna be sunday sketchbook club": what else a "sunday" is, here it is a part of the name.
    if (
        lead is not None
        and first > lead + 1
        and not any(word.text in aside for word in said[lead + 1 : first])
    ):
        first = lead + 1
    if says_any("with_article", everything):  # "..., including the the"
        while first > 0 and said[first - 1].text in cues["article"]:
            first -= 1
    return said[first:]


def doubtful_words(said: Sequence[Word], label: Sequence[Word]) -> Sequence[Word]:
    """ "Hora terciopelo punto org, todo junto": all that may be of the name, where words before its label
    mean something elsewhere, and are no wish: nobody can tell but who said it."""
    cues = vocabulary().cues
    leads = frozenset().union(*(cues[cue] for cue in _LEADS))
    spelling = {word for phrase in cues["one_word"] for word in phrase.split()}
    aside = vocabulary().filler.union(
        leads,
        spelling,
        *(cues[cue] for cue in (*_ASIDE, "transfer", "add", "want", "proposing", "owned", "have")),
    )
    before = said[: len(said) - len(label)]
    first = next((at for at, word in enumerate(before) if word.text not in aside), None)
    begins = {at + 1 for at, word in enumerate(before) if word.text in leads}
    return said[max([first, *begins]) :] if first is not None and max(begins, default=0) < len(before) else ()


def is_label(word: str) -> bool:
    return word not in vocabulary().filler | vocabulary().every_cue


def without_accents(names: Collection[Span], said: Sequence[Word]) -> list[Span]:
    """ "Forno da vovó ponto com, sem acento"."""
    if not says_any("no_accents", said):
        return [*names]
    return [replace(name, text=fold(name.text)) for name in names]
