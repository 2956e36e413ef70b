"""Choosing by how much: "el más barato", "the top Google plan", "o básico do google", "el exchange chico"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise

from bot.ordering.catalog import Catalog, Term
from bot.ordering.draft import DOMAIN_STEPS, Draft, Step
from bot.ordering.money import Money
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary

# What may stand behind "the most complete": the plan that is meant, or what else an order is made of.
_BEHIND = ("plan_noun", "level_noun", "of", "of_brand", "customer", "courtesy", "both", "or")


def hear_extreme(said: Sentence) -> tuple[Step, tuple[str, ...], int] | None:
    """Which step it answers, with what, and where the word for it stands; it is claimed."""
    if found := _of_those_offered(said):
        return found
    if said.step is Step.TERM and not said.says("plan_noun"):
        return None  # "está caro" where a month or a year is asked for changes no plan
    of_cards = {place for places in said.phrases("unusable") for place in places}  # "la otra está al tope"
    for place, word in enumerate(said.words):
        if place in said.claimed | said.denied | of_cards:
            continue
        if word.text in said.cues["cheap"] | said.cues["dear"] and _is_superlative(said, place):
            return None if _is_of_domain(said) else _by_price(said, place)
        if word.text in said.cues["long"] | said.cues["short"] and (found := _by_length(said, place)):
            return found
        levels = said.cues["low"] | said.cues["high"] | said.cues["middle"]
        if word.text in levels and (found := _by_level(said, place)):
            return found
    return None


def _of_those_offered(said: Sentence) -> tuple[Step, tuple[str, ...], int] | None:
    """ "Whatever's cheaper", "el que cueste menos", "o melhor", where it was asked which plan or term."""
    step, is_named = said.offered_step, any(each.kind == "term" for each in said.entities)
    steps = (Step.PLAN, Step.TERM, Step.ADD_ONS)
    if not said.offered or said.step is not step or step not in steps or "?" in said.text:
        return None
    if step is Step.TERM and is_named:
        return None  # "annual is cheaper"
    for cue, is_least in (("the_lesser", True), ("the_greater", False), ("discounted", True)):
        if cue == "discounted" and step is not Step.TERM:
            continue  # a year costs less than its months; no plan has a discount
        for places in said.phrases(cue):
            asks = any(
                word.text in said.cues["asks"] for at, word in enumerate(said.words) if at not in places
            )
            if step is Step.ADD_ONS and not _is_whichever(said, places):
                continue
            if not asks and said.denied.isdisjoint(places):
                said.claim(places)
                return step, _extreme(said, step, said.offered, is_least), places[0]
    return None


def _is_whichever(said: Sentence, places: range) -> bool:
    """ "Whichever is cheapest", "el que salga más barato": not "it's cheaper without"."""
    refuses = any(said.says(cue) for cue in ("negation", "no", "without", "nothing"))
    before = [word.text for word in said.words[said.clause(places[0], places[0]).start : places[0]]]
    return not refuses and not said.cues["whichever"].isdisjoint(before)


def _is_superlative(said: Sentence, place: int) -> bool:
    """ "El más barato", "el barato": not "está caro" or "algo más barato"."""
    before = [each.text for each in reversed(said.words[:place])]
    degree = _has_degree(said, place)
    if degree and before and before[0] in said.cues["most"]:
        before = before[1:]
    leads = (
        said.cues["article"] | said.cues["changed_to"] | (said.cues["of_brand"] if degree else frozenset())
    )
    if said.words[place].text in said.cues["middle"]:  # "el plan intermedio", "o do meio", "el de en medio"
        leads |= said.cues["of_brand"] | said.cues["plan_noun"]
        before = list(dropwhile(lambda each: each in vocabulary().filler - leads, before))
    has_article = bool(before) and before[0] in leads
    has_noun = degree and bool(before) and before[0] in said.shop.product_words
    return has_article or has_noun or (degree and _says_no_more(said, place))


def _has_degree(said: Sentence, place: int) -> bool:
    before = said.words[place - 1].text if place else ""
    return said.words[place].text in said.cues["superlative"] or before in said.cues["most"]


def _says_no_more(said: Sentence, place: int) -> bool:
    """ "Mas barato", "cheapest one please": nothing else is said."""
    small = vocabulary().filler.union(*(said.cues[cue] for cue in ("most", "option", "polite")))
    return all(word.text in small for at, word in enumerate(said.words) if at != place)


def _is_of_domain(said: Sentence) -> bool:
    """ "Buy a.info, the cheap one": where a domain is asked for, its name is what is cheap; not "the cheap
    plan"."""
    is_named = any(entity.kind == "domain" for entity in said.entities)
    names_plans = said.shop.product_words | said.cues["plan_noun"]
    of_plans = any(word.text in names_plans for at, word in enumerate(said.words) if at not in said.claimed)
    return said.step in DOMAIN_STEPS and is_named and not of_plans


