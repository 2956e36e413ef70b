"""What a message says about domains, and the words of a domain that is said aloud."""

from __future__ import annotations

from bot.ordering.domain_edges import Span
from bot.ordering.domain_mentions import overlaps
from bot.ordering.domain_words import DomainListener
from bot.ordering.draft import DOMAIN_STEPS
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary

# Answers that name nothing: "no", "later", "that's all", "yes".
WORDLESS = frozenset(("affirm", "deny", "skip", "no_more"))


def domain_listener(said: Sentence) -> DomainListener:
    tagged, addresses = (
        [Span(known.value, known.start, known.end) for known in said.entities if known.kind == kind]
        for kind in ("domain", "email")
    )
    tlds = [tld.name for tld in said.shop.catalog.tlds]
    wordless = said.plain is not None or said.intent in WORDLESS or _means_something(said)
    own = [str(one.name) for one in said.draft.domains()]
    return DomainListener(said.rest, tagged, tlds, said.step, said.intent, wordless, addresses, own)


def claim_dictated_domains(said: Sentence) -> None:
    """Where a domain is asked for, the words of one that is dictated name nobody: "tornillos del bajío punto
    mx" is for no Ferretería El Tornillo; nor do they tell a term: "annual salmon dot com"."""
    if said.step not in DOMAIN_STEPS:
        return
    listener, written = domain_listener(said), said.text.lower()
    listener.listen()
    spoken = [name for name in listener.names if "." in name.text and name.text.lower() not in written]
    said.claim(at for at, word in enumerate(said.words) if overlaps(word, spoken))
    said.entities = [
        each
        for each in said.entities
        if each.kind != "term" or not overlaps(Span("", each.start, each.end), spoken)
    ]


def _means_something(said: Sentence) -> bool:
    """Whether a single word is one of an order's: "annual", "visa", "hello" are no labels of a domain."""
    return said.is_whole() or (len(said.words) == 1 and said.words[0].text in vocabulary().every_cue)
