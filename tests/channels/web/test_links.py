"""Linking a chat account: offered on the page, claimed in the chat, approved on the page; only one's own."""

from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from bot.channels.chat_platform import ChatPlatform, Door
from bot.channels.conversation import Gateway
from bot.channels.hearing import Event
from bot.ledger import Ledger
from bot.ledger.links import LIFE
from tests.channels.test_outbox import FakeCourier

SignIn = Callable[..., Awaitable[httpx.AsyncClient]]


async def offered(http: httpx.AsyncClient, channel: str = "telegram") -> dict[str, str]:
    answer = await http.post("/api/links", json={"channel": channel})
    assert answer.status_code == 200
    made: dict[str, str] = answer.json()
    return made


async def test_a_link_goes_from_its_token_to_its_approval(
    signed_in: httpx.AsyncClient, ledger: Ledger, gateway: Gateway, app: FastAPI
) -> None:
    platform = ChatPlatform("telegram", ledger, gateway)
    app.state.doors = [Door(FakeCourier(), nullcontext, forget_people=platform.forget_people)]
    made = await offered(signed_in)
    assert set(made) == {"id", "token", "url", "expires_in"}
    assert 590 < int(made["expires_in"]) <= 600
    assert made["url"] is None  # the bot has no address here

    assert await ledger.links.claim("telegram", made["token"], "77", "@ana_norte")
    (pending,) = (await signed_in.get("/api/links")).json()["links"]
    assert (pending["id"], pending["status"], pending["handle"]) == (made["id"], "pending", "@ana_norte")
    assert await platform.person("77") is None

    answer = await signed_in.post(f"/api/links/{made['id']}/approve")
    assert (answer.status_code, answer.json()["status"]) == (200, "linked")
    person = await platform.person("77")
    assert person is not None
    assert (person.actor, person.subject, person.role) == ("demo", "demo", "reseller")

    assert (await signed_in.delete(f"/api/links/{made['id']}")).status_code == 204
    assert await platform.person("77") is None, "at once, not when it is forgotten by itself"
    assert (await signed_in.get("/api/links")).json()["links"] == []


async def test_a_token_that_nobody_has_sent_cannot_be_approved(signed_in: httpx.AsyncClient) -> None:
    made = await offered(signed_in)
    answer = await signed_in.post(f"/api/links/{made['id']}/approve")
    assert answer.status_code == 409
    assert "en el chat" in answer.json()["error"]


async def test_an_approval_that_comes_too_late_says_so(
    signed_in: httpx.AsyncClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ledger.links.LIFE", timedelta(0))
    made = await offered(signed_in)
    monkeypatch.setattr("bot.ledger.links.LIFE", LIFE)
    assert await ledger.links.claim("telegram", made["token"], "77", "@ana") is None
    answer = await signed_in.post(f"/api/links/{made['id']}/approve")
    assert answer.status_code == 410
    assert "diez minutos" in answer.json()["error"]


async def test_a_token_that_two_people_showed_is_dead(signed_in: httpx.AsyncClient, ledger: Ledger) -> None:
    made = await offered(signed_in)
    assert await ledger.links.claim("telegram", made["token"], "77", "@ana")
    assert await ledger.links.claim("telegram", made["token"], "66", "@mallory") is None
    assert (await signed_in.post(f"/api/links/{made['id']}/approve")).status_code == 404


async def test_other_peoples_links_do_not_exist(
    signed_in: httpx.AsyncClient, sign_in: SignIn, ledger: Ledger
) -> None:
    made = await offered(signed_in)
    await ledger.links.claim("telegram", made["token"], "77", "@ana")
    stranger = await sign_in("cloudpeak")
    assert (await stranger.get("/api/links")).json()["links"] == []
    assert (await stranger.post(f"/api/links/{made['id']}/approve")).status_code == 404
    assert (await stranger.delete(f"/api/links/{made['id']}")).status_code == 404
    assert (await signed_in.get("/api/links")).json()["links"][0]["status"] == "pending"


async def test_nobody_links_a_chat_on_somebodys_behalf(http: httpx.AsyncClient) -> None:
    body = {"login": "soporte", "password": "demo", "acts_for": "demo"}
    token = (await http.post("/api/session", json=body)).json()["token"]
    http.headers["Authorization"] = f"Bearer {token}"
    answer = await http.post("/api/links", json={"channel": "telegram"})
    assert answer.status_code == 403
    assert "dueño" in answer.json()["error"]


@pytest.mark.parametrize("channel", ["", "web", "whatsapp", None])
async def test_only_chat_platforms_are_linked(signed_in: httpx.AsyncClient, channel: str | None) -> None:
    assert (await signed_in.post("/api/links", json={"channel": channel})).status_code == 400


async def test_support_staff_may_link_but_are_sent_to_the_desk_to_order(
    sign_in: SignIn, ledger: Ledger, gateway: Gateway
) -> None:
    made = await offered(await sign_in("soporte"), "slack")
    await ledger.links.claim("slack", made["token"], "T1/U7", "sol")
    assert await ledger.links.approve(made["id"], "soporte")
    platform = ChatPlatform("slack", ledger, gateway)
    person = await platform.person("T1/U7")
    assert person is not None
    accepted = await platform.accept(
        person, Event("1", "25 business premium para demo", place={"channel": "D1"})
    )
    reply = await gateway.answer(accepted)
    assert "/desk" in reply.messages[0].text