def _by_price(said: Sentence, place: int) -> tuple[Step, tuple[str, ...], int] | None:
    """Among the plans that the words may mean, else what was offered, else the solution spoken of."""
    step, keys = _priced(said)
    groups = [keys]
    if step is Step.PLAN and len(keys) == len(said.shop.catalog.all_plans()):  # nothing tells what is meant
        groups = [tuple(plan.mpn for plan in each.plans) for each in said.shop.catalog.solutions]
    least = _is_least(said, place, "cheap")
    chosen = tuple(key for group in groups for key in _extreme(said, step, group, least))
    if not chosen:
        return None
    claim_with_article(said, place)
    return step, chosen, place


def _by_length(said: Sentence, place: int) -> tuple[Step, tuple[str, ...], int] | None:
    """ "The long one" of the domains that were offered."""
    if said.offered_step not in DOMAIN_STEPS or not _is_superlative(said, place):
        return None
    ordered = sorted(said.offered, key=len, reverse=_is_least(said, place, "long"))
    if len(ordered) < 2 or len(ordered[0]) == len(ordered[1]):  # noqa: PLR2004  no one of them is
        return None
    claim_with_article(said, place)
    return said.offered_step, (ordered[0],), place


def _by_level(said: Sentence, place: int) -> tuple[Step, tuple[str, ...], int] | None:
    """The plans of one solution go from the simplest to the most complete as their prices do."""
    before = said.words[place - 1].text if place else ""
    if not leads_on(said, place) or _is_whose(said, place):
        return None
    named = said.shop.plan_names.best(said.words, said.claimed | {place})
    keys = _of_one_solution(said, tuple(match.key for match in named) if len(named) > 1 else ())
    own = said.shop.catalog.solution_of(said.draft.plan)
    if not named and own:
        levels = said.shop.catalog.levels(said.draft.plan)
        is_between = said.words[place].text in said.cues["middle"] and len(levels) > 2  # noqa: PLR2004
        keys = tuple(plan.mpn for plan in (levels if is_between else own.plans))
    elif not named and said.offered_step is Step.PLAN:
        keys = _of_one_solution(said, said.offered)
    beside = {at for match in named for at in match.places}
    is_size = said.words[place].text not in said.cues["best"] | said.cues["middle"]
    is_size = is_size and not said.shop.plan_names.holders(said.words[place].text)
    has_none = not said.shop.plan_names.holders(said.words[place].text) & set(keys)
    is_of_brand = bool(named) and has_none and before in said.cues["article"]
    is_beside = is_size and not {place - 1, place + 1}.isdisjoint(beside)
    if not keys or not (
        (_has_degree(said, place) and _is_superlative(said, place)) or is_of_brand or is_beside
    ):
        return None
    said.claim_matches(named)
    claim_with_article(said, place)
    if said.words[place].text in said.cues["middle"]:
        return Step.PLAN, _middle(said, keys), place
    return Step.PLAN, _extreme(said, Step.PLAN, keys, _is_least(said, place, "low")), place


def _is_whose(said: Sentence, place: int) -> bool:
    """ "Microsoft 365 for a small office", "para una oficina chica": how big the customer is."""
    before = [word.text for word in said.words[max(0, place - 3) : place]]
    return any(
        one in said.cues["customer"] and two in said.cues["indefinite"] for one, two in pairwise(before)
    )


