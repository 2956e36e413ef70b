"""A plan named by what the catalogue says of it, and add-ons refused by naming the plan alone."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop
from tests.ordering import shops

ABOUT = {
    "HBA": "10 GB Exchange mailbox with web access.",
    "HBU": "50 GB Exchange mailbox, mobile and shared calendars.",
    "AST": "Daily backups of workstations and servers.",
    "GST": "30 GB per user.",
    "GSD": "2 TB shared by teams of 5 or more.",
    "AAD": "Continuous backups, databases and verification.",
}


def shop() -> Shop:
    """The usual one, with plans that the catalogue describes."""
    known = shops.shop()
    hosted = shops.solution(
        "Hosted Exchange",
        {"HBA": "Hosted Exchange Basic", "HBU": "Hosted Exchange Business"},
        {"SPM": "Advanced Spam Filter"},
    )
    backup = shops.solution(
        "Acronis Cyber Protect",
        {"AST": "Acronis Backup Standard", "AAD": "Acronis Backup Advanced"},
        {"STO": "Cloud Storage 100 GB"},
    )
    site = shops.solution("Web Hosting", {"LNX": "Linux Hosting Pro"}, {"BKP": "Daily Backup"}, False)
    described = [
        replace(one, plans=tuple(replace(plan, description=ABOUT[plan.mpn]) for plan in one.plans))
        for one in (known.catalog.solutions[1], hosted, backup)
    ]
    solutions = (known.catalog.solutions[0], *described, site)
    return Shop(known.account, Catalog(solutions, known.catalog.tlds), known.customers, known.cards)


SHOP = shop()


def hear(
    text: str, step: Step | None = None, plan: str | None = None, offered: tuple[str, ...] = ()
) -> Heard:
    draft = Draft(plan=plan, quantity=8 if plan else None)
    context = (draft, step, "inform", offered, step, (), "")
    return listen(Sentence(text, shops.entities(text), SHOP, *context))


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("14 buzones de hosted exchange, el de 50 GB", "HBU"),
        ("14 caixas hosted exchange de 50 giga", "HBU"),
        ("14 hosted exchange mailboxes, the 50gb one", "HBU"),
        ("hosted exchange de 10 gigas para 14", "HBA"),
        ("14 hosted exchange with shared calendars", "HBU"),
        ("acronis with verification and databases for 14", "AAD"),
    ],
)
def test_of_several_plans_the_one_that_is_described(text: str, plan: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity, heard.add_ons) == ((plan,), "14", ())


def test_the_words_of_an_add_on_describe_no_plan() -> None:
    heard = hear("5 standard, teams phone for all 5")
    assert (heard.plans, [each.mpn for each in heard.add_ons]) == (("BS",), ["TEL"])


@pytest.mark.parametrize("text", ["o de 50 GB", "el de 50 gigas", "the one with the shared calendars"])
def test_what_is_offered_may_be_described(text: str) -> None:
    assert hear(text, Step.PLAN, offered=("HBA", "HBU")).plans == ("HBU",)


@pytest.mark.parametrize("text", ["14 hosted exchange", "acronis for 14 workstations", "50 hosted exchange"])
def test_a_word_that_may_be_anything_describes_no_plan(text: str) -> None:
    assert len(hear(text).plans) == 2


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("não, só o backup", "AST"),
        ("solo el respaldo", "AST"),
        ("no, just the plan", "AST"),
        ("only the mailboxes", "HBU"),
        ("solo las licencias", "BB"),
        ("solo el business basic", "BB"),
        ("the plan alone", "BB"),
        ("só o google", "GST"),
    ],
)
def test_the_plan_alone_refuses_add_ons(text: str, plan: str) -> None:
    heard = hear(text, Step.ADD_ONS, plan)
    assert (heard.no_add_ons, heard.add_ons, heard.plans) == (True, (), ())


@pytest.mark.parametrize(
    ("text", "plan", "add_on"),
    [
        ("solo el backup", "LNX", "BKP"),
        ("just the storage", "AST", "STO"),
        ("just google vault", "GST", "VLT"),
    ],
)
def test_an_add_on_alone_is_wanted(text: str, plan: str, add_on: str) -> None:
    assert [each.mpn for each in hear(text, Step.ADD_ONS, plan).add_ons] == [add_on]


@pytest.mark.parametrize(
    "text",
    [
        "8 acronisadvanced plus 2 lots of cloudstorage",
        "8 acronis advanced plus 2 packs of the 100 gig storage",
        "8 acronis advanced, mais 2 daquele storage",
    ],
)
def test_more_of_something_else_is_counted_for_itself(text: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity) == (("AAD",), "8")
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("STO", "2")]


@pytest.mark.parametrize(
    "text",
    ["os teams phone são 6, os de archiving continuam 5", "los teams phone son 6", "teams phone should be 6"],
)
def test_what_an_add_on_comes_to_is_not_the_plans_number(text: str) -> None:
    draft = Draft(plan="BS", quantity=18, add_ons=(AddOnChoice("TEL", 5), AddOnChoice("ARC", 5)))
    heard = shops.hear(text, Step.CONFIRM, draft)
    assert (heard.quantity, heard.add_ons[0].quantity) == (None, "6")


@pytest.mark.parametrize(
    "text",
    [
        "10 GB no les alcanza, dales el de 50 GB",
        "the one with 50 GB please",
        "the 50gb one",
        "o de 50 giga",
        "el que trae 50 gb mejor",
        "give them the one with shared calendars",
    ],
)
@pytest.mark.parametrize("step", [Step.CONFIRM, Step.PAYMENT])
def test_a_description_that_is_pointed_at_changes_the_plan(text: str, step: Step) -> None:
    heard = hear(text, step, "HBA")
    assert (heard.plans, heard.quantity, heard.corrects) == (("HBU",), None, True)


@pytest.mark.parametrize(
    "text",
    ["¿el de 50 GB cuánto cuesta?", "they have 50 GB of mail", "ya usan 50 GB", "el de 10 GB está bien"],
)
def test_a_description_in_passing_changes_nothing(text: str) -> None:
    assert hear(text, Step.CONFIRM, "HBA").plans == ()
