"""A small shop, and a person's sentence as the engine would tag it."""

import re
from decimal import Decimal
from functools import cache

from bot.ordering.catalog import AddOn, Catalog, DomainNeed, Plan, Solution, Term, Tld
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.money import Money
from bot.ordering.order import Account, AccountType, Card, Customer
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop

PRICES = {Term.MONTH: Money(Decimal(2), "USD"), Term.YEAR: Money(Decimal(20), "USD")}
TERMS = {"mensual": "month", "anual": "year", "yearly": "year", "semanal": "other"}
ME = Account("acc", "demo", "Nube Norte", "reseller", "me@nube.example", "es", "MX")


def solution(name: str, plans: dict[str, str], add_ons: dict[str, str], per_seat: bool = True) -> Solution:
    return Solution(
        name,
        name.lower().replace(" ", "-"),
        per_seat,
        DomainNeed.OPTIONAL,
        tuple(Plan(mpn, name, PRICES, 1, 300) for mpn, name in plans.items()),
        tuple(AddOn(mpn, name, PRICES) for mpn, name in add_ons.items()),
    )


SOLUTIONS = (
    solution(
        "Microsoft 365",
        {
            "BB": "Microsoft 365 Business Basic",
            "BS": "Microsoft 365 Business Standard",
            "BP": "Microsoft 365 Business Premium",
        },
        {"ARC": "Exchange Online Archiving", "COP": "Microsoft 365 Copilot", "TEL": "Teams Phone Standard"},
    ),
    solution(
        "Google Workspace",
        {"GST": "Google Workspace Business Starter", "GSD": "Google Workspace Business Standard"},
        {"VLT": "Google Vault", "VOI": "Google Voice Starter"},
    ),
    solution("Hosted Exchange", {"HEX": "Hosted Exchange Basic"}, {"SPM": "Advanced Spam Filter"}),
    solution("Web Hosting", {"LNX": "Linux Hosting Pro"}, {"SSL": "SSL Certificate DV"}, per_seat=False),
)
CUSTOMERS = {
    "esp": "Panadería La Espiga",
    "tor": "Ferretería El Tornillo",
    "raf": "Clínica San Rafael",
    "gab": "Clínica San Gabriel",
}


@cache
def shop() -> Shop:
    """One for all tests: nobody changes it, and its indexes take longer than the sentences read with them."""
    return Shop(
        ME,
        Catalog(SOLUTIONS, (Tld("com", PRICES[Term.YEAR], True), Tld("mx", PRICES[Term.YEAR], True))),
        tuple(Customer(key, name, AccountType.COMMERCIAL) for key, name in CUSTOMERS.items()),
        (Card("card-v", "Visa", "4242", "12/2030"), Card("card-m", "Mastercard", "4444", "08/2029")),
    )


def entities(text: str) -> list[Entity]:
    """Numbers in digits and a thousand, the terms above, and dotted names."""
    found = [
        Entity("domain", m.group(), m.start(), m.end()) for m in re.finditer(r"[\w-]+\.[a-z.]+[a-z]", text)
    ]
    taken = [(each.start, each.end) for each in found]
    for m in re.finditer(r"(?:(?<![\w.])|(?<=\bx))-?\d+(?:\.\d+)?(?![\w.])", text):
        if not any(start <= m.start() < end for start, end in taken):
            found.append(Entity("number", m.group(), m.start(), m.end()))
    for m in re.finditer(r"\b(?:mil|thousand)\b", text):
        found.append(Entity("number", "1000", m.start(), m.end()))
    found.sort(key=lambda each: each.start)
    for word, term in TERMS.items():
        found += [Entity("term", term, m.start(), m.end()) for m in re.finditer(rf"\b{word}\b", text)]
    return found


def hear(
    text: str,
    step: Step | None = None,
    draft: Draft | None = None,
    intent: str = "inform",
    offered: tuple[str, ...] = (),
    offered_step: Step | None = None,
    topic: tuple[str, ...] = (),
    language: str = "",
) -> Heard:
    draft, offered_step = draft or Draft(), offered_step or step
    context = (offered, offered_step, topic, language)
    return listen(Sentence(text, entities(text), shop(), draft, step, intent, *context))
