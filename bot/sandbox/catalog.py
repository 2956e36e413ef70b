"""What is for sale, as read from catalog.yaml: solutions with plans and add-ons, domain endings, amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CATALOG_FILE = Path(__file__).parent / "catalog.yaml"


class Kind(StrEnum):
    PLAN = "plan"
    ADD_ON = "addOn"
    DOMAIN = "domain"


@dataclass(frozen=True)
class Product:
    """One thing with an ``mpn``; ``amounts``: period (month, year) to the reseller's price before tax."""

    mpn: str
    name: str
    kind: Kind
    vendor: str
    service: str
    service_name: str
    amounts: Mapping[str, Decimal]
    minimum: int = 1
    maximum: int = 1
    fits: frozenset[str] = frozenset()
    about: Mapping[str, str] = field(default_factory=dict)
    tld: str | None = None

    def row_id(self, period: str) -> str:
        """The id of the product row for one period; an mpn alone is not unique."""
        return f"{self.mpn}.{period}"


@dataclass(frozen=True)
class Solution:
    """Plans that belong together and what can be added to them; ``per`` is seat or subscription."""

    name: str
    service_name: str
    per: str
    needs_domain: str
    plans: tuple[Product, ...]
    add_ons: tuple[Product, ...]


@dataclass(frozen=True)
class Tld:
    """A domain ending for sale; ``auth_code``: its registry asks for one on transfer."""

    name: str
    amount: Decimal
    auth_code: bool

    @property
    def mpn(self) -> str:
        return "DOM-" + self.name.upper().replace(".", "-")


@dataclass(frozen=True)
class TakenDomain:
    """A name somebody else holds; ``name`` may end in ``.*`` for every ending."""

    name: str
    transferable: bool = False
    auth_code: str | None = None


@dataclass(frozen=True)
class Catalog:
    """The whole marketplace at one moment; ``people`` is the raw seed of resellers and customers."""

    code: str
    currency: str
    tax_percent: Decimal
    solutions: tuple[Solution, ...]
    tlds: Mapping[str, Tld]
    taken: tuple[TakenDomain, ...]
    products: Mapping[str, Product]
    people: Mapping[str, Any]

    @property
    def plans(self) -> Iterator[tuple[int, Product]]:
        """Service plans with their numeric ids, which follow the order of the catalogue."""
        plans = (plan for solution in self.solutions for plan in solution.plans)
        return enumerate(plans, start=10001)

    def rows(self) -> Iterator[tuple[Product, str]]:
        """One (product, period) pair for each row of GET /products."""
        for product in self.products.values():
            for period in product.amounts:
                yield product, period


@cache
def load_catalog(path: Path = CATALOG_FILE) -> Catalog:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    solutions = tuple(_solution(item) for item in raw["solutions"])
    tlds = {
        item["tld"]: Tld(item["tld"], Decimal(item["year"]), item["auth_code"]) for item in raw["domains"]
    }
    every = [product for one in solutions for product in (*one.plans, *one.add_ons)]
    every += [_domain_product(tld) for tld in tlds.values()]
    place = raw["marketplace"]
    return Catalog(
        code=place["code"],
        currency=place["currency"],
        tax_percent=Decimal(place["tax"]["percent"]),
        solutions=solutions,
        tlds=tlds,
        taken=tuple(TakenDomain(**item) for item in raw["taken_domains"]),
        products={product.mpn: product for product in every},
        people={"resellers": raw["resellers"], "customers": raw["customers"]},
    )


def _solution(raw: dict[str, Any]) -> Solution:
    plans = tuple(_plan(item, raw) for item in raw["plans"])
    most = max(plan.maximum for plan in plans)
    every_plan = frozenset(plan.mpn for plan in plans)
    return Solution(
        name=raw["name"],
        service_name=raw["serviceName"],
        per=raw["per"],
        needs_domain=raw["needs_domain"],
        plans=plans,
        add_ons=tuple(_add_on(item, raw, most, every_plan) for item in raw["add_ons"]),
    )


def _plan(item: dict[str, Any], solution: dict[str, Any]) -> Product:
    return Product(
        **_common(item, solution),
        kind=Kind.PLAN,
        minimum=item.get("min", 1),
        maximum=item.get("max", 1),
        about=item["about"],
    )


def _add_on(item: dict[str, Any], solution: dict[str, Any], most: int, plans: frozenset[str]) -> Product:
    fits = frozenset(item["plans"]) if "plans" in item else plans
    return Product(**_common(item, solution), kind=Kind.ADD_ON, maximum=item.get("max", most), fits=fits)


def _common(item: dict[str, Any], solution: dict[str, Any]) -> dict[str, Any]:
    return {
        "mpn": item["mpn"],
        "name": item["name"],
        "vendor": solution["vendor"],
        "service": solution["name"],
        "service_name": solution["serviceName"],
        "amounts": {period: Decimal(item[period]) for period in ("month", "year")},
    }


def _domain_product(tld: Tld) -> Product:
    return Product(
        mpn=tld.mpn,
        name=f"Domain .{tld.name}",
        kind=Kind.DOMAIN,
        vendor="Registry",
        service="Domains",
        service_name="domains",
        amounts={"year": tld.amount},
        tld=tld.name,
    )
