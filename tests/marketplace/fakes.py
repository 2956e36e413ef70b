"""A marketplace that answers what a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx

from bot.marketplace.client import MarketplaceClient
from bot.ordering.catalog import Term
from bot.ordering.order import OrderLine, OrderRequest

BASE = "https://market.example/marketplace/mx"
PLAN = OrderLine("M365-BP", 25, Term.YEAR, (("domain", "eltornillo.mx"),))
ADD_ON = OrderLine("M365-COP", 25, Term.YEAR)
REQUEST = OrderRequest("cus-1", (PLAN, ADD_ON), "pm-1")
Answer = Callable[[httpx.Request], httpx.Response]


def usd(amount: str) -> dict[str, str]:
    return {"currency": "USD", "amount": amount}


def says(body: object = None, status: int = 200, **headers: str) -> Answer:
    """A JSON answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(status, json=body, headers=named)


def says_text(text: str, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(status, text=text, headers=named)


def fails(failure: Exception) -> Answer:
    def answer(_: httpx.Request) -> httpx.Response:
        raise failure

    return answer


def complains(status: int, message: str = "", **more: str) -> Answer:
    """An error in the shape of the real marketplace."""
    body = {"timestamp": "2026-11-22T10:00:00Z", "status": status, "path": "/x", "correlationId": "body-7"}
    return says(body | {"message": message} | more, status)


def page(*rows: object, total: int | None = None, offset: int = 0) -> Answer:
    total = len(rows) if total is None else total
    return says({"data": list(rows), "pagination": {"offset": offset, "limit": 100, "total": total}})


class FakeMarketplace:
    """Answers per ``"GET /path"``; the last answer of a path repeats, a path without one is a 404."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self._answers: dict[str, list[Answer]] = {}
        self.on("POST /token", says({"token": "t-1", "expiresInSeconds": 1500}))

    def on(self, call: str, *answers: Answer) -> FakeMarketplace:
        self._answers[call] = list(answers)
        return self

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answers = self._answers.get(self._name(request), [complains(404, "No such thing.")])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return answer(request)

    @staticmethod
    def _name(request: httpx.Request) -> str:
        return f"{request.method} {request.url.path.removeprefix('/marketplace/mx')}"

    def asked(self, call: str) -> list[httpx.Request]:
        return [request for request in self.requests if self._name(request) == call]

    def body(self, call: str) -> Any:
        """The JSON body of the last such request."""
        return json.loads(self.asked(call)[-1].content)

    def client(self, acts_for: str | None = None) -> MarketplaceClient:
        return MarketplaceClient(
            BASE, "key-1", "mx", ("demo", "se:cret"), acts_for, transport=httpx.MockTransport(self)
        )
