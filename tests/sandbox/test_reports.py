"""Rated-data exports."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

BODY = {"name": "Orders", "startDate": "2026-11-01T00:00:00Z"}


async def test_a_report_has_a_row_for_each_ordered_line(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    await demo.post("/orders", an_order(a_line("M365-BS", 2), a_line("M365-COP", 1)))
    market.clock.passes(1)
    made = await demo.post("/reports", BODY)
    assert (made["status"], made["format"]) == ("completed", "csv")
    sheet = await demo.http.get(made["downloadUrl"])
    rows = list(csv.DictReader(io.StringIO(sheet.text)))
    assert [(row["mpn"], row["quantity"], row["extendedPrice"]) for row in rows] == [
        ("M365-BS", "2", "300.00"),
        ("M365-COP", "1", "360.00"),
    ]


async def test_a_report_holds_its_period_and_its_reseller_only(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    await demo.post("/orders", an_order(a_line("M365-BS", 2)))
    past = await demo.post("/reports", {**BODY, "endDate": "2026-11-20T00:00:00Z", "format": "json"})
    assert (await demo.http.get(past["downloadUrl"])).json() == []
    other = await market.signed_in("nuvem")
    assert await other.refusal("GET", f"/reports/{past['id']}") == (404, None)
    theirs = await other.post("/reports", {**BODY, "format": "json"})
    assert (await other.http.get(theirs["downloadUrl"])).json() == []


async def test_reports_are_listed_and_filtered(demo: Any) -> None:
    made = await demo.post("/reports", {**BODY, "customizationName": "mine"})
    assert (await demo.get("/reports"))["data"] == [made]
    assert made == await demo.get(f"/reports/{made['id']}")
    for query in ({"format": "json"}, {"status": "error"}, {"from": "2026-11-23"}, {"to": "2026-11-21"}):
        assert (await demo.get("/reports", **query))["data"] == []
    assert (await demo.get("/reports", **{"from": "2026-11-22", "to": "2026-11-22"}))["data"] == [made]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"name": "Nope"}, 404),
        ({"format": "xlsx"}, 400),
        ({"startDate": "x"}, 400),
        ({"startDate": "5"}, 400),
    ],
)
async def test_other_reports_are_refused(demo: Any, change: Any, status: int) -> None:
    assert await demo.refusal("POST", "/reports", {**BODY, **change}) == (status, None)
