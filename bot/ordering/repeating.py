"""An order as a draft again, to order the same once more."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.draft import AddOnChoice, DomainChoice, Draft
from bot.ordering.order import AUTH_CODE, OrderRequest
from bot.ordering.shop import Shop


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
