"""The customer of an order is made right before it, and never twice."""

from __future__ import annotations

from dataclasses import replace

from bot.ledger import Intent
from bot.marketplace.errors import Refused
from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.intent import IntentState
from bot.ordering.order import Quote
from tests.ledger.examples import QUOTE, REQUEST, shown, usd
from tests.worker.conftest import Bench
from tests.worker.fakes import lost_answer, not_sent

ANA = Contact("Ana", "Ruiz", "ana@tacos.example", "+525512345678")
TACOS = NewCustomer(
    "Tacos El Güero",
    AccountType.COMMERCIAL,
    Address("Av. Juárez 12", "06050", "CDMX", "", "MX"),
    *(ANA, ANA, ANA),
)


async def confirmed(bench: Bench) -> Intent:
    request = replace(REQUEST, customer_id="RES-1", new_customer=TACOS, credentials_email="ana@nube.example")
    intent = await shown(bench.ledger, request=request)
    await bench.ledger.intents.confirm(intent.id, intent.version, "ana", "ana")
    return intent


async def test_the_customer_is_made_before_the_order_and_under_our_reference(bench: Bench) -> None:
    intent = await confirmed(bench)
    await bench.work()
    assert bench.marketplace.customers == [(intent.id, TACOS)]
    placed = await bench.now(intent)
    assert (placed.state, placed.customer_id) == (IntentState.PLACED, "CUST-NEW-1")
    (order,) = bench.marketplace.orders
    assert order.customer_id == "CUST-NEW-1"


async def test_an_order_that_was_not_sent_keeps_the_customer_that_was_made(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.before = [not_sent(), not_sent()]
    await bench.work(60)
    assert (await bench.now(intent)).state is IntentState.PLACED
    assert len(bench.marketplace.customers) == 1


async def test_an_order_in_doubt_is_looked_up_with_the_customer_that_was_made(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.after = [lost_answer()]
    await bench.work(60)
    placed = await bench.now(intent)
    assert (placed.state, placed.customer_id) == (IntentState.PLACED, "CUST-NEW-1")
    assert (len(bench.marketplace.customers), len(bench.marketplace.orders)) == (1, 1)


async def test_a_lost_answer_about_the_customer_is_looked_up_and_nobody_is_made_again(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.customer_after = [lost_answer()]
    await bench.work(30)
    assert (await bench.now(intent)).state is IntentState.PLACED
    assert len(bench.marketplace.customers) == 1


async def test_a_customer_who_shows_up_late_is_waited_for(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.customer_after, bench.marketplace.customers_hide = [lost_answer()], 4
    await bench.work(89)
    assert len(bench.marketplace.customers) == 1
    await bench.work(300)
    assert (await bench.now(intent)).state is IntentState.PLACED
    assert len(bench.marketplace.customers) == 1


async def test_a_customer_who_never_showed_up_is_made_after_all(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.customer_before = [lost_answer()]
    await bench.work(89)
    assert (await bench.now(intent)).state is IntentState.CONFIRMED
    await bench.work(2)
    assert (await bench.now(intent)).state is IntentState.PLACED
    assert len(bench.marketplace.customers) == 1


async def test_a_worker_that_dies_while_making_the_customer_leaves_a_trace(bench: Bench) -> None:
    intent = await confirmed(bench)
    leased = await bench.ledger.work.lease(15)
    assert leased is not None
    await bench.ledger.work.customer_sent(leased)
    await bench.marketplace.create_customer(TACOS, intent.id)
    await bench.work(30)
    assert (await bench.now(intent)).customer_id == "CUST-NEW-1"
    assert len(bench.marketplace.customers) == 1


async def test_a_request_that_never_left_is_repeated_without_waiting(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.customer_before = [not_sent()]
    await bench.work(5)
    assert (await bench.now(intent)).state is IntentState.PLACED


async def test_a_customer_who_is_refused_ends_the_order_unsent(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.customer_before = [Refused("The e-mail address is not valid.")]
    await bench.work()
    ended = await bench.now(intent)
    assert (ended.state, ended.reason) == (IntentState.REJECTED, "customer_refused")
    assert bench.marketplace.orders == []


async def test_an_order_refused_after_a_lost_answer_knows_the_customer_it_leaves_behind(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.customer_after = [lost_answer()]
    await bench.work()
    bench.marketplace.quote = Quote(QUOTE.lines, QUOTE.subtotal, QUOTE.tax, usd("999.00"))
    await bench.work(60)
    ended = await bench.now(intent)
    assert (ended.state, ended.reason) == (IntentState.REJECTED, "price_changed")
    assert ended.placeable.customer_id == "CUST-NEW-1"


async def test_a_price_that_changed_makes_nobody(bench: Bench) -> None:
    intent = await confirmed(bench)
    bench.marketplace.quote = Quote(QUOTE.lines, QUOTE.subtotal, QUOTE.tax, usd("999.00"))
    await bench.work()
    assert (await bench.now(intent)).reason == "price_changed"
    assert bench.marketplace.customers == []
