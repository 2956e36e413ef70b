"""A marketplace that breaks by plan: SimpleAPI 1.15 as far as ordering needs it, over ``Books``.

``answer`` says what to send and how to end; the door (TCP, or none in one process) carries it out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.faults.books import FIRST_ID, Books, moment, money, sum_of
from tests.faults.plan import Plan

HTML = "<html><head><title>504 Gateway Time-out</title></head><body><h1>504</h1></body></html>"
SLOW, LAG, SHUT = 30.0, 20.0, 3.0
BASE = "/marketplace/mx"


@dataclass(frozen=True)
class Asked:
    """One call. ``kind`` is the plan's word for it, ``key`` the order it is about."""

    method: str
    path: str
    query: Mapping[str, str]
    body: dict[str, Any]
    request_id: str

    @property
    def kind(self) -> str:
        head, _, rest = self.path.strip("/").partition("/")
        if head == "orders" and rest:
            return "estimate" if rest == "estimate" else "detail"
        if self.method == "POST":
            return {"orders": "order", "customers": "customer"}.get(head, head)
        return head


@dataclass(frozen=True)
class Reply:
    """``end``: whether the connection stays, is cut (reset), or ends in the middle of the answer (short)."""

    status: int
    body: object
    headers: Mapping[str, str] = field(default_factory=dict)
    end: str = "keep"
    delay: float = 0.0
    shut: float = 0.0  # nobody listens for this long after the answer


CUT = Reply(0, None, end="reset")
Stage = Callable[[str, Asked], None]


@dataclass
class Shop:
    """``at`` is told "asked" before an order or customer is made, and "made" after, before the answer."""

    books: Books
    plan: Plan
    at: Stage = lambda stage, asked: None
    met: Counter[str] = field(default_factory=Counter)
    sold_out: set[str] = field(default_factory=set)
    keys: dict[str, str] = field(default_factory=dict)

    def answer(self, asked: Asked) -> Reply:
        self.books.catch_up()
        kind = asked.kind
        key = self._key(asked)
        # Without an intent's id it is the person's own question for a price, which is not on trial.
        fault = self.plan.fault(kind, key) if asked.request_id else None
        self.books.call(kind, asked.request_id, fault)
        if fault:
            self.met[f"{kind}:{fault}"] += 1
        if fault in ("price", "sold_out"):
            (self.books.dearer if fault == "price" else self.sold_out).add(key)
            fault = None
        before = _undone(fault)
        if before is not None:
            return before
        if fault == "late":
            self.books.late.append((self.books.now() + SLOW, lambda: self._do(asked, key, 0)))
            return CUT
        done = self._do(asked, key, LAG if fault == "lag" else 0)
        return _spoilt(done, fault) if done.status == 200 else done

    def _key(self, asked: Asked) -> str:
        """An order is told by the domain in its first line; calls without one by what their intent asked."""
        products = asked.body.get("products") or [{}]
        named = {one["name"]: one["value"] for one in products[0].get("parameters", [])}
        if "domain" in named and asked.request_id:
            self.keys[asked.request_id] = named["domain"]
        return self.keys.get(asked.request_id, asked.request_id)

    def _do(self, asked: Asked, key: str, hidden: float) -> Reply:
        kind = asked.kind
        if kind in ("order", "customer"):
            self.at("asked", asked)
        reply = self._done(asked, key, hidden)
        if kind in ("order", "customer"):
            self.at("made", asked)
        return reply

    def _done(self, asked: Asked, key: str, hidden: float) -> Reply:
        if asked.kind in ("estimate", "order") and key in self.sold_out:
            return Reply(500, {"code": "QUANTITY_OUT_OF_RANGE", "message": "Not that many are left."})
        if asked.method == "POST":
            return self._write(asked, key, hidden)
        match asked.kind:
            case "orders":
                return _page([_row(row) for row in self.books.orders(asked.query.get("customerId"))], asked)
            case "customers":
                wanted = asked.query.get("externalId")
                return _page([_customer(row) for row in self.books.customers(wanted)], asked)
            case "detail":
                row = self.books.order(int(asked.path.rsplit("/", 1)[1]) - FIRST_ID)
                return Reply(200, _order(row)) if row else Reply(404, {"message": "Order was not found."})
        return Reply(404, {"message": "There is nothing here."})

    def _write(self, asked: Asked, key: str, hidden: float) -> Reply:
        match asked.kind:
            case "token":
                return Reply(200, {"token": "t", "expiresInSeconds": 86_400})
            case "estimate":
                return Reply(200, self._estimate(asked.body, key))
            case "order":
                return Reply(200, _order(self.books.make_order(asked.body, key, asked.request_id, hidden)))
            case "customer":
                return Reply(200, _customer(self.books.make_customer(asked.body, hidden)))
        return Reply(404, {"message": "There is nothing here."})

    def _estimate(self, body: Mapping[str, Any], key: str) -> dict[str, Any]:
        details = self.books.price(body["products"], key)
        return {**body, "details": details, "total": money(sum_of(details))}


def read_asked(method: str, target: str, request_id: str, body: bytes) -> Asked:
    url = urlsplit(target)
    query = {name: values[0] for name, values in parse_qs(url.query).items()}
    known = json.loads(body) if body else {}
    return Asked(method, url.path.removeprefix(BASE), query, known, request_id)


def _undone(fault: str | None) -> Reply | None:
    """The answers of calls that were not carried out."""
    answers = {
        "reset": CUT,
        "500": Reply(500, {"status": 500, "error": "Internal Server Error"}),
        "504": Reply(504, HTML),
        "409": Reply(409, {"message": "The order is being processed."}),
        "429": Reply(429, {"message": "Too many requests."}, {"Retry-After": "1"}),
    }
    return answers.get(fault or "")


def _spoilt(done: Reply, fault: str | None) -> Reply:
    """What reaches the caller of a call that was carried out."""
    answers = {
        "reset_after": CUT,
        "lag": CUT,
        "500_after": Reply(500, {"status": 500, "error": "Internal Server Error"}),
        "504_after": Reply(504, HTML),
        "not_json": Reply(200, HTML),
        "cut_short": replace(done, end="short"),
        "slow": replace(done, delay=SLOW),
        "refused": replace(done, shut=SHUT),
    }
    return answers.get(fault or "", done)


def _page(rows: list[dict[str, Any]], asked: Asked) -> Reply:
    start, most = int(asked.query.get("offset", 0)), int(asked.query.get("limit", 10))
    paging = {"offset": start, "limit": most, "total": len(rows)}
    return Reply(200, {"data": rows[start : start + most], "pagination": paging})


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A list row knows no poNumber, as the real one."""
    return {
        "id": str(FIRST_ID + row["id"]),
        "orderNumber": f"SO{row['id']:06d}",
        "customerId": row["customer"],
        "creationDate": moment(row["made"]),
        "status": "completed",
        "total": {"currency": row["currency"], "amount": row["total"]},
    }


def _order(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**_row(row), "poNumber": row["po_number"], "products": json.loads(row["lines"])}


def _customer(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": f"C{row['id']}", "externalId": row["external_id"], "name": row["name"]}
