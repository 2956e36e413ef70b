"""The real client against the real sandbox, in one process: only the network between them is missing."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import httpx
import pytest
import stamina
from fastapi import FastAPI, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.marketplace.client import MarketplaceClient
from bot.marketplace.errors import Refused, Unavailable
from bot.marketplace.port import Marketplace
from bot.ordering.catalog import Catalog, DomainNeed, Term
from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.money import Money
from bot.ordering.order import DomainState, OrderLine, OrderRequest, OrderStatus
from bot.sandbox.app import create_app

BASE = "http://sandbox.test/marketplace/mx"
REFERENCE = "01K9XQ3V7M6T2B8N4R5C0D1E2F"
PLAN = OrderLine("M365-BP", 25, Term.YEAR, (("domain", "eltornillo.mx"),))
COPILOT = OrderLine("M365-COP", 25, Term.YEAR)
OUR_DOMAIN = OrderLine("DOM-COM-MX", 1, Term.YEAR, (("domain", "eltornillo.com.mx"), ("action", "register")))


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@pytest.fixture(autouse=True)
def _retries_without_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=4):
        yield


@pytest.fixture
async def app(tmp_path) -> AsyncIterator[FastAPI]:
    sandbox = create_app(f"sqlite:///{tmp_path}/sandbox.db", with_faults=True)
    yield sandbox
    await sandbox.state.world.sessions.kw["bind"].dispose()


@asynccontextmanager
async def signed_in(
    app: ASGIApp, login: str = "demo", password: str = "demo", acts_for: str | None = None
) -> AsyncIterator[MarketplaceClient]:
    wire = httpx.ASGITransport(app, raise_app_exceptions=False)
    client = MarketplaceClient(BASE, "sandbox", "mx", (login, password), acts_for, transport=wire)
    try:
        yield client
    finally:
        await client.aclose()


@pytest.fixture
async def demo(app) -> AsyncIterator[Marketplace]:
    async with signed_in(app) as client:
        yield client


async def plant(app: FastAPI, path: str, fault: str, times: int = 1) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as caller:
        planted = await caller.post(
            "/ext/faults",
            headers={"X-Subscription-Key": "sandbox"},
            json={"next": [{"path": path, "fault": fault, "times": times}]},
        )
        planted.raise_for_status()


async def an_order(market: Marketplace, *lines: OrderLine) -> OrderRequest:
    customers = {customer.name: customer.id for customer in await market.customers()}
    cards = await market.payment_methods()
    return OrderRequest(customers["Ferretería El Tornillo"], lines or (PLAN, COPILOT), cards[0].id)


def just_now() -> datetime:
    return datetime.now(UTC) - timedelta(minutes=1)


async def test_each_login_is_its_own_account(app, demo):
    account = await demo.account()
    assert (account.login, account.name, account.language) == ("demo", "Nube Norte Distribución", "es")
    async with signed_in(app, "soporte") as desk:
        assert set((await desk.account()).acts_for) == {"demo", "cloudpeak", "nuvem"}


async def test_a_wrong_password_is_refused_with_a_correlation_id(app):
    async with signed_in(app, "demo", "guess") as stranger:
        with pytest.raises(Refused) as caught:
            await stranger.account()
    assert caught.value.status == 401
    assert caught.value.correlation_id


async def test_support_staff_see_what_the_reseller_sees(app):
    async with signed_in(app, "soporte", acts_for="cloudpeak") as desk:
        assert (await desk.account()).login == "cloudpeak"
        assert "Harbor Dental Group" in [customer.name for customer in await desk.customers()]


async def test_a_reseller_acts_for_nobody_else(app):
    async with signed_in(app, "demo", acts_for="cloudpeak") as client:
        with pytest.raises(Refused) as caught:
            await client.customers()
    assert caught.value.status == 403


async def test_the_catalogue_is_complete(demo):
    catalog: Catalog = await demo.catalog()
    needs = {solution.name: (solution.per_seat, solution.needs_domain) for solution in catalog.solutions}
    assert needs["Microsoft 365"] == (True, DomainNeed.OPTIONAL)
    assert needs["Web Hosting"] == (False, DomainNeed.REQUIRED)
    assert needs["Dropbox"] == (True, DomainNeed.NONE)
    assert len(catalog.all_plans()) == 16
    premium = catalog.plan("M365-BP")
    assert premium is not None
    assert premium.prices == {Term.MONTH: usd("26.40"), Term.YEAR: usd("264.00")}
    assert (premium.minimum, premium.maximum) == (1, 300)
    assert "M365-ARC" not in [extra.mpn for extra in catalog.add_ons_for("M365-BP")]
    ending = catalog.tld("com.mx")
    assert ending is not None
    assert (ending.price, ending.auth_code) == (usd("15.00"), True)
    assert len(catalog.tlds) == 13


async def test_customers_cards_and_terms_are_the_reseller_s(demo):
    types = {customer.name: customer.type for customer in await demo.customers()}
    assert types["Panadería La Espiga"] is AccountType.PERSONAL
    assert types["Ferretería El Tornillo"] is AccountType.COMMERCIAL
    assert {card.last4 for card in await demo.payment_methods()} == {"4242", "4444"}
    assert await demo.terms("en") != await demo.terms("es")


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("eltornillo.com.mx", DomainState.FREE),
        ("xn--diseo-pta.mx", DomainState.FREE),
        ("-x.com", DomainState.INVALID),
        ("acme.museum", DomainState.NOT_SOLD),
        ("google.com.br", DomainState.TAKEN),
    ],
)
async def test_a_domain_is_free_taken_or_not_for_sale(demo, name, state):
    assert (await demo.check_domain(name)).state is state


async def test_a_domain_that_stays_where_it_is_has_alternatives(demo):
    check = await demo.check_domain("ejemplo.net")
    assert (check.state, check.transferable) == (DomainState.TAKEN, False)
    assert "ejemplo.org" in check.alternatives


@pytest.mark.parametrize(("code", "accepted"), [(None, None), ("guess", False), ("EPP-9x!Ejemplo", True)])
async def test_a_transfer_needs_the_right_auth_code(demo, code, accepted):
    check = await demo.check_domain("ejemplo.com", code)
    assert (check.transferable, check.needs_auth_code, check.auth_code_accepted) == (True, True, accepted)


async def test_an_estimate_for_nobody_yet_equals_the_order_for_the_customer(demo):
    order = await an_order(demo, PLAN, COPILOT, OUR_DOMAIN)
    nobody_yet = OrderRequest((await demo.account()).id, order.lines)
    quote = await demo.estimate(nobody_yet)
    assert [line.amount for line in quote.lines] == [usd("6600.00"), usd("9000.00"), usd("15.00")]
    assert (quote.tax, quote.total) == (usd("2498.40"), usd("18113.40"))
    placed = await demo.place(order, REFERENCE)
    assert placed.total == quote.total


async def test_an_order_is_placed_found_and_completed(demo):
    order = await an_order(demo, PLAN, COPILOT, OUR_DOMAIN)
    placed = await demo.place(order, REFERENCE)
    assert placed.reference == REFERENCE
    assert placed.lines == order.lines
    found = await demo.find_order(REFERENCE, order.customer_id, just_now())
    assert found is not None
    assert (found.id, found.number, found.lines) == (placed.id, placed.number, placed.lines)
    assert (await demo.order(placed.id)).status in OrderStatus


async def test_nobody_finds_an_order_that_was_never_placed(demo):
    order = await an_order(demo)
    await demo.place(order, "01K9XQ3V7M6T2B8N4R5C0D1E2G")
    assert await demo.find_order(REFERENCE, order.customer_id, just_now()) is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (OrderLine("M365-BP", 301, Term.YEAR), "QUANTITY_OUT_OF_RANGE"),
        (OrderLine("M365-COP", 1, Term.YEAR), "ADD_ON_NEEDS_PLAN"),
    ],
)
async def test_what_the_catalogue_forbids_is_refused_by_estimate_and_order_alike(demo, line, code):
    order = await an_order(demo, line)
    for ask in (demo.estimate(order), demo.place(order, REFERENCE)):
        with pytest.raises(Refused) as caught:
            await ask
        assert (caught.value.status, caught.value.reason) == (500, code)


@pytest.mark.parametrize("fault", ["500-after", "504-after", "reset-after"])
async def test_an_order_whose_answer_was_lost_is_in_doubt_and_then_found(app, demo, fault):
    order = await an_order(demo)
    await plant(app, "/orders", fault)
    with pytest.raises(Unavailable) as caught:
        await demo.place(order, REFERENCE)
    assert (caught.value.can_retry, caught.value.may_have_happened) == (False, True)
    assert await demo.find_order(REFERENCE, order.customer_id, just_now()) is not None


async def test_an_order_that_the_gateway_held_back_may_be_sent_again(app, demo):
    order = await an_order(demo)
    await plant(app, "/orders", "429")
    with pytest.raises(Unavailable) as caught:
        await demo.place(order, REFERENCE)
    assert (caught.value.can_retry, caught.value.may_have_happened) == (True, False)
    assert caught.value.retry_after == 1
    assert await demo.find_order(REFERENCE, order.customer_id, just_now()) is None


@pytest.mark.parametrize("fault", ["500", "504", "429", "504-after"])
async def test_reads_and_checks_outlive_three_faults(app, demo, fault):
    order = await an_order(demo)
    await plant(app, "*", fault, times=3)
    assert (await demo.estimate(order)).total == usd("18096.00")
    await plant(app, "*", fault, times=3)
    assert await demo.customers()


def without(app: FastAPI, lacking: str) -> ASGIApp:
    """The sandbox as a marketplace that has never heard of the path ``lacking``."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        is_lacking = scope["path"].endswith(lacking)
        await (Response(status_code=404) if is_lacking else app)(scope, receive, send)

    return answer


