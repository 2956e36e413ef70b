"""The worker swaps the reference of an auth code for the code itself, right before the order is sent."""

from __future__ import annotations

from dataclasses import replace

from bot.ledger import Intent
from bot.ordering.catalog import Term
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderLine
from tests.ledger.examples import REQUEST, shown
from tests.worker.conftest import Bench
from tests.worker.fakes import lost_answer

CODE = "EPP-7k!Acme"


async def confirmed_transfer(bench: Bench, ref: str) -> Intent:
    parameters = (("domain", "acme.com"), ("action", "transfer"), ("auth_code", ref))
    line = OrderLine("DOM-COM", 1, Term.YEAR, parameters)
    intent = await shown(bench.ledger, request=replace(REQUEST, lines=(*REQUEST.lines, line)))
    await bench.ledger.intents.confirm(intent.id, intent.version, "ana", "ana")
    return intent


async def test_the_code_is_in_the_order_that_is_sent_and_nowhere_else(bench: Bench) -> None:
    ref = await bench.ledger.secrets.keep("talk-1", CODE)
    intent = await confirmed_transfer(bench, ref)
    await bench.work()
    (sent,) = bench.marketplace.sent
    assert sent.auth_codes() == (CODE,)
    placed = await bench.now(intent)
    assert placed.state is IntentState.PLACED
    assert placed.request.auth_codes() == (ref,)
    assert CODE not in repr(placed)


async def test_a_code_that_has_done_its_work_is_forgotten(bench: Bench) -> None:
    ref = await bench.ledger.secrets.keep("talk-1", CODE)
    await confirmed_transfer(bench, ref)
    await bench.work()
    assert await bench.ledger.secrets.reveal(ref, "talk-1") is None


async def test_a_code_is_kept_while_it_is_in_doubt_whether_the_order_was_made(bench: Bench) -> None:
    ref = await bench.ledger.secrets.keep("talk-1", CODE)
    bench.marketplace.before = [lost_answer()]
    intent = await confirmed_transfer(bench, ref)
    await bench.work()
    assert (await bench.now(intent)).state is IntentState.UNKNOWN
    assert await bench.ledger.secrets.reveal(ref, "talk-1") == CODE


async def test_without_its_code_a_transfer_is_not_sent(bench: Bench) -> None:
    intent = await confirmed_transfer(bench, "nobody-knows-it")
    await bench.work()
    ended = await bench.now(intent)
    assert (ended.state, ended.reason) == (IntentState.REJECTED, "auth_code_lost")
    assert bench.marketplace.sent == []


async def test_a_code_of_another_conversation_is_no_code(bench: Bench) -> None:
    ref = await bench.ledger.secrets.keep("talk-2", CODE)
    intent = await confirmed_transfer(bench, ref)
    await bench.work()
    assert (await bench.now(intent)).reason == "auth_code_lost"
