"""Every fault by itself, over TCP: what it must not do (the judge knows) and how its order must end."""

from __future__ import annotations

from pathlib import Path

from tests.faults.checker import Verdict
from tests.faults.clock import fast
from tests.faults.plan import ESTIMATES, READS, WRITES, ByOrder, Scripted
from tests.faults.soak import Soak

SPEED = 20.0
Script = dict[str, list[str | None]]
KNOWN, NEW = range(0, 9000, 10), range(9, 9000, 10)  # customers: see tests.faults.orders
CHANGED = {"price": "rejected/price_changed", "sold_out": "rejected/order_refused"}


def known_customer() -> list[Script]:
    """One fault at each call of an order; a lost answer makes the worker look its order up."""
    lost = {"order": ["reset_after"]}
    return [
        *({"estimate": [fault]} for fault in ESTIMATES),
        *({"order": [fault]} for fault in WRITES if fault != "refused"),
        *({**lost, "orders": [fault]} for fault in READS),
        *({**lost, "detail": [fault]} for fault in READS),
        {"order": ["reset", "reset_after"]},
        {"order": ["lag"], "orders": ["500", "not_json", "429"]},
    ]


def new_customer() -> list[Script]:
    return [
        *({"customer": [fault]} for fault in WRITES if fault != "refused"),
        *({"customers": [fault]} for fault in READS),
        {"customers": ["refused"]},
        {"customer": ["reset_after"], "order": ["reset_after"]},
        {"customer": ["lag"], "order": ["reset"]},
    ]


def end_of(script: Script) -> str:
    return CHANGED.get((script.get("estimate") or [""])[0] or "", "placed")


async def test_whatever_breaks_the_order_is_placed_once_or_said_to_be_not(
    database_url: str, tmp_path: Path
) -> None:
    scripts = {**dict(zip(KNOWN, known_customer())), **dict(zip(NEW, new_customer()))}  # noqa: B905
    wanted = {number: end_of(script) for number, script in scripts.items()}
    plan = ByOrder({f"order-{number}.example": scripted(script) for number, script in scripts.items()})
    soaked = await Soak(database_url, tmp_path / "soak", fast(SPEED), plan).run(scripts)
    assert soaked.verdict.wrong == []
    assert ends(soaked.verdict) == wanted
    unmet = [script for one in plan.scripts.values() for script in one.script.values() if script]
    assert unmet == []


def scripted(script: Script) -> Scripted:
    """Lists of its own: a fault that is met is taken out."""
    return Scripted({kind: list(faults) for kind, faults in script.items()})


def ends(verdict: Verdict) -> dict[int, str]:
    return {int(domain.split(".")[0].removeprefix("order-")): end for domain, end in verdict.end_of.items()}
