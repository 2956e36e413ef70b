"""An order as a draft again, to order the same once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ordering.draft import AddOnChoice, DomainChoice, Draft
from bot.ordering.heard import Heard, Relation
from bot.ordering.order import AUTH_CODE, OrderRequest
from bot.ordering.shop import Shop
from bot.ordering.text import Word, words
from bot.ordering.vocabulary import has_any, says_any, vocabulary


def draft_of(request: OrderRequest, shop: Shop) -> Draft:
    """The same plan, quantity, term, add-ons, customer and card; the domain is not ordered twice."""
    plan_line = next((line for line in request.lines if shop.catalog.plan(line.mpn)), None)
    if plan_line is None:
        return Draft()
    solution = shop.catalog.solution_of(plan_line.mpn)
    usual = plan_line.quantity if solution and solution.per_seat else 1
    add_ons = tuple(
        AddOnChoice(line.mpn, None if line.quantity == usual else line.quantity)
        for line in request.lines
        if shop.catalog.add_on(line.mpn)
    )
    return Draft(
        plan=plan_line.mpn,
        quantity=plan_line.quantity,
        domain=DomainChoice(None),
        term=plan_line.term,
        add_ons=add_ons,
        customer=shop.customer_by_id.get(request.customer_id),
        payment=request.payment_method,
    )


def restored(request: OrderRequest, shop: Shop) -> Draft:
    """The very same order as a draft again, domains and all: it was not placed."""
    draft = draft_of(request, shop)
    plan_line = next((line for line in request.lines if line.mpn == draft.plan), None)
    own = dict(plan_line.parameters).get("domain") if plan_line else None
    choices = [_domain(dict(line.parameters)) for line in request.lines if "action" in dict(line.parameters)]
    named = next((choice for choice in choices if choice.name == own), DomainChoice(own))
    others = tuple(choice for choice in choices if choice.name != own)
    draft = replace(draft, domain=named, extra_domains=others, new_customer=request.new_customer)
    return replace(draft, credentials_email=request.credentials_email)


def _domain(parameters: dict[str, str]) -> DomainChoice:
    return DomainChoice(parameters["domain"], parameters["action"], parameters.get(AUTH_CODE))


def wants_again(heard: Heard, text: str) -> bool:
    """Whether an order that names no plan is to be as the one before: "un igual, sin Defender", "Blue Fern as
    well, 4 of them"; not "puedes repetir?", which may be about what was said."""
    said = words(text)
    if heard.is_empty() or heard.plans or heard.unsold or heard.other_order:
        return False  # "same to you"
    buyer = heard.customers or heard.newcomer
    if not _says_the_same(said):
        return bool(buyer) and says_any("besides", said) and not (heard.asks or says_any("orders_noun", said))
    return bool(buyer or heard.quantity or heard.term or not heard.asks)


def _says_the_same(said: Sequence[Word]) -> bool:
    """ "Same card", "para el mismo cliente" is a part of an order, and no order once more."""
    rest = f" {' '.join(word.text for word in said)} "
    for phrase in vocabulary().cues["same_card"] | vocabulary().cues["same_customer"]:
        rest = rest.replace(f" {phrase} ", "  ")
    return has_any("the_same", rest.split()) or _multiplies(rest.split())


def _multiplies(said: Sequence[str]) -> bool:
    """ "Double that for Blue Fern", "el doble para Espiga", "o dobro disso": of the order before."""
    cues = vocabulary().cues
    of_it = cues["it"] | cues["that_one"] | cues["customer"] | cues["orders_noun"] | cues["of_that"]
    many = cues["double"] | cues["triple"] | cues["half"]
    pairs = zip(said, said[1:], strict=False)
    return any(one in many and (two in of_it or two in cues["of_brand"]) for one, two in pairs)


def of_a_copy(heard: Heard, text: str) -> Heard:
    """How many the copy has: "6 more of the same" are six, "one more like that" and "duplica el pedido" are
    an order more, and only "the same, but 2 more" counts from what it had."""
    said = words(text)
    if heard.relation is Relation.TIMES and says_any("copies", said):
        return replace(heard, quantity=None, relation=Relation.EXACT)
    but = next((place for place, word in enumerate(said) if _excepts(word, text)), len(said))
    if heard.relation is not Relation.MORE or says_any("more_after", said[but + 1 :]):
        return heard
    return replace(heard, quantity=None if heard.quantity == "1" else heard.quantity, relation=Relation.EXACT)


def _excepts(word: Word, text: str) -> bool:
    """ "Igual, mas 10" is a but; beside "the same" Spanish "más" has its accent."""
    cues = vocabulary().cues
    written = text[word.start : word.end].lower()
    return word.text in cues["however"] and (word.text not in cues["more_after"] or written in cues["but"])
