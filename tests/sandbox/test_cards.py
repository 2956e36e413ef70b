"""Saved cards, and the hosted page on which a new one is typed."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.cards import CardForm

VISA = "4242 4242 4242 4242"
GOOD = {"name": "Ana Ruiz", "number": VISA, "exp": "12/30", "csc": "123"}
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "brand"),
    [
        (VISA, "Visa"),
        ("4242-4242-4242-4242", "Visa"),
        ("5555555555554444", "Mastercard"),
        ("2223003122003222", "Mastercard"),
        ("378282246310005", "Amex"),
        ("6011111111111117", "Discover"),
        ("30569309025904", "Diners"),
        ("4242424242424241", None),
        ("4242", None),
        ("", None),
        ("abcd", None),
        ("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", None),
    ],
)
def test_a_number_tells_its_brand_if_it_is_one(number: str, brand: str | None) -> None:
    assert CardForm("Ana", number, "12/30", "123").brand == brand


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, []),
        ({"exp": "11/26"}, []),
        ({"exp": "1230"}, []),
        ({"exp": "08/2029"}, []),
        ({"exp": "10/26"}, ["exp"]),
        ({"exp": "13/30"}, ["exp"]),
        ({"exp": "12/99"}, ["exp"]),
        ({"exp": "soon"}, ["exp"]),
        ({"csc": "12"}, ["csc"]),
        ({"csc": "1234"}, ["csc"]),
        ({"number": "378282246310005", "csc": "1234"}, []),
        ({"number": "378282246310005"}, ["csc"]),
        ({"name": " "}, ["name"]),
        ({"name": "", "number": "1", "exp": "", "csc": ""}, ["name", "number", "exp", "csc"]),
    ],
)
def test_a_form_names_what_is_wrong(change: dict[str, str], problems: list[str]) -> None:
    assert CardForm(**{**GOOD, **change}).problems(NOW) == problems


@pytest.fixture
async def page(demo: Any) -> dict[str, Any]:
    opened: dict[str, Any] = await demo.post("/ext/card-pages")
    assert opened["expiresIn"] == 900
    return opened


@pytest.fixture
def browser(market: Any) -> Any:
    client = market.http(base="http://sandbox.test")
    client.headers.clear()
    return client


async def test_the_seeds_cards_are_listed_for_their_reseller_only(market: Any, demo: Any) -> None:
    async def cards(caller: Any) -> list[tuple[str, str, str]]:
        return [
            (c["brand"], c["last4"], c["exp"]) for c in (await caller.get("/ext/payment-methods"))["data"]
        ]

    assert await cards(demo) == [("Visa", "4242", "12/2030"), ("Mastercard", "4444", "08/2029")]
    assert await cards(await market.signed_in("cloudpeak")) == [("Amex", "0005", "01/2031")]
    assert await cards(await market.signed_in("nuvem")) == []


async def test_the_page_is_one_form_that_browsers_can_fill_in(browser: Any, page: Any) -> None:
    shown = await browser.get(page["url"])
    assert shown.status_code == 200
    assert re.findall(r'autocomplete="([\w-]+)"', shown.text) == ["cc-name", "cc-number", "cc-exp", "cc-csc"]
    assert shown.text.count("<form") == 1
    assert "<script" not in shown.text
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    assert shown.headers["Cache-Control"] == "no-store"
    assert 'lang="es"' in shown.text


async def test_a_good_card_is_saved_and_can_pay(
    demo: Any, browser: Any, page: Any, a_line: Any, an_order: Any
) -> None:
    path = f"/ext/card-pages/{page['id']}"
    assert await demo.get(path) == {"state": "open", "paymentMethod": None}
    saved = await browser.post(page["url"], data={**GOOD, "number": "5555 5555 5555 4444", "exp": "01/31"})
    assert saved.status_code == 200
    assert "Mastercard terminada en 4444, vence 01/2031" in saved.text
    state = await demo.get(path)
    assert state["state"] == "saved"
    listed = {card["id"]: card for card in (await demo.get("/ext/payment-methods"))["data"]}
    assert listed[state["paymentMethod"]]["exp"] == "01/2031"
    await demo.post(
        "/orders", an_order(a_line("M365-BB"), attributes={"paymentMethod": state["paymentMethod"]})
    )


async def test_a_card_that_is_there_already_stays_one(demo: Any, browser: Any, page: Any) -> None:
    await browser.post(page["url"], data=GOOD)
    cards = (await demo.get("/ext/payment-methods"))["data"]
    assert [card["last4"] for card in cards].count("4242") == 1
    assert (await demo.get(f"/ext/card-pages/{page['id']}"))["paymentMethod"] in [
        card["id"] for card in cards
    ]


async def test_a_bad_card_is_explained_and_what_was_typed_is_not_shown_again(
    demo: Any, browser: Any, page: Any
) -> None:
    answer = await browser.post(page["url"], data={**GOOD, "number": "4242424242424241", "csc": "98765"})
    assert answer.status_code == 400
    assert "Ese número no es de una tarjeta" in answer.text
    assert answer.text.count('aria-invalid="true"') == 2
    assert "4242424242424241" not in answer.text
    assert "98765" not in answer.text
    assert (await demo.get(f"/ext/card-pages/{page['id']}"))["state"] == "open"


async def test_a_page_works_once(browser: Any, page: Any) -> None:
    await browser.post(page["url"], data=GOOD)
    for again in (await browser.get(page["url"]), await browser.post(page["url"], data=GOOD)):
        assert again.status_code == 410
        assert "ya se usó" in again.text


async def test_a_page_expires_after_15_minutes(market: Any, demo: Any, browser: Any, page: Any) -> None:
    market.clock.passes(900)
    assert (await browser.post(page["url"], data=GOOD)).status_code == 410
    assert (await demo.get(f"/ext/card-pages/{page['id']}"))["state"] == "expired"


async def test_an_unknown_page_and_a_strangers_page_are_not_found(
    market: Any, browser: Any, page: Any
) -> None:
    shown = await browser.get("http://sandbox.test/cards/nope", headers={"Accept-Language": "pt-BR,pt"})
    assert (shown.status_code, "Este link não existe" in shown.text) == (404, True)
    other = await market.signed_in("cloudpeak")
    assert await other.refusal("GET", f"/ext/card-pages/{page['id']}") == (404, None)


async def test_too_long_a_form_is_not_read(browser: Any, page: Any) -> None:
    assert (await browser.post(page["url"], data={**GOOD, "name": "x" * 5000})).status_code == 400


async def test_the_number_is_nowhere_in_the_database(
    browser: Any, page: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await browser.post(page["url"], data={**GOOD, "number": "5555555555554444", "csc": "737"})
    files = [tmp_path / "sandbox.db", tmp_path / "sandbox.db-wal"]
    kept = b"".join(file.read_bytes() for file in files)
    assert b"Mastercard" in kept
    for secret in ("5555555555554444", "5555 5555"):
        assert secret.encode() not in kept
        assert secret not in caplog.text
