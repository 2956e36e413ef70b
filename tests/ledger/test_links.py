from __future__ import annotations

import asyncio
import json

from bot.ledger import Ledger
from tests.ledger.examples import FakeClock


async def linked(ledger: Ledger, actor: str = "ana", user_id: str = "42") -> str:
    link, token = await ledger.links.offer(actor, "telegram")
    await ledger.links.claim("telegram", token, user_id, "@ana")
    await ledger.links.approve(link.id, actor)
    return token


async def test_a_link_counts_only_when_its_owner_approved_it(ledger: Ledger) -> None:
    link, token = await ledger.links.offer("ana", "telegram")
    assert await ledger.links.approve(link.id, "ana") is None
    claimed = await ledger.links.claim("telegram", token, "42", "@ana")
    assert claimed is not None
    assert (claimed.actor, claimed.handle) == ("ana", "@ana")
    assert await ledger.links.linked("telegram", "42") is None
    assert await ledger.links.approve(link.id, "ana")
    found = await ledger.links.linked("telegram", "42")
    assert found is not None
    assert found.actor == "ana"
    assert await ledger.links.linked("slack", "42") is None


async def test_nobody_approves_or_removes_what_belongs_to_somebody_else(ledger: Ledger) -> None:
    link, token = await ledger.links.offer("ana", "telegram")
    await ledger.links.claim("telegram", token, "42", "@ana")
    assert await ledger.links.approve(link.id, "eve") is None
    assert not await ledger.links.remove(link.id, "eve")
    assert await ledger.links.of("eve") == []
    assert await ledger.links.remove(link.id, "ana")
    assert await ledger.links.of("ana") == []


async def test_a_token_lives_for_ten_minutes_in_its_own_channel(ledger: Ledger, clock: FakeClock) -> None:
    link, token = await ledger.links.offer("ana", "telegram")
    assert await ledger.links.claim("slack", token, "42", "@ana") is None
    assert await ledger.links.claim("telegram", "guess", "42", "@ana") is None
    clock.pass_time(600)
    assert await ledger.links.claim("telegram", token, "42", "@ana") is None
    assert await ledger.links.approve(link.id, "ana") is None
    assert await ledger.links.of("ana") == []


async def test_a_claim_that_is_delivered_again_changes_nothing(ledger: Ledger) -> None:
    _, token = await ledger.links.offer("ana", "telegram")
    claims = [await ledger.links.claim("telegram", token, "42", "@ana") for _ in range(3)]
    assert all(claims)
    assert len({claim.id for claim in claims if claim}) == 1


async def test_a_token_that_two_people_show_is_dead(ledger: Ledger) -> None:
    link, token = await ledger.links.offer("ana", "telegram")
    await ledger.links.claim("telegram", token, "42", "@ana")
    assert await ledger.links.claim("telegram", token, "666", "@eve") is None
    assert await ledger.links.approve(link.id, "ana") is None
    assert await ledger.links.claim("telegram", token, "42", "@ana") is None


async def test_a_used_token_opens_nothing_for_a_second_one_and_leaves_the_first(ledger: Ledger) -> None:
    token = await linked(ledger)
    assert await ledger.links.claim("telegram", token, "666", "@eve") is None
    assert await ledger.links.linked("telegram", "42")


async def test_a_platform_account_speaks_for_one_person_only(ledger: Ledger) -> None:
    await linked(ledger, "ana")
    await linked(ledger, "eve")
    found = await ledger.links.linked("telegram", "42")
    assert found is not None
    assert found.actor == "eve"
    assert await ledger.links.of("ana") == []


async def test_one_of_many_claims_at_once_wins(ledger: Ledger) -> None:
    _, token = await ledger.links.offer("ana", "telegram")
    claims = await asyncio.gather(*(ledger.links.claim("telegram", token, str(n), f"@{n}") for n in range(2)))
    assert sum(claim is not None for claim in claims) == 1


async def test_the_token_itself_is_nowhere_in_the_ledger(ledger: Ledger) -> None:
    link, token = await ledger.links.offer("ana", "telegram")
    assert token not in repr(link)
    assert token not in repr(await ledger.links.of("ana"))


async def events(ledger: Ledger, login: str) -> list[str]:
    return [row.event async for row in ledger.audit.export(login, None, None)]


async def test_an_approval_and_its_end_are_in_the_owners_trail_without_a_name(ledger: Ledger) -> None:
    await linked(ledger)
    (link,) = await ledger.links.of("ana")
    await ledger.links.approve(link.id, "ana")
    await ledger.links.remove(link.id, "ana")
    approved, removed = await ledger.audit.of(link.id)
    assert (approved.event, removed.event) == ("link_approved", "link_removed")
    assert (approved.actor, approved.subject, approved.channel) == ("ana", "ana", "telegram")
    assert approved.facts == removed.facts
    assert "@ana" not in json.dumps(approved.facts)
    assert await ledger.audit.broken() == []


async def test_what_was_claimed_and_not_approved_is_in_the_trail_when_it_is_refused(ledger: Ledger) -> None:
    offered, _ = await ledger.links.offer("ana", "telegram")
    await ledger.links.remove(offered.id, "ana")
    claimed, token = await ledger.links.offer("ana", "telegram")
    await ledger.links.claim("telegram", token, "42", "@ana")
    await ledger.links.remove(claimed.id, "ana")
    _, shown_twice = await ledger.links.offer("ana", "telegram")
    for somebody in ("42", "666"):
        await ledger.links.claim("telegram", shown_twice, somebody, "@somebody")
    assert await events(ledger, "ana") == ["link_refused", "link_refused"]


async def test_who_loses_a_chat_to_somebody_else_reads_so_in_their_trail(ledger: Ledger) -> None:
    await linked(ledger, "ana")
    await linked(ledger, "eve")
    assert await events(ledger, "ana") == ["link_approved", "link_removed"]
    assert await events(ledger, "eve") == ["link_approved"]


async def test_the_chat_where_it_was_claimed_is_told_of_approval_and_end_once_each(ledger: Ledger) -> None:
    link, token = await ledger.links.offer("ana", "telegram")
    await ledger.links.claim("telegram", token, "42", "@ana", {"chat": 42})
    assert await ledger.outbox.due() == []
    told = []
    for _ in range(2):
        await ledger.links.approve(link.id, "ana")
        told += await ledger.outbox.due()
    await ledger.outbox.done(told[0].id)
    await ledger.links.remove(link.id, "ana")
    told += await ledger.outbox.due()
    assert [each.payload["sentence"] for each in told] == ["link_approved", "link_removed"]
    assert {each.payload["account"] for each in told} == {"42"}
    assert all(each.payload["place"] == {"chat": 42} for each in told)