def leads_on(said: Sentence, place: int) -> bool:
    """Not "the top priority", "my biggest customer"."""
    behind = place + 1
    if said.words[place].text in said.cues["best"]:  # "the best plan", not "best regards"
        rest = [
            word.text for word in said.words[behind : behind + 2] if word.text not in said.cues["of_brand"]
        ]
        return bool(rest) and rest[0] in said.shop.product_words | said.cues["plan_noun"]
    if behind == len(said.words) or said.ends_before(behind) or behind in said.claimed:
        return True
    word = said.words[behind].text
    known = said.shop.product_words.union(*(said.cues[cue] for cue in _BEHIND))
    return word in known or word.isdigit()


def _of_one_solution(said: Sentence, keys: tuple[str, ...]) -> tuple[str, ...]:
    solutions = {known.service_name for key in keys if (known := said.shop.catalog.solution_of(key))}
    return keys if len(solutions) == 1 else ()


def _is_least(said: Sentence, place: int, least: str) -> bool:
    is_least = said.words[place].text in said.cues[least]
    turned = place > 0 and said.words[place - 1].text in said.cues["least"]
    return is_least != turned


def _extreme(said: Sentence, step: Step, keys: Sequence[str], least: bool) -> tuple[str, ...]:
    """The one with the lowest or the highest price, if any has one."""
    prices = {key: price for key in keys if (price := price_of(said.shop.catalog, said.draft, step, key))}
    ordered = sorted(prices, key=lambda key: prices[key].amount)
    return (ordered[0 if least else -1],) if ordered else ()


def _middle(said: Sentence, keys: Sequence[str]) -> tuple[str, ...]:
    """The plan between the others; of four there are two."""
    plans = [plan for key in keys if (plan := said.shop.catalog.plan(key))]
    ordered = sorted(plans, key=lambda plan: plan.prices[Term.MONTH].amount)
    half = (len(ordered) - 1) // 2
    return tuple(plan.mpn for plan in ordered[half : len(ordered) - half])


def _priced(said: Sentence) -> tuple[Step, tuple[str, ...]]:
    catalog = said.shop.catalog
    named = said.shop.plan_names.best(said.words, said.claimed)
    if len(named) > 1:
        said.claim_matches(named)
        return Step.PLAN, tuple(match.key for match in named)
    if said.offered and said.offered_step in {Step.PLAN, Step.ADD_ONS} | DOMAIN_STEPS:
        return said.offered_step or Step.PLAN, said.offered
    solution = catalog.solution_of(said.draft.plan)
    plans = solution.plans if solution else catalog.all_plans()
    return Step.PLAN, tuple(plan.mpn for plan in plans)


def price_of(catalog: Catalog, draft: Draft, step: Step, key: str) -> Money | None:
    if step in DOMAIN_STEPS:
        tld = catalog.tld(key.partition(".")[2])
        return tld.price if tld else None
    if step is Step.TERM:
        plan = catalog.plan(draft.plan)
        return plan.prices[Term(key)] * (12 if key == Term.MONTH else 1) if plan else None
    product = catalog.plan(key) if step is Step.PLAN else catalog.add_on(key)
    return product.prices[draft.term or Term.MONTH] if product else None


def claim_with_article(said: Sentence, place: int) -> None:
    """And with the "one" of "the first one", which counts nothing."""
    behind = {word.text for word in said.words[place + 1 : place + 2]}
    said.claim({place, place + 1} if behind & said.cues["option"] & said.cues["single"] else {place})
    small = said.cues["most"] | said.cues["article"] | said.cues["option"]
    while place > 0 and said.words[place - 1].text in small:
        place -= 1
        said.claim({place})


def with_article(said: Sentence, place: int) -> int:
    """Where "the most expensive" begins; in "menos el más caro" that is behind the "menos"."""
    for small in (said.cues["most"], said.cues["article"] | said.cues["the"]):
        while place and said.words[place - 1].text in small and not said.ends_before(place):
            place -= 1
    return place
