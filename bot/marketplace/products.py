"""The catalogue: ``GET /products`` (prices, limits) put in order by ``/ext/solutions`` and ``/ext/domains``.

A marketplace without these extensions is read as far as its products tell: see ``grouped_by_service``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.marketplace.fields import Fields
from bot.marketplace.wire import read_term
from bot.ordering.catalog import NO_LIMIT, AddOn, Catalog, DomainNeed, Plan, Solution, Term, Tld
from bot.ordering.money import Money


@dataclass
class Product:
    """All rows of ``GET /products`` with one mpn: a row per period."""

    mpn: str
    name: str
    service: str
    prices: dict[Term, Money]
    minimum: int
    maximum: int
    depends_on: frozenset[str]

    def add_on(self, name: str, plans: Collection[str]) -> AddOn:
        return AddOn(self.mpn, name, self.prices, frozenset(plans), self.maximum)

    def plan(self, name: str, description: str, per_seat: bool) -> Plan:
        limits = (self.minimum, self.maximum) if per_seat else (1, 1)
        return Plan(self.mpn, name, self.prices, *limits, description)


def read_products(rows: Iterable[Fields]) -> dict[str, Product]:
    """Products by mpn, with what the reseller pays per month and year; those with neither are left out."""
    rows = list(rows)
    mpn_of = {row.text("id"): row.text("mpn") for row in rows if row.has_text("id")}
    products: dict[str, Product] = {}
    for row in rows:
        term, price = read_term(row, "subscriptionPeriod"), _price(row)
        if term is None or price is None:
            continue
        product = products.setdefault(row.text("mpn"), _product(row, mpn_of))
        product.prices.setdefault(term, price)
    return products


def _product(row: Fields, mpn_of: dict[str, str]) -> Product:
    needed = (
        item.text_or("mpn", "") or mpn_of.get(item.text_or("id", ""), "")
        for item in row.many_if_any("dependsOn")
    )
    return Product(
        mpn=row.text("mpn"),
        name=row.text("name"),
        service=row.text_or("serviceName", ""),
        prices={},
        minimum=max(1, row.whole("minimumQuantity")) if row.has_text("minimumQuantity") else 1,
        maximum=_maximum(row),
        depends_on=frozenset(mpn for mpn in needed if mpn),
    )


def _maximum(row: Fields) -> int:
    maximum = row.whole("maximumQuantity") if row.has_text("maximumQuantity") else NO_LIMIT
    return maximum if maximum > 0 else NO_LIMIT  # -1 stands for "unlimited"


def _price(row: Fields) -> Money | None:
    """The recurring amount for the smallest quantity: what the reseller pays (``costs``), else ``prices``.

    It is for orientation; what an order costs is what the estimate says.
    """
    for key in ("costs", "prices"):
        amounts = [item for item in row.many_if_any(key) if item.text_or("type", "recurring") == "recurring"]
        if amounts:
            lowest = min(amounts, key=lambda item: item.number("lowerLimit") if item.has("lowerLimit") else 0)
            return Money(lowest.number("amount"), lowest.text("currency"))
    return None


def read_catalog(rows: Iterable[Fields], solutions: Fields | None, domains: Fields | None) -> Catalog:
    """Everything for sale; ``solutions`` and ``domains`` are None where there is no such extension."""
    products = read_products(rows)
    tlds = _read_tlds(domains.many("data"), products) if domains is not None else ()
    if solutions is None:
        not_plans = {row.text("mpn") for row in domains.many("data")} if domains is not None else set()
        return Catalog(grouped_by_service(products.values(), not_plans), tlds)
    read = (_read_solution(row, products) for row in solutions.many("data"))
    return Catalog(tuple(solution for solution in read if solution.plans), tlds)


def _read_solution(row: Fields, products: dict[str, Product]) -> Solution:
    """A row of ``/ext/solutions``; what ``/products`` does not sell to this reseller is left out."""
    per_seat = row.text("per") != "subscription"
    return Solution(
        name=row.text("name"),
        service_name=row.text("serviceName"),
        per_seat=per_seat,
        needs_domain=row.choice("needsDomain", DomainNeed),
        plans=tuple(
            products[plan.text("mpn")].plan(plan.text("name"), plan.text_or("description", ""), per_seat)
            for plan in row.many("plans")
            if plan.text("mpn") in products
        ),
        add_ons=tuple(
            products[extra.text("mpn")].add_on(extra.text("name"), extra.texts("plans"))
            for extra in row.many_if_any("addOns")
            if extra.text("mpn") in products
        ),
    )


def _read_tlds(rows: Iterable[Fields], products: dict[str, Product]) -> tuple[Tld, ...]:
    """The endings that ``/products`` has a yearly price for."""
    found = []
    for row in rows:
        product = products.get(row.text("mpn"))
        if product is not None and Term.YEAR in product.prices:
            found.append(Tld(row.text("tld").lower(), product.prices[Term.YEAR], row.flag("authCode")))
    return tuple(found)


def grouped_by_service(products: Iterable[Product], not_plans: Collection[str]) -> tuple[Solution, ...]:
    """Solutions guessed from products alone: one per ``serviceName``; what depends on others is an add-on.

    Whether a plan takes a domain is unknown there, so the person may give one or go on without.
    """
    services: dict[str, list[Product]] = {}
    for product in products:
        if product.mpn not in not_plans:
            services.setdefault(product.service, []).append(product)
    grouped = (_guess(service, members) for service, members in services.items())
    return tuple(solution for solution in grouped if solution.plans)


def _guess(service: str, members: list[Product]) -> Solution:
    plans = [product for product in members if not product.depends_on]
    per_seat = any(product.maximum > 1 for product in plans)
    return Solution(
        name=service,
        service_name=service,
        per_seat=per_seat,
        needs_domain=DomainNeed.OPTIONAL,
        plans=tuple(product.plan(product.name, "", per_seat) for product in plans),
        add_ons=tuple(
            product.add_on(product.name, product.depends_on) for product in members if product.depends_on
        ),
    )
