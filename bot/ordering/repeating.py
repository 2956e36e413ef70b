"""An order as a draft again, to order the same once more."""

from __future__ import annotations

from bot.ordering.draft import AddOnChoice, DomainChoice, Draft
from bot.ordering.order import OrderRequest
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
