"""Whom a message names: an existing customer, or a new one with their data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from bot.ordering.domain_mentions import has_phrase
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.names import Match
from bot.ordering.newcomer import NEW_STEPS, HeardCustomer, Spoken, hear_customer
from bot.ordering.newcomer.announcing import (
    is_only_one_new,
    read_announcement,
    registered_by_name,
)
from bot.ordering.newcomer.forms import find_address, is_form
from bot.ordering.newcomer.values import EMAIL
from bot.ordering.newcomer.words import is_titled
from bot.ordering.reading.by_chance import CLEAR, has_lead, is_by_chance
from bot.ordering.reading.plans import places_left_behind
from bot.ordering.reading.refused import is_refused
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.stated import stated_places
from bot.ordering.reading.whole_names import add_on_places
from bot.ordering.saved_cards import BRANDS
from bot.ordering.vocabulary import says_any, vocabulary

LIKELY = 0.3


def hear_newcomer(said: Sentence) -> HeardCustomer | None:
    """A new customer's data; its words mean nothing else. Not when an existing one is named instead, nor
    when "that of their e-mail" answers which domain it is."""
    if (said.step in DOMAIN_STEPS and has_phrase("the_one_of", said.words)) or _is_somebody_known(said):
        return None
    if _names_somebody_known(said) or _known_by_email(said):
        return None
    is_asked = said.step is Step.CUSTOMER and said.draft.new_customer is None
    if is_asked and not read_announcement(said.text, said.step) and _is_about_products(said):
        return None
    is_name = said.step is Step.CUSTOMER_NAME and is_titled(said.text.split())  # "Amex Motors"
    firm = set() if is_name else _places_of_the_order(said)
    counted = {place for number in said.numbers() for place in said.places(number)}
    spoken = Spoken(said.written, said.words, firm, counted, said.intent)
    heard = hear_customer(spoken, said.draft, said.step, said.shop)
    for start, end in _around_domains(said, heard.spans if heard else ()):
        said.hide(start, end)
    return heard


def _names_somebody_known(said: Sentence) -> bool:
    """Among other words. Who has a whole form filled in means it, though a name or an e-mail address in it
    is like somebody's: that is asked about."""
    if said.step in NEW_STEPS and is_form(said.text) and EMAIL.search(said.text):
        return False
    named = said.step in NEW_STEPS and (said.says("customer") or said.says("change"))
    is_listed, may_be_known = named or is_form(said.text), _may_be_known(said.text)
    is_due = is_listed or may_be_known or _is_described(said)
    if not is_due or (not named and _is_announced(said)):
        return False
    best = said.shop.customer_names.best(said.words)
    is_known = len(best) == 1 and best[0].coverage >= (CLEAR if is_listed else LIKELY)
    is_known = is_known and (not is_only_one_new(said.text) or _fills_its_clause(said, best[0]))
    return is_known and (is_listed or not is_by_chance(said, best[0]))


def _known_by_email(said: Sentence) -> tuple[str, ...]:
    """ "The one with ana@bluefern.com", where it is asked who: those whom the marketplace knows by it. Who
    announces somebody new, or fills in a form, means another one with the same address."""
    if said.step is not Step.CUSTOMER or _is_announced(said) or is_form(said.text):
        return ()
    addresses = (one.value.lower() for one in said.entities if one.kind == "email")
    known = said.shop.customers_by_email
    return next((known[address] for address in addresses if address in known), ())


def _is_somebody_known(said: Sentence) -> bool:
    """ "Blue Fern" and no more, where no name is asked for."""
    best = said.shop.customer_names.best(said.words)
    is_one = len(best) == 1 and best[0].coverage >= CLEAR and _is_only_a_name(said, best[0])
    return is_one and said.step in (Step.PLAN, Step.QUANTITY, Step.TERM)


def _is_announced(said: Sentence) -> bool:
    """Said to be new, and not in words that may be of somebody known."""
    return bool(read_announcement(said.text, said.step)) and not _may_be_known(said.text)


def _may_be_known(text: str) -> bool:
    """ "Dar de alta a La Espiga"; "new one. 6 Apps for Business, Harbor Dental": the order may be new."""
    return registered_by_name(text) is not None or is_only_one_new(text)


