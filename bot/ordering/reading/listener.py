"""Reads one message, topic by topic: what is surest first, for a word that has been understood is taken."""

from __future__ import annotations

from bot.ordering.domain_words import DomainListener, HeardDomains, HeardName, Span
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.heard import Heard, Relation
from bot.ordering.new_card import wants_new_card
from bot.ordering.reading.add_ons import NamedAddOn, add_ons_come_first, hear_add_ons, refuses_add_ons
from bot.ordering.reading.choice import Choice, hear_choice
from bot.ordering.reading.customers import (
    CLEAR,
    LIKELY,
    hear_customers,
    hear_newcomer,
    hear_unknown_customer,
)
from bot.ordering.reading.plans import hear_bare_term, hear_plans, hear_two_plans
from bot.ordering.reading.quantities import hear_quantities
from bot.ordering.reading.sentence import Sentence
from bot.ordering.saved_cards import named_cards
from bot.ordering.vocabulary import vocabulary

# Answers that name nothing: "no", "later", "that's all", "yes".
WORDLESS = frozenset(("affirm", "deny", "skip", "no_more"))
# Cues that only announce what is said beside them.
_ASIDE = ("customer", "seats", "change", "add", "without", "card", "card_ending", "both", "polite", "yes")


def listen(said: Sentence) -> Heard:
    newcomer = hear_newcomer(said)
    is_new = newcomer is not None and newcomer.is_new
    choice = hear_choice(said)
    card = named_cards(said.words, said.shop.cards, said.step)
    said.claim(card.places)
    sure = CLEAR if said.step is not Step.CUSTOMER else 0.0
    customers = _picked(choice, Step.CUSTOMER) or (() if is_new else hear_customers(said, sure))
    two = hear_two_plans(said)
    named = hear_add_ons(said) if add_ons_come_first(said) else []
    before = set(said.claimed)
    plans = _picked(choice, Step.PLAN) or (two[:1] if two else hear_plans(said))
    plan_places = said.claimed - before
    named = named or hear_add_ons(said, plans)
    named += [NamedAddOn(key, choice.place, choice.place) for key in _picked(choice, Step.ADD_ONS) if choice]
    cards = _picked(choice, Step.PAYMENT) or card.cards
    customers = customers or (() if is_new else hear_customers(said, LIKELY))
    quantities = hear_quantities(said, named, plan_places)
    count, add_ons = quantities.plan, quantities.add_ons
    unknown = None if customers or said.plain else hear_unknown_customer(said)
    if newcomer and newcomer.is_new and unknown and not newcomer.name:
        newcomer.name, unknown = unknown, None  # "para Tacos El Güero, cliente nuevo"
    return Heard(
        plans=plans,
        quantity=count.value if count else None,
        relation=count.relation if count else Relation.EXACT,
        term=said.last("term") or hear_bare_term(said, plans),
        domains=_domains(said, choice),
        add_ons=add_ons,
        no_add_ons=not add_ons and refuses_add_ons(said),
        customers=customers,
        unknown_customer=unknown,
        cards=cards,
        unknown_brand=card.unknown_brand,
        newcomer=newcomer,
        new_card=not cards and wants_new_card(said.words, said.step),
        second_plan=two[1] if two else None,
        doubt="?" in said.text or said.says("doubt"),
        asks="?" in said.text or said.says("asks"),
        is_whole=_is_whole(said),
        is_pick=choice is not None,
        plain=said.plain,
    )


def _picked(choice: Choice | None, step: Step) -> tuple[str, ...]:
    return choice.keys if choice and choice.step is step else ()


def _domains(said: Sentence, choice: Choice | None) -> HeardDomains:
    if choice and choice.step in DOMAIN_STEPS:
        extra, new = choice.step is Step.EXTRA_DOMAINS, choice.step is Step.DOMAIN
        return HeardDomains(names=(HeardName(choice.keys[0], extra=extra, is_new=new),))
    tagged = [Span(known.value, known.start, known.end) for known in said.entities if known.kind == "domain"]
    tlds = [tld.name for tld in said.shop.catalog.tlds]
    wordless = said.plain is not None or said.intent in WORDLESS or _means_something(said)
    return DomainListener(said.rest, tagged, tlds, said.step, said.intent, wordless).listen()


def _means_something(said: Sentence) -> bool:
    """Whether a single word is one of an order's: "annual", "visa", "hello" are no labels of a domain."""
    cues = said.cues.values()
    return _is_whole(said) or (len(said.words) == 1 and any(said.words[0].text in cue for cue in cues))


def _is_whole(said: Sentence) -> bool:
    """Whether every word is understood, or says nothing by itself."""
    known = vocabulary().filler.union(*(said.cues[cue] for cue in _ASIDE))
    return all(i in said.claimed or word.text in known for i, word in enumerate(said.words))
