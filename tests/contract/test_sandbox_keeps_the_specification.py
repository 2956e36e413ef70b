"""The sandbox's real answers, held against the published SimpleAPI 1.15, operation by operation.

Schemas are read from the specification and tightened: no field that is not in it, none that is write-only.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
import yaml
from fastapi import FastAPI
from jsonschema import Draft202012Validator, FormatChecker

from bot.sandbox.app import create_app

TOP = Path(__file__).parents[2]
SPEC = Path(os.environ.get("SIMPLEAPI_SPEC", TOP.parent / "shared" / "marketplace" / "simpleapi-1.15.yaml"))
if not SPEC.exists():
    pytest.skip(f"The published specification is not at {SPEC}: set SIMPLEAPI_SPEC", allow_module_level=True)

Json = dict[str, Any]
Exercise = Callable[["Reseller"], Awaitable[httpx.Response]]
FORMATS = FormatChecker(formats=())
FORMATS.checks("date-time", ValueError)(datetime.fromisoformat)
FORMATS.checks("date", ValueError)(date.fromisoformat)
FORMATS.checks("uuid", ValueError)(UUID)


def read_spec() -> Json:
    spec: Json = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    schemas = spec["components"]["schemas"]
    bases = {
        part["$ref"] for schema in schemas.values() for part in schema.get("allOf", []) if "$ref" in part
    }
    for name, schema in schemas.items():
        if "properties" in schema or "allOf" in schema:
            tighten(schema, closed=f"#/components/schemas/{name}" not in bases)
        if name.endswith("ParameterValue"):
            # The text next to it says "string, number, boolean, object, or array", and so does its example.
            del schema["properties"]["value"]["type"]
    write_only = [name for name, schema in schemas.items() if schema.get("writeOnly")]
    schemas.update(dict.fromkeys(write_only, False))
    return spec


def tighten(schema: Json, *, closed: bool) -> None:
    for part in schema.get("allOf", []):
        if "properties" in part:
            tighten(part, closed=False)
    if closed:
        schema["unevaluatedProperties"] = False
    for name, field in schema.get("properties", {}).items():
        if field.get("writeOnly"):
            schema["properties"][name] = False


SPECIFICATION = read_spec()
OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, methods in SPECIFICATION["paths"].items()
    for method, operation in methods.items()
}


class Reseller:
    """One who has a customer, a completed order, its subscription and a report."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http
        self.ids: dict[str, str] = {}

    async def prepare(self) -> None:
        token = (await self.http.post("/token", auth=("demo", "demo"))).json()["token"]
        self.http.headers["Authorization"] = f"Bearer {token}"
        self.ids["reseller"] = await self.made("GET", "/ext/account")
        self.ids["customer"] = await self.made("POST", "/customers", CUSTOMER)
        self.ids["order"] = await self.made("POST", "/orders", self.order)
        self.ids["report"] = await self.made("POST", "/reports", REPORT)
        listed = await self.http.get("/subscriptions")
        self.ids["subscription"] = listed.json()["data"][0]["id"]
        self.ids["plan"] = "10001"

    async def made(self, method: str, path: str, body: Json | None = None) -> str:
        answer = await self.http.request(method, path, json=body)
        found: str = answer.json()["id"]
        return found

    async def send(self, operation: str, body: Json | None = None) -> httpx.Response:
        method, path = operation.split()
        which = "report" if "{reportId}" in path else path.split("/")[1].removesuffix("s")
        path = re.sub(r"\{\w+\}", lambda _: self.ids[which], path)
        return await self.http.request(method, path, json=body)

    @property
    def order(self) -> Json:
        year = {"type": "year", "duration": 1}
        domain = [{"name": "domain", "value": "contrato.com"}]
        return {
            "type": "sales",
            "customerId": self.ids["customer"],
            "poNumber": "01JCONTRACT",
            "attributes": {"credentialsEmail": "a@b.example"},
            "products": [
                {"mpn": "M365-BP", "quantity": 3, "subscriptionPeriod": year, "parameters": domain},
                {"mpn": "M365-COP", "quantity": 3, "subscriptionPeriod": year},
            ],
        }

    @property
    def check(self) -> Json:
        def domain(name: str, action: str) -> Json:
            parameters = {"domain": name, "action": action, "auth_code": "x"}
            given = [{"name": key, "value": value} for key, value in parameters.items()]
            return {"mpn": "DOM-COM", "quantity": 1, "parameters": given}

        tried = [("ejemplo.com", "register"), ("ejemplo.com", "transfer"), ("foo", "register")]
        return {"customerId": self.ids["customer"], "products": [domain(*one) for one in tried]}


