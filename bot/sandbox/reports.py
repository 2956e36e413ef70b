"""Rated-data exports: one report, ``Orders``, with a row per line ordered in a period, as CSV or JSON."""

from __future__ import annotations

import csv
import io
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import JSONResponse
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Select, false, select

from bot.sandbox.auth import Call, ResellerCall
from bot.sandbox.bodies import Day, Moment, ReportBody
from bot.sandbox.errors import Refusal, malformed, not_found
from bot.sandbox.order_views import moment
from bot.sandbox.paging import AnyPage
from bot.sandbox.tables import Order, Report, public_id_of

router = APIRouter()
FORMATS = ("csv", "json")
COLUMNS = (
    "orderNumber",
    "creationDate",
    "customerId",
    "mpn",
    "period",
    "quantity",
    "unitPrice",
    "extendedPrice",
    "tax",
)
_INSTANT: TypeAdapter[datetime] = TypeAdapter(Moment)


@dataclass(frozen=True)
class ReportFilter:
    name: str | None = None
    format: str | None = None
    status: str | None = None
    type: str | None = None
    begin: Annotated[Day | None, Query(alias="from")] = None
    end: Annotated[Day | None, Query(alias="to")] = None

    def on(self, statement: Select[Report]) -> Select[Report]:
        if self.name:
            statement = statement.where(Report.name == self.name)
        if self.format:
            statement = statement.where(Report.format == self.format)
        if self.status not in (None, "completed") or self.type not in (None, "onetime"):
            statement = statement.where(false())
        if self.begin:
            statement = statement.where(Report.created >= datetime.combine(self.begin, time.min, UTC))
        if self.end and self.end < date.max:
            following = datetime.combine(self.end + timedelta(days=1), time.min, UTC)
            statement = statement.where(Report.created < following)
        return statement


Filter = Annotated[ReportFilter, Depends()]


@router.get("/reports")
async def list_reports(call: ResellerCall, page: AnyPage, wanted: Filter) -> dict[str, Any]:
    own = wanted.on(select(Report).where(Report.reseller_id == call.account.id))
    return await page.read(call.session, own.order_by(Report.created.desc()), lambda row: _show(call, row))


@router.post("/reports")
async def create_report(call: ResellerCall, body: ReportBody) -> dict[str, Any]:
    if body.name.casefold() != "orders":
        raise Refusal(404, "The only report configured here is named Orders.")
    if body.format not in FORMATS:
        raise malformed(f"Reports are exported as {' or '.join(FORMATS)}, not as {body.format}.")
    start = _instant("startDate", body.start_date)
    end = _instant("endDate", body.end_date) if body.end_date else call.now
    report = Report(
        id=str(uuid.uuid4()),
        reseller_id=call.account.id,
        name="Orders",
        customization=body.customization_name,
        format=body.format,
        created=call.now,
        start=start,
        end=end,
    )
    call.session.add(report)
    await call.session.commit()
    return _show(call, report)


@router.get("/reports/{public_id}")
async def read_report(call: ResellerCall, public_id: str) -> dict[str, Any]:
    return _show(call, await _report_of(call, public_id))


@router.get("/reports/{public_id}/content")
async def download_report(call: ResellerCall, public_id: str) -> Response:
    report = await _report_of(call, public_id)
    rows = await _rows(call, report)
    if report.format == "json":
        return JSONResponse(rows)
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return Response(sheet.getvalue(), media_type="text/csv")


async def _rows(call: Call, report: Report) -> list[dict[str, Any]]:
    ordered = select(Order).where(
        Order.reseller_id == call.account.id,
        Order.status != "cancelled",
        Order.created >= report.start,
        Order.created < report.end,
    )
    orders = (await call.session.scalars(ordered.order_by(Order.id))).all()
    return [
        dict(
            zip(
                COLUMNS,
                (
                    order.number,
                    moment(order.created),
                    public_id_of(order.customer_id),
                    line.mpn,
                    line.period,
                    line.quantity,
                    str(line.unit_price),
                    str(line.extended),
                    str(line.tax),
                ),
                strict=True,
            )
        )
        for order in orders
        for line in order.lines
    ]


async def _report_of(call: Call, public_id: str) -> Report:
    report = await call.session.get(Report, public_id)
    if report is None or report.reseller_id != call.account.id:
        raise not_found("Report", public_id)
    return report


def _instant(field: str, text: str) -> datetime:
    try:
        when = _INSTANT.validate_python(text)
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValidationError, OverflowError):
        raise malformed(f"{field} is a date and time such as 2026-11-01T00:00:00Z.") from None


def _show(call: Call, report: Report) -> dict[str, Any]:
    shown = {
        "id": report.id,
        "name": report.name,
        "status": "completed",
        "type": "onetime",
        "format": report.format,
        "creationDate": moment(report.created),
        "startDate": moment(report.start),
        "endDate": moment(report.end),
        "downloadUrl": f"{call.base_url}/marketplace/{call.world.catalog.code}/reports/{report.id}/content",
    }
    return shown if report.customization is None else {**shown, "customizationName": report.customization}