@pytest.mark.parametrize("lacking", ["/ext/solutions", "/ext/domains"])
async def test_without_an_extension_the_same_plans_can_be_sold(app, demo, lacking):
    whole = await demo.catalog()
    async with signed_in(without(app, lacking)) as stranger:
        partial = await stranger.catalog()
    assert {plan.mpn for plan in partial.all_plans()} == {plan.mpn for plan in whole.all_plans()}
    for plan in whole.all_plans():
        known = [extra.mpn for extra in whole.add_ons_for(plan.mpn)]
        assert sorted(extra.mpn for extra in partial.add_ons_for(plan.mpn)) == sorted(known)


async def test_without_any_account_the_one_reseller_seen_is_ours(app, demo):
    async with signed_in(without(app, "/ext/account")) as stranger:
        assert await stranger.account() == await demo.account()


ANA = Contact("Ana", "Ruiz", "ana@tacos.example", "+525512345678#12")
TACOS = NewCustomer(
    "Tacos El Güero",
    AccountType.PERSONAL,
    Address("Av. Juárez 12", "06050", "CDMX", "CMX", "MX"),
    *(ANA, Contact(), Contact()),
)


async def test_a_new_customer_is_created_found_and_ordered_for(demo):
    assert await demo.find_customer(REFERENCE) is None
    made = await demo.create_customer(TACOS, REFERENCE)
    assert await demo.find_customer(REFERENCE) == made
    assert (made.type, made.email) == (AccountType.PERSONAL, ANA.email)
    assert made in await demo.customers()
    order = OrderRequest(made.id, (PLAN,), None, credentials_email="jefe@nube.example")
    assert (await demo.place(order, REFERENCE)).customer_id == made.id


async def test_a_new_customer_whose_answer_was_lost_is_found_again(app, demo):
    await plant(app, "/customers", "504-after")
    with pytest.raises(Unavailable) as caught:
        await demo.create_customer(TACOS, REFERENCE)
    assert caught.value.may_have_happened
    assert await demo.find_customer(REFERENCE) is not None