CUSTOMER: Json = {
    "name": "Contrato SA",
    "externalId": "E1",
    "taxRegId": "XAXX010101000",
    "language": "es",
    "address": {"streetAddress": "Calle 1", "city": "Puebla", "postalCode": "72000", "countryCode": "MX"},
    "contactPersons": [
        {
            "type": "admin",
            "firstName": "Ana",
            "lastName": "Ruiz",
            "email": "a@b.example",
            "phoneNumber": "+525512345678",
            "login": "ana.ruiz",
            "password": "Secr3t!x",
        }
    ],
}
REPORT: Json = {"name": "Orders", "startDate": "2026-01-01T00:00:00Z", "customizationName": "mine"}
PRICES: Json = {"products": [{"mpn": "M365-BP", "unitPrice": {"currency": "USD", "amount": "300"}}]}
BODIES: dict[str, Callable[[Reseller], Json]] = {
    "POST /customers": lambda _: CUSTOMER,
    "POST /resellers/{id}/customers": lambda _: CUSTOMER,
    "PATCH /customers/{id}": lambda _: {"name": "Contrato SC"},
    "PATCH /resellers/{id}": lambda _: {"externalId": "R1"},
    "POST /orders": lambda reseller: reseller.order,
    "POST /orders/estimate": lambda reseller: reseller.order,
    "PATCH /orders/{id}": lambda _: {"creditCheck": False},
    "PATCH /subscriptions/{id}": lambda _: {"renewalStatus": False, **PRICES},
    "POST /subscriptions/{id}/specialPricing": lambda _: PRICES,
    "POST /reports": lambda _: REPORT,
    "POST /validation/parameters": lambda reseller: reseller.check,
}
REFUSED = {"POST /resellers": 403}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    clock = iter(range(10_000))
    start = datetime.fromisoformat("2026-11-22T12:00:00+00:00")
    database = tmp_path_factory.mktemp("contract") / "sandbox.db"
    # Every look at this clock is three seconds later, so that an order is completed when it is read.
    return create_app(
        f"sqlite:///{database}",
        clock=lambda: start.fromtimestamp(start.timestamp() + 3 * next(clock), start.tzinfo),
    )


@pytest.fixture
async def reseller(app: FastAPI) -> AsyncIterator[Reseller]:
    wire = httpx.ASGITransport(app)
    base = "http://sandbox.test/marketplace/mx"
    async with httpx.AsyncClient(
        transport=wire, base_url=base, headers={"X-Subscription-Key": "sandbox"}
    ) as http:
        prepared = Reseller(http)
        await prepared.prepare()
        yield prepared
    await app.state.world.sessions.kw["bind"].dispose()


def violations(answer: Any, schema: Json) -> list[str]:
    document = {**schema, "components": SPECIFICATION["components"]}
    found = Draft202012Validator(document, format_checker=FORMATS).iter_errors(answer)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.mark.parametrize("operation", sorted(set(OPERATIONS) - set(REFUSED) - {"POST /token"}))
async def test_an_answer_keeps_the_specification(reseller: Reseller, operation: str) -> None:
    body = BODIES.get(operation)
    answer = await reseller.send(operation, body(reseller) if body else None)
    assert answer.status_code == 200, answer.text
    assert answer.headers["X-Correlation-ID"]
    schema = OPERATIONS[operation]["responses"]["default"]["content"]["application/json"]["schema"]
    assert violations(answer.json(), schema) == []
    assert answer.json().get("data") != []


async def test_a_token_keeps_the_specification(reseller: Reseller) -> None:
    answer = await reseller.http.post("/token", auth=("demo", "demo"), json={"marketplace": "mx"})
    assert violations(answer.json(), {"$ref": "#/components/schemas/TokenInfo"}) == []


@pytest.mark.parametrize(("operation", "status"), REFUSED.items())
async def test_what_is_not_offered_is_refused_plainly(
    reseller: Reseller, operation: str, status: int
) -> None:
    answer = await reseller.send(operation, CUSTOMER)
    assert answer.status_code == status
    assert answer.json()["message"]


def test_the_tightened_schemas_catch_what_they_should() -> None:
    customer = {key: value for key, value in CUSTOMER.items() if key != "contactPersons"}
    schema = {"$ref": "#/components/schemas/Customer"}
    assert violations({**customer, "contactPersons": []}, schema) == []
    assert violations({**customer, "contactPersons": [], "invented": 1}, schema)
    assert violations(CUSTOMER, schema), "login and password are write-only"
    assert violations(customer, schema), "contactPersons is required"
    assert violations({"id": "x", "creationDate": "soon"}, {"$ref": "#/components/schemas/Report"})


async def test_a_sample_order_of_the_specification_is_understood(reseller: Reseller) -> None:
    """Read-only and write-only fields of the schema may be sent; they change nothing."""
    sent = {
        **reseller.order,
        "id": "7",
        "status": "completed",
        "autorenewal": True,
        "startDate": "2026-01-01",
    }
    answer = await reseller.send("POST /orders", sent)
    assert answer.status_code == 200
    assert (answer.json()["id"], answer.json()["status"]) != ("7", "completed")
