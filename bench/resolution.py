"""How long it takes to find plans and customers by name: 10,000 plans, 50,000 customers, no training.

`python bench/resolution.py` prints the time of one message and fails above the limit.
"""

import random
import statistics
import sys
import time
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.ordering.catalog import AddOn, Catalog, DomainNeed, Plan, Solution, Term  # noqa: E402
from bot.ordering.draft import Draft, Step  # noqa: E402
from bot.ordering.heard import Entity  # noqa: E402
from bot.ordering.money import Money  # noqa: E402
from bot.ordering.order import Account, AccountType, Card, Customer  # noqa: E402
from bot.ordering.reading import Sentence, listen  # noqa: E402
from bot.ordering.shop import Shop  # noqa: E402

PLANS, CUSTOMERS, MESSAGES = 10_000, 50_000, 300
LIMIT_MS = 20.0
PRICES = {Term.MONTH: Money(Decimal(1), "USD"), Term.YEAR: Money(Decimal(10), "USD")}
GRADES = (
    "Basic",
    "Standard",
    "Premium",
    "Starter",
    "Plus",
    "Enterprise",
    "Pro",
    "Advanced",
    "Essentials",
    "Core",
)
KINDS = ("Backup", "Mail", "Hosting", "Security", "Storage", "Voice", "Office", "CRM", "Database", "Firewall")
TRADES = (
    "Panadería",
    "Ferretería",
    "Clínica",
    "Taller",
    "Farmacia",
    "Hotel",
    "Padaria",
    "Dental",
    "Studio",
    "Group",
)
SYLLABLES = (
    "la",
    "ro",
    "mi",
    "ten",
    "sor",
    "val",
    "qui",
    "bra",
    "do",
    "fer",
    "na",
    "lux",
    "pe",
    "gar",
    "zul",
)


def main() -> int:
    chance = random.Random(7)  # noqa: S311 - the same names each time
    shop = big_shop(chance)
    began = time.perf_counter()
    sentences = [sentence(shop, chance) for _ in range(MESSAGES)]
    understood(*sentences[0], shop)  # builds the indexes
    print(f"{PLANS:,} plans, {CUSTOMERS:,} customers; indexes built in {time.perf_counter() - began:.1f} s")
    times, right = [], 0
    for text, entities, plan, customer in sentences:
        began = time.perf_counter()
        heard = understood(text, entities, plan, customer, shop)
        times.append((time.perf_counter() - began) * 1000)
        right += plan in heard.plans and customer in heard.customers
    times.sort()
    slow = times[len(times) * 95 // 100]
    print(f"a message: median {statistics.median(times):.1f} ms, p95 {slow:.1f} ms, worst {times[-1]:.1f} ms")
    print(f"found among what was offered: {right / len(times):.1%}")
    return 0 if slow < LIMIT_MS else 1


def understood(text: str, entities: list[Entity], plan: str, customer: str, shop: Shop):  # type: ignore[no-untyped-def]
    return listen(Sentence(text, entities, shop, Draft(), Step.PLAN, "order"))


def name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).title()


def big_shop(chance: random.Random) -> Shop:
    """Solutions of ten plans and three add-ons each; customers with names of two or three words."""
    solutions = []
    for number in range(PLANS // len(GRADES)):
        brand = f"{name(chance)} {chance.choice(KINDS)}"
        plans = tuple(Plan(f"P-{number}-{grade}", f"{brand} {grade}", PRICES, 1, 300) for grade in GRADES)
        extras = tuple(AddOn(f"A-{number}-{kind}", f"{brand} {kind} Extra", PRICES) for kind in KINDS[:3])
        solutions.append(Solution(brand, f"s-{number}", True, DomainNeed.OPTIONAL, plans, extras))
    customers = tuple(
        Customer(f"c-{i}", f"{chance.choice(TRADES)} {name(chance)} {name(chance)}", AccountType.COMMERCIAL)
        for i in range(CUSTOMERS)
    )
    me = Account("acc", "demo", "Nube Norte", "reseller", "me@nube.example", "es", "MX")
    return Shop(me, Catalog(tuple(solutions)), customers, (Card("v", "Visa", "4242", "12/2030"),))


def sentence(shop: Shop, chance: random.Random) -> tuple[str, list[Entity], str, str]:
    """An order in one sentence, every third one with a typo in both names."""
    plan, customer = chance.choice(shop.catalog.all_plans()), chance.choice(shop.customers)
    typo = chance.random() < 1 / 3
    said = [mistyped(each, chance) if typo else each for each in (plan.name, customer.name)]
    text = f"quiero 25 {said[0]} para {said[1]} con la visa por favor"
    return text, [Entity("number", "25", 7, 9)], plan.mpn, customer.id


def mistyped(text: str, chance: random.Random) -> str:
    """One letter of the second word doubled."""
    words = text.split()
    at = chance.randrange(1, len(words[1]))
    words[1] = words[1][:at] + words[1][at - 1 :]
    return " ".join(words)


if __name__ == "__main__":
    sys.exit(main())
