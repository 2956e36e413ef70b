"""Who is who: the code from the account page, sent by direct message, approved on the page."""

import asyncio

import pytest

from bot.ledger import Ledger
from tests.channels.fakes import FakeEngine, FakeMarketplace
from tests.channels.slack.deliveries import message
from tests.channels.slack.fake_slack import TEAM, FakeSlack
from tests.channels.slack.workspace import Workspace, until


@pytest.fixture(autouse=True)
async def account(ledger: Ledger) -> None:
    await ledger.accounts.save(FakeMarketplace.accounts["demo"], "demo")


@pytest.mark.parametrize("around", ["{}", " `{}` ", "\n{}.\n"])
async def test_a_code_is_claimed_approved_and_then_the_person_may_order(
    workspace: Workspace, ledger: Ledger, fake_engine: FakeEngine, around: str
) -> None:
    link, code = await ledger.links.offer("demo", "slack")
    await workspace.deliver(message(around.format(code)))
    (told,) = await workspace.posts(1)
    assert "aprueba a @ana (Ana)" in told["text"]
    (claimed,) = await ledger.links.of("demo")
    assert (claimed.user_id, claimed.handle, claimed.approved_at) == (f"{TEAM}/U1", "@ana (Ana)", None)
    await workspace.deliver(message("25 premium"))
    assert "mándamelo" in (await workspace.posts(2))[1]["text"]
    assert fake_engine.texts == []
    for _ in range(2):
        await ledger.links.approve(link.id, "demo")
    approved = (await workspace.posts(3))[2]
    assert ("quedó vinculado" in approved["text"], approved["thread_ts"]) == (True, None)
    await workspace.deliver(message("25 premium"))
    await workspace.posts(4)
    assert fake_engine.texts == ["25 premium"]
    assert await workspace.heard() == ["25 premium"]


async def test_a_code_that_two_people_show_is_dead(
    workspace: Workspace, ledger: Ledger, slack: FakeSlack
) -> None:
    slack.join("U2", "eve")
    link, code = await ledger.links.offer("demo", "slack")
    await workspace.deliver(message(code))
    await workspace.posts(1)
    await workspace.deliver(message(code, user="U2", channel="D2"))
    (told,) = await workspace.posts(1, "D2")
    assert "no sirve" in told["text"]
    assert await ledger.links.approve(link.id, "demo") is None


async def test_an_unknown_code_gets_a_sentence_and_nothing_is_written(
    workspace: Workspace, ledger: Ledger
) -> None:
    await workspace.deliver(message("A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6"))
    assert "no sirve" in (await workspace.posts(1))[0]["text"]
    assert await ledger.links.of("demo") == []
    assert await workspace.heard() == []


async def test_somebody_who_is_not_linked_hears_what_to_do_once_in_their_language(
    workspace: Workspace, slack: FakeSlack
) -> None:
    slack.join("U3", "joao", locale="pt-BR")
    asked = message("quero 25 premium", user="U3", channel="D3")
    for _ in range(3):
        assert await workspace.deliver(asked) == 200
    (told,) = await workspace.posts(1, "D3")
    assert "peça um código" in told["text"]
    assert "http://localhost:8080" in told["text"]
    assert await workspace.heard() == []


async def test_a_guest_cannot_claim(workspace: Workspace, ledger: Ledger, slack: FakeSlack) -> None:
    slack.join("U4", "guest", is_restricted=True)
    _, code = await ledger.links.offer("demo", "slack")
    await workspace.deliver(message(code, user="U4", channel="D4"))
    await workspace.posts(1, "D4")
    (offered,) = await ledger.links.of("demo")
    assert offered.user_id is None


async def test_a_code_in_a_channel_claims_nothing(workspace: Workspace, ledger: Ledger) -> None:
    _, code = await ledger.links.offer("demo", "slack")
    await workspace.deliver(message(code, channel="C1"))
    await workspace.calls("chat.postEphemeral")
    (offered,) = await ledger.links.of("demo")
    assert offered.user_id is None


async def test_a_chat_that_was_unlinked_hears_so_sees_nothing_more_and_is_told_how_to_link_again(
    workspace: Workspace, ledger: Ledger, slack: FakeSlack, fake_engine: FakeEngine
) -> None:
    link, code = await ledger.links.offer("demo", "slack")
    await workspace.deliver(message(code))
    await workspace.posts(1)
    await ledger.links.approve(link.id, "demo")
    await workspace.posts(2)
    await workspace.deliver(message("25 premium"))
    await workspace.posts(3)
    await until(lambda: "ningún pedido abierto" in str(slack.homes.get("U1")))

    await ledger.links.remove(link.id, "demo")
    workspace.door.forget_people()  # as the account page does
    assert "ya no está vinculado" in (await workspace.posts(4))[3]["text"]
    await until(lambda: "pide un código" in str(slack.homes["U1"]))
    talk = await ledger.conversations.find_or_open("demo", "demo", "main", "slack")
    await ledger.outbox.add("say", talk.id, {"payload": "/tell_order"})
    await until(lambda: "/tell_order" in fake_engine.texts)
    await workspace.deliver(message("mis pedidos"))
    assert "pide un código" in (await workspace.posts(5))[4]["text"]
    await asyncio.sleep(0.7)
    assert len(slack.posted("D1")) == 5
    assert fake_engine.texts == ["25 premium", "/tell_order"]
