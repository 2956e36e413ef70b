"""Plans as people call them in a hurry, and as they misspell them."""

from dataclasses import replace

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.names import NameIndex
from bot.ordering.reading import Sentence, listen
from bot.ordering.sounds import sound
from bot.ordering.text import words
from tests.ordering.shops import SOLUTIONS, entities, hear, shop, solution


@pytest.mark.parametrize(
    "text",
    [
        "25 BP anual",
        "m365 bp",
        "bussines premiun",
        "biz prem",
        "busines premium",
        "bizness premium",
        "buisness premium",
    ]
    + ["office premium", "MS365 Business Premium", "premiun", "vusiness premium", "negocio premium"],
)
def test_business_premium_by_other_names(text: str) -> None:
    assert hear(text, Step.PLAN).plans == ("BP",)


@pytest.mark.parametrize("text", ["m365 biz std", "office std", "microsoft estandar", "m365 bs"])
def test_business_standard_of_microsoft_by_other_names(text: str) -> None:
    assert hear(text, Step.PLAN).plans == ("BS",)


def test_a_part_number_is_surer_than_initials() -> None:
    assert hear("10 bs", Step.PLAN).plans == ("BS",)


def test_initials_of_several_plans_ask_which() -> None:
    assert set(hear("10 wbs", Step.PLAN).plans) == {"GST", "GSD"}


@pytest.mark.parametrize(
    ("text", "mpn"), [("archibado", "ARC"), ("kopilot", "COP"), ("copailot", "COP"), ("arcivado", "ARC")]
)
def test_add_ons_as_they_sound(text: str, mpn: str) -> None:
    assert [each.mpn for each in hear(text, Step.ADD_ONS, Draft(plan="BS", quantity=5)).add_ons] == [mpn]


@pytest.mark.parametrize(
    "text", ["20 business standard con copilot", "business standard, teams phone para 5"]
)
def test_an_add_on_tells_which_of_several_plans_is_meant(text: str) -> None:
    assert hear(text).plans == ("BS",)


def test_an_add_on_said_later_settles_which_plan() -> None:
    assert hear("copilot para 5", Step.PLAN, offered=("BS", "GSD")).plans == ("BS",)


@pytest.mark.parametrize("text", ["as 10", "me das 5", "no se", "va", "ok"])
def test_small_words_are_no_initials(text: str) -> None:
    assert hear(text, Step.PLAN).plans == ()


@pytest.mark.parametrize("text", ["abs", "Abs,\nWanderley", "confirmado, abs", "Att", "sds", "rgds", "bjs"])
def test_what_a_letter_ends_with_is_no_initials(text: str) -> None:
    """Not even where a plan is called "Acronis Backup Standard"."""
    backups = solution("Acronis", {"ABS": "Acronis Backup Standard", "BJS": "Box Joint Sync"}, {})
    known = replace(shop(), catalog=replace(shop().catalog, solutions=(*SOLUTIONS, backups)))
    for step in (Step.PLAN, Step.CONFIRM):
        heard = listen(Sentence(text, entities(text), known, Draft(plan="BS", quantity=12), step, "order"))
        assert (heard.plans, heard.second) == ((), None)


def test_a_word_of_a_name_is_worth_more_than_initials() -> None:
    assert hear("25 premium para HP Inc", Step.PLAN).plans == ("BP",)


def test_letters_that_sound_alike_are_one() -> None:
    assert sound("bussines") == sound("busines")
    assert sound("archibado") == sound("archivado")
    assert sound("kopilot") == sound("copilot")


def test_a_word_that_is_known_is_no_misspelt_name() -> None:
    index = NameIndex({"A": "AppSheet Core"}, synonyms={"correo": ("mail",)})
    assert (index.meanings("correo"), index.meanings("corre")) == ([], ["core"])


@pytest.mark.parametrize("text", ["businesspremium 25", "25 microsoft365 premium", "hola premiumbusiness"])
def test_words_of_a_name_written_together(text: str) -> None:
    assert hear(text, Step.PLAN).plans == ("BP",)


@pytest.mark.parametrize(
    ("text", "customer"),
    [("laespiga", "esp"), ("eltornillo", "tor"), ("sanrafael", "raf"), ("panaderialaespiga", "esp")],
)
def test_a_customer_written_together(text: str, customer: str) -> None:
    assert hear(text, Step.CUSTOMER).customers == (customer,)
    assert hear(f"5 business basic para {text}").customers == (customer,)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("the dentist", "D"),
        ("the dentist's", "D"),
        ("dentists", "D"),
        ("o padeiro", "P"),
        ("el ferretero", "F"),
        ("the dentures", None),
        ("paella", None),
        ("ferry", None),
    ],
)
def test_who_has_a_trade_is_the_one_whose_name_tells_it(said: str, key: str | None) -> None:
    index = NameIndex({"D": "Harbor Dental Group", "P": "Padaria do Bairro", "F": "Ferretería El Tornillo"})
    assert [match.key for match in index.best(words(said))] == ([key] if key else [])


def test_a_letter_that_makes_another_sound_may_be_missing() -> None:
    index = NameIndex({"std": "Backup Standard", "adv": "Backup Advanced"})
    assert [match.key for match in index.best(words("backup advancd"))] == ["adv"]


@pytest.mark.parametrize("text", ["pppp", "fghjkl;;;pppp", "hhh"])
def test_a_hand_on_the_keyboard_names_nothing(text: str) -> None:
    assert hear(text, Step.QUANTITY, Draft(plan="BB")).plans == ()


def test_a_possessive_is_no_word_of_a_name() -> None:
    index = NameIndex({"T": "Tilly's Oven LLC"})
    assert index.find(words("14, that's final")) == []
    assert [match.key for match in index.find(words("tilly's oven"))] == ["T"]
