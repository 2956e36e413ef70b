"""Which plans a comparison is about: those that are named, however little of their names is said."""

from decimal import Decimal

import pytest

from bot.ordering.catalog import Catalog, DomainNeed, Plan, Solution, Term
from bot.ordering.draft import Draft, Step
from bot.ordering.money import Money
from bot.ordering.reading import Sentence, listen
from bot.ordering.several import plans_compared
from bot.ordering.shop import Shop
from bot.ordering.text import words
from tests.ordering import shops

PRICES = {term: Money(Decimal(2), "USD") for term in Term}
NAMES = {
    "Microsoft 365": ("Microsoft 365 Business", {"BB": "Basic", "BS": "Standard", "BP": "Premium"}),
    "Google Workspace": ("Google Workspace Business", {"GST": "Starter", "GSD": "Standard", "GPL": "Plus"}),
    "Web Hosting": ("Linux Hosting", {"LB": "Basic", "LP": "Pro"}),
    "Acronis": ("Acronis Backup", {"AS": "Standard", "AA": "Advanced"}),
    "Dropbox": ("Dropbox Business", {"DS": "Standard", "DA": "Advanced"}),
}


def shop() -> Shop:
    solutions = tuple(
        Solution(
            name,
            name,
            True,
            DomainNeed.OPTIONAL,
            tuple(Plan(mpn, f"{start} {tier}", PRICES, 1, 300) for mpn, tier in tiers.items()),
        )
        for name, (start, tiers) in NAMES.items()
    )
    known = shops.shop()
    return Shop(known.account, Catalog(solutions), known.customers, known.cards)


SHOP = shop()


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("diferença do dropbox standard pro advanced", {"DS", "DA"}),
        ("qual a diferença do google starter pro plus", {"GST", "GPL"}),
        ("diferença entre acronis standard e advanced", {"AS", "AA"}),
        ("compara o basic com o premium", {"BB", "BP"}),
        ("compara el basic con el premium", {"BB", "BP"}),
        ("compare basic with premium", {"BB", "BP"}),
        ("basic vs premium", {"BB", "BP"}),
        ("basic or premium?", {"BB", "BP"}),
        ("¿basic o premium?", {"BB", "BP"}),
        ("de basic a premium qué cambia", {"BB", "BP"}),
        ("starter vs plus", {"GST", "GPL"}),
        ("que gano con plus y no con starter", {"GPL", "GST"}),
        ("google standard contra microsoft standard", {"GSD", "BS"}),
        ("diferencia entre standard y advanced", {"AS", "AA", "DS", "DA"}),
        ("diferença entre business basic e pro advanced", {"BB", "DA", "AA"}),
        ("linux basic o linux pro", {"LB", "LP"}),
    ],
)
def test_the_plans_that_are_named_are_compared(text: str, compared: set[str]) -> None:
    assert set(plans_compared(words(text), SHOP, None)) == compared


def test_the_order_tells_which_solution_is_spoken_of() -> None:
    said = words("diferencia entre standard y advanced")
    assert plans_compared(said, SHOP, "DS") == ["DS", "DA"]


@pytest.mark.parametrize("text", ["hola", "diferencia entre los planes de google", "que incluye premium"])
def test_one_plan_is_no_comparison(text: str) -> None:
    assert len(plans_compared(words(text), SHOP, None)) < 2 or "google" in text


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("muda pro dropbox advanced", ("DA",)),
        ("10 basic de microsoft pro tornillo", ("BB",)),
        ("quero o linux pro", ("LP",)),
        ("pro", ("LP",)),
        ("quero o pro", ("LP",)),
        ("10 linux hosting pro anual", ("LP",)),
    ],
)
def test_pro_is_a_plan_only_where_it_leads_to_no_name(text: str, plans: tuple[str, ...]) -> None:
    said = Sentence(text, shops.entities(text), SHOP, Draft(), Step.PLAN, "inform")
    assert listen(said).plans == plans
