"""Reads one message, topic by topic: what is surest first, for a word that has been understood is taken."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.ordering.count_key import heard_count
from bot.ordering.deciding.quantity import whole_number
from bot.ordering.domain_heard import HeardDomains, HeardName
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.heard import Heard, HeardAddOn, Unsold
from bot.ordering.new_card import wants_new_card
from bot.ordering.reading.add_on_sets import with_those_meant
from bot.ordering.reading.add_ons import NamedAddOn, add_ons_come_first, hear_add_ons
from bot.ordering.reading.beside_add_ons import is_beside_own_add_on
from bot.ordering.reading.by_chance import CLEAR
from bot.ordering.reading.called_off import behind_false_start
from bot.ordering.reading.cards import hear_card
from bot.ordering.reading.choice import Choice, hear_choice
from bot.ordering.reading.counts import Count
from bot.ordering.reading.customers import (
    LIKELY,
    hear_customers,
    hear_newcomer,
)
from bot.ordering.reading.domains import claim_dictated_domains, domain_listener
from bot.ordering.reading.existing import is_about_existing
from bot.ordering.reading.figures import claim_figures
from bot.ordering.reading.none_of_them import claim_refused, refuses_add_ons
from bot.ordering.reading.of_each import hear_of_each, named_of_each
from bot.ordering.reading.picked import with_those_picked
from bot.ordering.reading.plans import (
    hear_dropped_plans,
    hear_plans,
    is_another_order,
    places_left_behind,
)
from bot.ordering.reading.quantities import Quantities, hear_quantities
from bot.ordering.reading.same_for_another import is_same_for_another
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.sites import claim_sites
from bot.ordering.reading.stated import stated_places
from bot.ordering.reading.summing import claim_sums
from bot.ordering.reading.taken_back import with_those_taken_back
from bot.ordering.reading.terms import hear_term, with_months, with_spoken_terms
from bot.ordering.reading.two_orders import joined, split
from bot.ordering.reading.unknown_names import claim_number_in_name, hear_unknown_customer
from bot.ordering.reading.unsold import hear_unsold
from bot.ordering.reading.whole_names import add_on_places
from bot.ordering.saved_cards import other_cards
from bot.ordering.second_order import SecondOrder
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any, vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words


def listen(said: Sentence) -> Heard:
    said = behind_false_start(with_months(with_spoken_terms(said.bare_refusal())))
    orders = split(said)
    if orders is None:
        return _listen(said)
    first, second, plans = orders
    return _how_it_is_said(said, joined(_listen(first), _listen(second), plans), is_pick=False)


def _listen(said: Sentence) -> Heard:
    _claim_what_is_said_in_passing(said)
    is_refused = claim_refused(said)
    newcomer = hear_newcomer(said)
    is_new = newcomer is not None and newcomer.is_new
    card = hear_card(said)
    choice = hear_of_each(said) or hear_choice(said)
    sure = CLEAR if said.step is not Step.CUSTOMER else 0.0
    customers = _picked(choice, Step.CUSTOMER) or (() if is_new else hear_customers(said, sure))
    products = _products(said, choice)
    cards = (
        _picked(choice, Step.PAYMENT)
        or card.cards
        or other_cards(said.words, said.shop.cards, said.draft.payment, said.step)
    )
    customers = customers or (() if is_new else hear_customers(said, LIKELY))
    is_more = customers or products.plans or products.add_ons or choice
    in_name = set() if is_more else claim_number_in_name(said)
    numbers = _numbers(said, choice, products)
    unknown = None if customers or is_new or said.plain else hear_unknown_customer(said, in_name)
    counts_product = products.plans or products.add_ons or numbers.count  # "otro acronis" is no card
    if unknown and (
        _is_who_gets(said, unknown, numbers) or _is_why(said, unknown) or _names_products(said, unknown)
    ):
        unknown = None
    heard = replace(
        _counted(numbers),
        plans=products.plans,
        unsold=products.unsold,
        term=next(iter(_picked(choice, Step.TERM)), None) or hear_term(said, products.plans),
        domains=_domains(said, choice),
        no_add_ons=is_refused or (not numbers.add_ons and refuses_add_ons(said)),
        customers=customers,
        unknown_customer=unknown,
        cards=cards,
        unknown_brand=card.unknown_brand,
        unknown_means=card.means,
        newcomer=newcomer,
        new_card=not cards and wants_new_card(said.words, None if counts_product else said.step),
        dropped_plans=products.dropped,
    )
    heard = _how_it_is_said(said, heard, is_pick=choice is not None)
    return _beside_the_open(said, heard, products, numbers)


def _claim_what_is_said_in_passing(said: Sentence) -> None:
    """Words and numbers that name and count nothing of the order."""
    claim_dictated_domains(said)
    claim_sites(said)
    claim_figures(said)
    claim_sums(said)


def _beside_the_open(said: Sentence, heard: Heard, products: _Products, numbers: Quantities) -> Heard:
    """What is said may be about another order than the one that is open, or name what that is of already."""
    is_mine = said.draft.plan in heard.plans and len(heard.plans) > 1
    if said.step in DOMAIN_STEPS and heard.domains.none and is_mine:
        return replace(heard, plans=())  # "the domain another day, just the hosting today" changes no plan
    if not heard.plans and is_same_for_another(said, heard.customers):
        quantity = heard.quantity or str(said.draft.quantity)
        return _of_second_order(replace(heard, plans=(str(said.draft.plan),), quantity=quantity))
    is_other = is_another_order(said, heard.plans, products.plan_places, numbers.count)
    return _of_second_order(heard) if is_other else heard


def _is_who_gets(said: Sentence, unknown: str, numbers: Quantities) -> bool:
    """ "Voice, just one, for the receptionist", "copilot only for the 3 directors": whom an add-on is for."""
    start = said.text.index(unknown)
    before = [each.value for each in said.numbers() if said.text[each.end : start].isspace()]
    counted = any([each.quantity] == before for each in numbers.add_ons)
    known = said.draft.customer or said.step is Step.ADD_ONS
    return unknown.islower() and bool(counted or (known and numbers.add_ons))


def _names_products(said: Sentence, unknown: str) -> bool:
    """ "Un cliente dudando entre Google Workspace Standard y Plus": what somebody weighs is no name."""
    return unknown[:1].islower() and sum(word.text in said.shop.product_words for word in words(unknown)) > 1


def _is_why(said: Sentence, unknown: str) -> bool:
    """ "Missed one, it's 26": why there is another number."""
    small = (vocabulary().every_word, ordinary_words())
    return (
        unknown.islower()
        and bool(stated_places(said))
        and all(word.text.isdigit() or any(word.text in known for known in small) for word in words(unknown))
    )


def _how_it_is_said(said: Sentence, heard: Heard, is_pick: bool) -> Heard:
    return replace(
        heard,
        doubt="?" in said.text or said.says("doubt"),
        asks=said.asks,
        is_whole=said.is_whole(),
        begins_whole=said.begins_whole(),
        is_pick=is_pick,
        corrects=said.corrects or said.says("mistaken") or said.insists,
        is_existing=is_about_existing(said, heard),
        plain=said.plain,
        names_order=said.says("whole_order"),
        again=said.says("last_time") or says_any("the_same", said.words),
    )


def _counted(numbers: Quantities) -> Heard:
    """What was heard of how many."""
    heard, count = Heard(add_ons=numbers.add_ons, may_count=numbers.may_count), numbers.count
    if count is None:
        return heard
    return replace(
        heard, quantity=count.value, relation=count.relation, other=count.other, factors=count.factors
    )


def _numbers(said: Sentence, choice: Choice | None, products: _Products) -> Quantities:
    if choice and choice.step is Step.QUANTITY:
        heard = heard_count(choice.keys[0], said.draft.plan)
        count = Count(heard.quantity, frozenset((choice.place,))) if heard.quantity else None
        return Quantities(count, heard.add_ons)
    if choice and choice.count:
        return Quantities(None, tuple(HeardAddOn(key, choice.count) for key in choice.keys))
    if not products.plans and (of_each := named_of_each(said, products.add_ons)):
        return Quantities(None, of_each)
    return hear_quantities(said, products.add_ons, products.plan_places)


@dataclass
class _Products:
    plans: tuple[str, ...]
    unsold: Unsold | None
    plan_places: set[int]
    dropped: tuple[str, ...]
    add_ons: list[NamedAddOn]


def _products(said: Sentence, choice: Choice | None) -> _Products:
    of_add_ons = add_on_places(said)
    left = places_left_behind(said, of_add_ons)
    said.claim(left or ())
    named = hear_add_ons(said) if add_ons_come_first(said) and left is None else []
    of_add_ons -= said.claimed
    said.claim(of_add_ons)
    before = set(said.claimed)
    dropped = () if choice else hear_dropped_plans(said)
    wanted = [each for each in named if not each.is_theirs]
    unsold = None if choice or dropped or wanted else hear_unsold(said)
    plans = _picked(choice, Step.PLAN) or (() if dropped else hear_plans(said, left or ()))
    places = said.claimed - before
    said.claimed -= of_add_ons
    named = with_those_picked(said, named or hear_add_ons(said, plans or _possible(said)), choice)
    named = [each for each in with_those_meant(said, named) if not each.is_theirs]
    named = with_those_taken_back(said, named)
    plans = () if is_beside_own_add_on(said, plans, places, named) else _fitting(said, plans, named)
    return _Products(plans, unsold, places, dropped, named)


def _fitting(said: Sentence, plans: tuple[str, ...], named: list[NamedAddOn]) -> tuple[str, ...]:
    """ "20 business standard con copilot": of the plans it may be, those that the add-on is made for; it
    may have been named before any plan was."""
    wanted = [each for each in named if not each.removed]
    possible = plans or _possible(said)
    fits = tuple(plan for plan in possible if any(_offers(said, plan, each) for each in wanted))
    if said.draft.plan is None and plans and not wanted:
        had = said.shop.catalog.made_for({choice.mpn for choice in said.draft.add_ons or ()})
        fits = tuple(plan.mpn for plan in had if plan.mpn in plans)
    return fits or plans if len(possible) > 1 else plans


def _offers(said: Sentence, plan: str, named: NamedAddOn) -> bool:
    """ "12 basic with archiving": Microsoft's and Hosted Exchange's have one each."""
    offered = {extra.mpn for extra in said.shop.catalog.add_ons_for(plan)}
    solution = said.shop.catalog.solution_of(plan)
    if named.mpn in offered or solution is None:
        return named.mpn in offered
    index = said.shop.add_on_names_of[solution.service_name]
    spoken = (said.words[place].text for place in range(named.first, named.last + 1))
    return any(not offered.isdisjoint(index.holders(word)) for word in spoken)


def _possible(said: Sentence) -> tuple[str, ...]:
    """The plans of which one is asked for."""
    is_open = said.draft.plan is None and said.step is said.offered_step is Step.PLAN
    return said.offered if is_open and not (said.asks or says_any("what_is", said.words)) else ()


def _of_second_order(heard: Heard) -> Heard:
    """All that the message says is about the other order; which one that is may not be clear."""
    if len(heard.plans) > 1:
        return Heard(other_order=True, doubt=heard.doubt, asks=heard.asks, is_whole=heard.is_whole)
    second = SecondOrder(
        heard.plans[0],
        whole_number(heard.quantity or ""),
        heard.term,
        heard.customers[0] if len(heard.customers) == 1 else None,
        heard.cards[0] if len(heard.cards) == 1 else None,
    )
    return Heard(second=second, doubt=heard.doubt, asks=heard.asks, is_whole=heard.is_whole)


def _picked(choice: Choice | None, step: Step) -> tuple[str, ...]:
    return choice.keys if choice and choice.step is step else ()


def _domains(said: Sentence, choice: Choice | None) -> HeardDomains:
    if choice and choice.step in DOMAIN_STEPS:
        extra, new = choice.step is Step.EXTRA_DOMAINS, choice.step is Step.DOMAIN
        return HeardDomains(names=(HeardName(choice.keys[0], extra=extra, is_new=new),))
    return domain_listener(said).listen()