def _fills_its_clause(said: Sentence, match: Match) -> bool:
    """From its start or from a "for": "uno nuevo: tacos rafael" is another than Clínica San Rafael."""
    small = vocabulary().filler | said.cues["customer"]
    clause = said.clause(min(match.places), max(match.places))
    start = min(match.places) if has_lead(said, min(match.places)) else clause.start
    rest = range(start, clause.stop)
    return all(at in match.places or said.words[at].text in small for at in rest)


def _is_described(said: Sentence) -> bool:
    """By an address and how to reach them, where nobody is asked for."""
    is_due = said.draft.new_customer is None and said.step not in (*NEW_STEPS, Step.CUSTOMER)
    return is_due and find_address(said.text) is not None


def _around_domains(said: Sentence, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where a domain is asked for, one that is named beside a customer's data is no part of them."""
    domains = [one for one in said.entities if one.kind == "domain" and said.step in DOMAIN_STEPS]
    pieces = []
    for start, end in spans:
        inside = sorted((one.start, one.end) for one in domains if start <= one.start < end)
        edges = [start, *(place for domain in inside for place in domain), end]
        pieces += list(zip(edges[::2], edges[1::2], strict=True))
    return pieces


def _is_about_products(said: Sentence) -> bool:
    """ "Then change it to standard, with archiving" answers another question."""
    return bool(said.draft.plan and add_on_places(said)) or places_left_behind(said) is not None


def _places_of_the_order(said: Sentence) -> set[int]:
    """Of terms, brands, numbers of seats or plans, and what is said to be a domain."""
    firm = {place for entity in said.entities if entity.kind == "term" for place in said.places(entity)}
    domains = [said.places(entity) for entity in said.entities if entity.kind == "domain"]
    named = [places for places in domains if said.words[min(places) - 1].text in said.cues["domain_itself"]]
    firm.update(*({min(places) - 1, *places} for places in named if min(places)))
    firm |= {place for place, word in enumerate(said.words) if word.text in BRANDS} | stated_places(said)
    for number in said.numbers():
        if said.word_after(number) in said.cues["seats"]:
            firm |= {*said.places(number), max(said.places(number)) + 1}
        firm |= said.places(number) & said.denied  # "18 seats, not 16"
        firm |= _counted_product(said, said.places(number))
    ones = (place for place, word in enumerate(said.words) if word.text in said.cues["a_single"])
    return firm.union(*(_counted_product(said, {place}) for place in ones))


def _counted_product(said: Sentence, places: set[int]) -> set[int]:
    """The places of "2 business basic", "one Cloud Storage 100 GB": a number, two words of products behind it
    and their size."""
    behind = range(max(places, default=len(said.words)) + 1, len(said.words))
    product = list(takewhile(lambda place: _is_of_a_product(said, place), behind))
    return places | set(product) if len(product) > 1 else set()


def _is_of_a_product(said: Sentence, place: int) -> bool:
    """In the same breath: "the best one. Acronis Backup ..." counts nothing."""
    return said.words[place].text in said.shop.product_words and not said.ends_before(place)


def hear_customers(said: Sentence, enough: float) -> tuple[str, ...]:
    if others := _the_others(said) or _known_by_email(said):
        return others
    best = _other_than_chosen(said, _corrected(said) or said.among_offered(_meant(said)))
    if best and _is_compared(said, best):
        said.claim_matches(best)
        return ()
    if not best or (best[0].coverage < enough and not _is_led_to(said, best)) or _is_label(said):
        return ()
    chosen = said.draft.customer or said.draft.new_customer
    incidental = chosen and said.step is not Step.CUSTOMER and best[0].coverage < CLEAR
    is_meant = (
        said.says("customer")
        or said.says("change")
        or says_any("in_name_of", said.words)
        or said.corrects
        or _is_only_a_name(said, best[0])
    )
    if incidental and not is_meant:
        return ()
    said.claim_matches(best)
    return () if _are_refused(said, best) else tuple(match.key for match in best)


def _meant(said: Sentence) -> list[Match]:
    """ "Tres docenas para La Espiga" is no sign of Las Tres Marías beside them."""
    best = said.best(said.shop.customer_names)
    chance = [match for match in best if is_by_chance(said, match)]
    if not chance or len(chance) < len(best):
        return [match for match in best if match not in chance]
    places = frozenset[int]().union(*(match.places for match in chance))
    others = said.shop.customer_names.best(said.words, said.claimed | places)
    return [match for match in others if not is_by_chance(said, match)]


def _are_refused(said: Sentence, best: list[Match]) -> bool:
    """ "No es para Rafael", "not Blue Fern": whom it is for is not said; "no la espiga" may be "no, La
    Espiga", unless they are chosen."""
    places = frozenset[int]().union(*(match.places for match in best))
    chosen = said.draft.customer
    is_chosen = chosen is not None and chosen.id in {match.key for match in best}
    before = [word.text for word in said.words[: min(places)] if word.text not in said.cues["article"]]
    is_sure = is_chosen or before[-1:] != ["no"]
    return is_sure and not said.asks and is_refused(said, places)


def _other_than_chosen(said: Sentence, best: list[Match]) -> list[Match]:
    """ "Wrong clinic, the other one": of those that share the word, not the one who is chosen."""
    chosen, is_of_card = said.draft.customer, said.says("card") or said.says("pay")
    if chosen is None or len(best) < 2 or is_of_card or not says_any("the_other", said.words):  # noqa: PLR2004
        return best
    left = [replace(match, coverage=1.0) for match in best if match.key != chosen.id]
    return left if len(left) == 1 else best


def _the_others(said: Sentence) -> tuple[str, ...]:
    """ "Put it under the other customer": of two that is one; of more, which is asked."""
    chosen, nouns = said.draft.customer, said.cues["customer_noun"]
    names_one = any(one.text in said.cues["other"] and two.text in nouns for one, two in pairwise(said.words))
    if chosen is None or said.asks or not (names_one and says_any("the_other", said.words)):
        return ()
    return tuple(customer.id for customer in said.shop.customers if customer.id != chosen.id)


def _is_led_to(said: Sentence, best: list[Match]) -> bool:
    """ "Para la clínica", where several are one: a word of theirs, and no more of a name."""
    place, *more = sorted(best[0].places)
    is_all = place == len(said.words) - 1 or said.ends_before(place + 1)
    return len(best) > 1 and not more and is_all and has_lead(said, place)


def _corrected(said: Sentence) -> list[Match]:
    """ "San Rafael... no, mejor La Espiga": of two that are named, the one behind the last second thought."""
    index = said.shop.customer_names
    for place in said.second_thoughts():
        before, behind = range(place), range(place, len(said.words))
        meant = index.best(said.words, said.claimed | said.denied | set(before))
        passed = index.best(said.words, said.claimed | set(behind))
        if len(meant) == 1 and meant[0].coverage >= LIKELY and passed and passed[0].coverage >= LIKELY:
            said.claim_matches(passed)
            said.corrects = True
            return meant
    return []


def _is_only_a_name(said: Sentence, match: Match) -> bool:
    """ "Ok, la espiga", "8 Basic, la espiga", where nothing is asked for that it could be part of."""
    could_be_else = said.step in DOMAIN_STEPS or said.step in NEW_STEPS or said.step is Step.CREDENTIALS_EMAIL
    kinds = ("polite", "yes", "customer", "hold_on", "on_second_thought", "copula", "wrong", "mistaken")
    small = vocabulary().filler.union(*(said.cues[kind] for kind in kinds))
    known = match.places.union(said.claimed, *(said.places(number) for number in said.numbers()))
    rest = (word for place, word in enumerate(said.words) if place not in known)
    return not could_be_else and all(word.text in small or word.text == "one" for word in rest)


def _is_compared(said: Sentence, best: list[Match]) -> bool:
    """ "Double what the dentist got", "igual que La Espiga", where it is asked how many: another's number;
    "the same for La Espiga" is for them."""
    first = min(place for match in best for place in match.places)
    before = [place for place in said.clause(first, first) if place < first]
    compares = any(said.words[place].text in said.cues["compared"] for place in before)
    return said.step is Step.QUANTITY and compares and not has_lead(said, first)


def _is_label(said: Sentence) -> bool:
    """ "Laespiga", where a domain is asked for."""
    names = said.shop.customer_names
    return said.step in DOMAIN_STEPS and len(said.words) == 1 and not names.is_exact(said.words[0].text)
