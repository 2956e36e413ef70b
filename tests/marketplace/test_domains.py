import json

import httpx
import pytest

from bot.marketplace.errors import ContractBroken
from bot.ordering.order import DomainCheck, DomainState
from tests.marketplace.fakes import FakeMarketplace, says

ACCOUNT = {"id": "1000001", "login": "demo", "name": "Nube Norte", "role": "reseller"}
CALL = "POST /validation/parameters"


def parameter(name: str, error: str | None = None, choices: tuple[str, ...] = ()) -> dict[str, object]:
    row: dict[str, object] = {"name": name, "result": "error" if error else "success", "message": "…"}
    if error:
        row["valueError"] = error
    return row | {"valueChoices": [{"label": choice, "value": choice} for choice in choices]}


def validated(*parameters: object) -> httpx.Response:
    return httpx.Response(200, json={"data": [{"mpn": "DOM-COM", "parameters": list(parameters)}]})


def registry(market: FakeMarketplace, register: object, *transfer: object) -> FakeMarketplace:
    """Answers a registration with ``register``, a transfer with ``transfer``."""

    def answer(request: httpx.Request) -> httpx.Response:
        parameters = json.loads(request.content)["products"][0]["parameters"]
        return validated(register) if parameters[1]["value"] == "register" else validated(*transfer)

    return market.on(CALL, answer).on("GET /ext/account", says(ACCOUNT))


TAKEN = parameter("domain", "DOMAIN_TAKEN", ("acme.net", "acme.mx"))
FREE_CHOICES = ("acme.net", "acme.mx")


async def test_a_free_name_is_asked_about_once_on_our_own_account(market):
    registry(market, parameter("domain"))
    assert await market.client().check_domain("acme.com.mx") == DomainCheck("acme.com.mx", DomainState.FREE)
    assert len(market.asked(CALL)) == 1
    assert market.body(CALL) == {
        "customerId": "1000001",
        "type": "sales",
        "products": [
            {
                "mpn": "DOM-COM-MX",
                "quantity": 1,
                "parameters": [
                    {"name": "domain", "value": "acme.com.mx"},
                    {"name": "action", "value": "register"},
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("error", "state"), [("DOMAIN_INVALID", DomainState.INVALID), ("TLD_NOT_SOLD", DomainState.NOT_SOLD)]
)
async def test_what_cannot_be_sold_is_not_asked_for_transfer(market, error, state):
    registry(market, parameter("domain", error))
    assert await market.client().check_domain("acme.zz") == DomainCheck("acme.zz", state)
    assert len(market.asked(CALL)) == 1


async def test_a_taken_name_that_stays_where_it_is_comes_with_alternatives(market):
    registry(market, TAKEN, parameter("domain", "NOT_TRANSFERABLE"))
    check = await market.client().check_domain("acme.com")
    assert check == DomainCheck("acme.com", DomainState.TAKEN, alternatives=FREE_CHOICES)


@pytest.mark.parametrize(
    ("auth_code", "answer", "needs", "accepted"),
    [
        (None, parameter("auth_code", "AUTH_CODE_REQUIRED"), True, None),
        ("EPP-0", parameter("auth_code", "AUTH_CODE_WRONG"), True, False),
        ("EPP-1", parameter("auth_code"), True, True),
        (None, parameter("auth_code"), False, None),
        (None, None, False, None),
        ("EPP-1", None, False, None),
    ],
)
async def test_a_transfer_tells_what_its_auth_code_is_worth(market, auth_code, answer, needs, accepted):
    registry(market, TAKEN, parameter("domain"), *([answer] if answer else []))
    check = await market.client().check_domain("acme.com", auth_code)
    assert check == DomainCheck("acme.com", DomainState.TAKEN, True, needs, accepted, FREE_CHOICES)
    sent = market.body(CALL)["products"][0]["parameters"]
    assert ({"name": "auth_code", "value": auth_code} in sent) == (auth_code is not None)


async def test_a_complaint_that_we_do_not_know_means_that_the_name_cannot_be_had(market):
    registry(market, parameter("domain", "Reserved by the registry."), parameter("domain", "?"))
    assert (await market.client().check_domain("acme.com")).state is DomainState.TAKEN


async def test_an_answer_that_leaves_out_the_domain_breaks_the_contract(market):
    registry(market, parameter("action"))
    with pytest.raises(ContractBroken, match="says nothing about the domain"):
        await market.client().check_domain("acme.com")
