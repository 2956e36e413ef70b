"""An independent judge: reads both books, the ledger's tables and the marketplace's, and says what is wrong.

It imports nothing of the product: what it knows is the two schemas, and what an audit row's hash covers.

    I1  at most one order at the marketplace per intent
    I2  every "placed" that was told exists there
    I3  no order there without an intent that says so, in time
    I4  charged == shown == confirmed: amount in cents, currency, products, quantities, customer, card
    I5  every order follows a confirmation by its own actor, of what was shown
    I6  nobody waits longer than allowed, unless a person was asked to look
    I9  the audit trail is whole
    IC  no customer is made twice
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

FIRST_ID = 5_000_000
OPEN = ("confirmed", "sending", "unknown", "absent")
ENDS = ("placed", "rejected", "needs_human")
Row = Mapping[str, Any]


@dataclass
class Verdict:
    """``ends``: how many confirmed intents ended how; ``end_of``: each one's, by the domain it orders;
    ``seconds``: from each yes to its end.
    """

    wrong: list[str] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    end_of: dict[str, str] = field(default_factory=dict)
    orders: int = 0
    told: int = 0


@dataclass
class Books:
    """Everything that was read, by what it is looked up with."""

    intents: dict[str, Row]
    audit: list[Row]
    orders: list[Row]
    customers: list[Row]
    told: list[Row]

    def __post_init__(self) -> None:
        self.events: dict[str, list[Row]] = defaultdict(list)
        for row in self.audit:
            self.events[row["intent"]].append(row)


def check(ledger: str, shop: Path, told: Iterable[Row] = (), within: float | None = None) -> Verdict:
    """``ledger``: its address; ``within``: the seconds between a yes and its end, None for any."""
    books = Books(
        {row["id"]: row for row in _ledger(ledger, "intents", "id")},
        _ledger(ledger, "audit", "seq"),
        _shop(shop, "orders"),
        _shop(shop, "customers"),
        list(told),
    )
    verdict = Verdict(orders=len(books.orders), told=len(books.told))
    for rule in (_once, _told, _recorded, _as_shown, _confirmed, _customers, _chain):
        verdict.wrong += rule(books)
    verdict.wrong += _in_time(books, verdict, within)
    return verdict


def _once(books: Books) -> Iterable[str]:
    seen = Counter(order["po_number"] for order in books.orders)
    yield from (f"I1 {reference}: {times} orders" for reference, times in seen.items() if times > 1)


def _told(books: Books) -> Iterable[str]:
    there = {(order["po_number"], f"SO{order['id']:06d}") for order in books.orders}
    for said in books.told:
        if said["state"] == "placed" and (said["intent"], said["number"]) not in there:
            yield f"I2 {said['intent']}: told as {said['number']}, which does not exist"


def _recorded(books: Books) -> Iterable[str]:
    there = {str(FIRST_ID + order["id"]): order["po_number"] for order in books.orders}
    for order_id, reference in there.items():
        intent = books.intents.get(reference)
        if intent is None or (intent["state"], intent["order_id"]) != ("placed", order_id):
            state = intent["state"] if intent else "no intent"
            if state != "needs_human":  # a person was asked to find out
                yield f"I3 {reference}: order {order_id} is there, the ledger says {state}"
    for intent in books.intents.values():
        if intent["state"] == "placed" and there.get(intent["order_id"]) != intent["id"]:
            yield f"I3 {intent['id']}: placed as {intent['order_id']}, which is not there"


def _as_shown(books: Books) -> Iterable[str]:
    for order in books.orders:
        intent = books.intents.get(order["po_number"])
        if intent is None:
            continue
        quote, request = intent["quote"], intent["request"]
        shown = {
            "total": _cents(quote["total"]["amount"]),
            "currency": quote["total"]["currency"],
            "lines": [(line["mpn"], line["quantity"], line["term"]) for line in quote["lines"]],
            "customer": intent["customer_id"] or request["customer_id"],
            "card": request["payment_method"],
        }
        lines = [
            (line["mpn"], line["quantity"], line["subscriptionPeriod"]["type"])
            for line in json.loads(order["lines"])
        ]
        charged = {
            "total": _cents(order["total"]),
            "currency": order["currency"],
            "lines": lines,
            "customer": order["customer"],
            "card": json.loads(order["attributes"]).get("paymentMethod"),
        }
        if charged != shown:
            yield f"I4 {intent['id']}: charged {charged}, shown {shown}"


def _confirmed(books: Books) -> Iterable[str]:
    for order in books.orders:
        intent = books.intents.get(order["po_number"])
        if intent is None:
            continue
        yes = [row for row in books.events[intent["id"]] if row["event"] == "confirmed"]
        shown = _sha256({"request": intent["request"], "quote": intent["quote"]})
        wanted = (intent["actor"], intent["subject"], intent["version"], shown)
        said = [
            (row["actor"], row["subject"], row["version"], row["facts"]["shown_sha256"])
            for row in yes
            if row["at"].timestamp() <= order["made"]
        ]
        if said != [wanted]:
            yield f"I5 {intent['id']}: ordered on {said or 'no confirmation'}"
        elif _cents(yes[0]["facts"]["total"]) != _cents(order["total"]):
            yield f"I5 {intent['id']}: said yes to {yes[0]['facts']['total']}, charged {order['total']}"


def _customers(books: Books) -> Iterable[str]:
    made = Counter(customer["external_id"] for customer in books.customers)
    yield from (f"IC {reference}: {times} customers" for reference, times in made.items() if times > 1)
    ours = {f"C{customer['id']}": customer["external_id"] for customer in books.customers}
    for order in books.orders:
        owner = ours.get(order["customer"])
        if owner not in (None, order["po_number"]):
            yield f"IC {order['po_number']}: ordered for the customer of {owner}"


def _in_time(books: Books, verdict: Verdict, within: float | None) -> Iterable[str]:
    for intent in books.intents.values():
        if intent["confirmed_at"] is None:
            continue
        end = "/".join(filter(None, (intent["state"], intent["reason"])))
        verdict.ends[end] += 1
        verdict.end_of[dict(intent["request"]["lines"][0]["parameters"])["domain"]] = end
        if intent["state"] in OPEN:
            yield f"I6 {intent['id']}: still {intent['state']}"
            continue
        ended = next((row["at"] for row in books.events[intent["id"]] if row["event"] in ENDS), None)
        if ended is None:
            yield f"I6 {intent['id']}: is {intent['state']}, the trail does not say since when"
            continue
        took = (ended - intent["confirmed_at"]).total_seconds()
        verdict.seconds.append(took)
        if within is not None and took > within:
            yield f"I6 {intent['id']}: {intent['state']} after {took:.0f} s"


def _chain(books: Books) -> Iterable[str]:
    last: dict[str, str] = {}
    for row in books.audit:
        covered = {name: value for name, value in row.items() if name not in ("seq", "hash")}
        covered["at"] = row["at"].isoformat()
        if row["previous_hash"] != last.get(row["subject"], "") or row["hash"] != _sha256(covered):
            yield f"I9 row {row['seq']} does not fit"
        last[row["subject"]] = row["hash"]


def _sha256(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _cents(amount: str) -> int:
    cents = Decimal(amount) * 100
    assert cents == int(cents), f"{amount} is no whole number of cents"
    return int(cents)


def count_open(ledger: str) -> int:
    """How many orders have been confirmed and have not come to an end."""
    states = ", ".join(f"'{state}'" for state in OPEN)
    (row,) = _ledger_rows(ledger, f"SELECT count(*) AS open FROM intents WHERE state IN ({states})")
    return int(row["open"])


def _shop(path: Path, table: str) -> list[Row]:
    with sqlite3.connect(path) as file:
        file.row_factory = sqlite3.Row
        rows = [dict(row) for row in file.execute(f"SELECT * FROM {table} ORDER BY id")]
    file.close()
    return rows


def _ledger(address: str, table: str, order: str) -> list[Row]:
    return [_plain(row) for row in _ledger_rows(address, f"SELECT * FROM {table} ORDER BY {order}")]


def _ledger_rows(address: str, query: str) -> list[dict[str, Any]]:
    if not address.startswith("sqlite"):
        with psycopg.connect(address.replace("+psycopg", ""), row_factory=dict_row) as connection:
            return connection.execute(query.encode()).fetchall()
    with sqlite3.connect(address.split("///")[1]) as file:
        file.row_factory = sqlite3.Row
        rows = [dict(row) for row in file.execute(query)]
    file.close()
    return rows


def _plain(row: dict[str, Any]) -> Row:
    """JSON read, moments aware: as PostgreSQL's driver gives them anyway."""
    for name in ("request", "quote", "facts"):
        if isinstance(row.get(name), str):
            row[name] = json.loads(row[name])
    for name in ("at", "confirmed_at"):
        if isinstance(row.get(name), str):
            row[name] = datetime.fromisoformat(row[name]).replace(tzinfo=UTC)
        elif row.get(name) is not None:
            row[name] = row[name].astimezone(UTC)
    return row
