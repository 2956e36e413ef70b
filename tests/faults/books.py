"""The marketplace's own books, in a SQLite file that a checker reads: orders, customers, every call.

Nothing here refuses a second order with the same poNumber: like the real marketplace, it makes two.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE orders (id INTEGER PRIMARY KEY, po_number TEXT, customer TEXT, total TEXT, currency TEXT,
    lines TEXT, attributes TEXT, made REAL, shown REAL, request_id TEXT);
CREATE TABLE customers (id INTEGER PRIMARY KEY, external_id TEXT, name TEXT, shown REAL);
CREATE TABLE calls (n INTEGER PRIMARY KEY, at REAL, kind TEXT, request_id TEXT, fault TEXT);
CREATE INDEX orders_of ON orders (customer);
CREATE INDEX customers_by ON customers (external_id);
"""
PRICES = {"M365-BB": {"month": "7.20", "year": "72.00"}, "M365-BP": {"month": "26.40", "year": "264.00"}}
CENT = Decimal("0.01")
CURRENCY = "USD"
RISE = Decimal("1.10")
FIRST_ID = 5_000_000


@dataclass
class Books:
    """``clock``: the story's time. What is ``late`` is written down when its time has come."""

    path: Path
    clock: Callable[[], datetime]
    dearer: set[str] = field(default_factory=set)
    late: list[tuple[float, Callable[[], object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._file = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        self._file.row_factory = sqlite3.Row
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = OFF")  # its machine does not die in these tests
        self._file.executescript(SCHEMA)

    def close(self) -> None:
        self._file.close()

    def now(self) -> float:
        return self.clock().timestamp()

    def catch_up(self) -> None:
        """Do what was promised for a moment that has come."""
        due = [work for when, work in self.late if when <= self.now()]
        self.late = [(when, work) for when, work in self.late if when > self.now()]
        for work in due:
            work()

    def call(self, kind: str, request_id: str, fault: str | None) -> None:
        self._file.execute(
            "INSERT INTO calls (at, kind, request_id, fault) VALUES (?, ?, ?, ?)",
            (self.now(), kind, request_id, fault),
        )

    @property
    def count(self) -> int:
        """How many calls there were."""
        return int(self._file.execute("SELECT count(*) FROM calls").fetchone()[0])

    def price(self, lines: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
        """The priced details of an order; ``key`` names the order whose price may have risen."""
        return [_detail(line, RISE if key in self.dearer else Decimal(1)) for line in lines]

    def make_order(
        self, body: Mapping[str, Any], key: str, request_id: str, hidden: float = 0
    ) -> sqlite3.Row:
        details = self.price(body["products"], key)
        row = (
            body.get("poNumber"),
            body["customerId"],
            str(sum_of(details)),
            CURRENCY,
            json.dumps(body["products"], sort_keys=True),
            json.dumps(body.get("attributes", {}), sort_keys=True),
            self.now(),
            self.now() + hidden,
            request_id,
        )
        columns = "po_number, customer, total, currency, lines, attributes, made, shown, request_id"
        made = self._file.execute(f"INSERT INTO orders ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        return self._row("SELECT * FROM orders WHERE id = ?", made.lastrowid)

    def make_customer(self, body: Mapping[str, Any], hidden: float = 0) -> sqlite3.Row:
        made = self._file.execute(
            "INSERT INTO customers (external_id, name, shown) VALUES (?, ?, ?)",
            (body["externalId"], body["name"], self.now() + hidden),
        )
        return self._row("SELECT * FROM customers WHERE id = ?", made.lastrowid)

    def orders(self, customer: str | None) -> list[sqlite3.Row]:
        query = "SELECT * FROM orders WHERE shown <= ? AND (? IS NULL OR customer = ?) ORDER BY id DESC"
        return self._file.execute(query, (self.now(), customer, customer)).fetchall()

    def order(self, order_id: int) -> sqlite3.Row | None:
        query = "SELECT * FROM orders WHERE id = ? AND shown <= ?"
        found: sqlite3.Row | None = self._file.execute(query, (order_id, self.now())).fetchone()
        return found

    def customers(self, external_id: str | None) -> list[sqlite3.Row]:
        query = "SELECT * FROM customers WHERE shown <= ? AND (? IS NULL OR external_id = ?) ORDER BY id"
        return self._file.execute(query, (self.now(), external_id, external_id)).fetchall()

    def _row(self, query: str, number: int | None) -> sqlite3.Row:
        row: sqlite3.Row = self._file.execute(query, (number,)).fetchone()
        return row


def money(amount: Decimal) -> dict[str, str]:
    return {"currency": CURRENCY, "amount": str(amount.quantize(CENT, ROUND_HALF_UP))}


def moment(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).isoformat().replace("+00:00", "Z")


def _detail(line: dict[str, Any], rise: Decimal) -> dict[str, Any]:
    unit = (Decimal(PRICES[line["mpn"]][line["subscriptionPeriod"]["type"]]) * rise).quantize(CENT)
    extended = unit * line["quantity"]
    return {
        "type": "recurring",
        "mpn": line["mpn"],
        "description": line["mpn"],
        "quantity": line["quantity"],
        "duration": line["subscriptionPeriod"],
        "unitPrice": money(unit),
        "extendedPrice": money(extended),
        "exclusiveTaxAmount": money(extended * Decimal("0.16")),
    }


def sum_of(details: list[dict[str, Any]]) -> Decimal:
    names = ("extendedPrice", "exclusiveTaxAmount")
    return sum((Decimal(one[name]["amount"]) for one in details for name in names), Decimal(0))
