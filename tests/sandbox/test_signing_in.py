"""Tokens, the subscription key, and support staff who act for a reseller."""

from __future__ import annotations

from typing import Any

import pytest


async def test_a_login_and_password_give_a_token_for_25_minutes(market: Any) -> None:
    answer = await market.http().post("/token", auth=("demo", "demo"), json={"marketplace": "mx"})
    assert answer.json()["expiresInSeconds"] == 1500
    account = await market.bearing(answer.json()["token"]).get("/ext/account")
    assert (account["login"], account["role"], account["country"]) == ("demo", "reseller", "MX")


async def test_a_token_ends_after_25_minutes(market: Any, demo: Any) -> None:
    market.clock.passes(1499)
    await demo.get("/customers")
    market.clock.passes(1)
    assert await demo.refusal("GET", "/customers") == (401, None)


@pytest.mark.parametrize("auth", [("demo", "wrong"), ("nobody", "demo"), None])
async def test_wrong_credentials_are_refused(market: Any, auth: Any) -> None:
    answer = await market.http().post("/token", auth=auth)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Basic")


async def test_another_marketplace_is_not_found(market: Any) -> None:
    answer = await market.http().post("/token", auth=("demo", "demo"), json={"marketplace": "us"})
    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/marketplace/mx/customers", "/ext/account", "/marketplace/mx/token"])
async def test_nothing_is_answered_without_the_subscription_key(market: Any, path: str) -> None:
    client = market.http(base="http://sandbox.test")
    del client.headers["X-Subscription-Key"]
    answer = await client.post(path, auth=("demo", "demo"))
    assert answer.status_code == 401
    assert "subscription key" in answer.json()["message"]


async def test_a_token_survives_a_restart(market: Any) -> None:
    token = await market.token("demo")
    await market.restart()
    assert (await market.bearing(token).get("/ext/account"))["login"] == "demo"


async def test_support_may_do_nothing_but_look_at_itself_and_delegate(market: Any) -> None:
    support = await market.signed_in("soporte")
    account = await support.get("/ext/account")
    assert (account["role"], account["actsFor"]) == ("support", ["demo", "cloudpeak", "nuvem"])
    for path in ("/customers", "/orders", "/products", "/ext/payment-methods", "/resellers"):
        assert await support.refusal("GET", path) == (403, None)


async def test_support_acts_for_a_reseller_by_delegation(market: Any) -> None:
    support = await market.signed_in("soporte")
    given = await support.post("/ext/delegation", {"login": "nuvem"})
    acting = market.bearing(given["token"])
    assert (await acting.get("/ext/account"))["login"] == "nuvem"
    assert [one["name"] for one in (await acting.get("/customers"))["data"]] == ["Padaria do Bairro"]
    assert await acting.refusal("POST", "/ext/delegation", {"login": "demo"}) == (403, None)


@pytest.mark.parametrize(
    ("login", "wanted"), [("soporte", "nobody"), ("soporte", "soporte"), ("demo", "nuvem")]
)
async def test_delegation_is_refused_for_others(market: Any, login: str, wanted: str) -> None:
    caller = await market.signed_in(login)
    assert await caller.refusal("POST", "/ext/delegation", {"login": wanted}) == (403, None)
