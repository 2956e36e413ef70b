"""What holds for every call: error bodies, correlation ids, kinds of bodies, faults on request."""

from __future__ import annotations

import time
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("DELETE", "/orders", 405),
        ("GET", "/customers/abc", 404),
        ("GET", "/orders/99999999999999999999", 404),
        ("GET", "/reports/x", 404),
        ("POST", "/orders", 400),
    ],
)
async def test_every_failure_has_the_same_shape(demo: Any, method: str, path: str, status: int) -> None:
    assert await demo.refusal(method, path) == (status, None)


async def test_the_callers_own_correlation_id_is_kept(demo: Any) -> None:
    answer = await demo.http.get("/nowhere", headers={"X-Correlation-ID": "turn-01J8"})
    assert answer.headers["X-Correlation-ID"] == answer.json()["correlationId"] == "turn-01J8"
    forged = await demo.http.get("/nowhere", headers={"X-Correlation-ID": "a b\tc"})
    assert forged.headers["X-Correlation-ID"] != "a b\tc"


async def test_what_is_no_json_is_refused(demo: Any) -> None:
    form = await demo.http.post("/customers", data={"name": "x"})
    broken = await demo.http.post(
        "/customers", content=b'{"name":', headers={"Content-Type": "application/json"}
    )
    surrogate = await demo.http.post(
        "/customers", content=b'{"name": "\\ud800"}', headers={"Content-Type": "application/json"}
    )
    huge = await demo.http.post("/customers", json={"name": "x" * 1_000_000})
    assert [one.status_code for one in (form, broken, surrogate, huge)] == [415, 400, 400, 413]


async def test_a_wrong_method_is_told_all_the_right_ones(demo: Any) -> None:
    answer = await demo.http.delete("/orders")
    assert answer.headers["Allow"] == "GET, POST"


async def test_a_crash_is_told_as_an_error_too(
    demo: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def crash(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("bot.sandbox.orders.estimate", crash)
    body = {"type": "sales", "customerId": "1"}
    assert await demo.refusal("POST", "/orders/estimate", body) == (500, None)
    assert "boom" in caplog.text


async def plant(caller: Any, *faults: dict[str, Any]) -> None:
    await caller.post("/ext/faults", {"next": list(faults)})


@pytest.mark.parametrize(
    ("fault", "status", "text"),
    [
        ("500", 500, "Provisioning is in progress(LO)"),
        ("504", 504, "<h1>504</h1>"),
        ("429", 429, "Too many requests"),
        ("504-after", 504, "<h1>504</h1>"),
    ],
)
async def test_a_planted_fault_meets_the_next_fitting_call_only(
    demo: Any, tornillo: str, fault: str, status: int, text: str
) -> None:
    await plant(demo, {"fault": fault, "method": "GET", "path": "/customers/*"})
    await demo.get("/customers")
    met = await demo.http.get(f"/customers/{tornillo}")
    assert (met.status_code, text in met.text) == (status, True)
    assert met.headers["X-Correlation-ID"]
    await demo.get(f"/customers/{tornillo}")


async def test_after_a_lost_answer_the_order_exists_and_before_it_does_not(
    demo: Any, a_line: Any, an_order: Any
) -> None:
    body = an_order(a_line("M365-BB"))
    await plant(
        demo, *({"fault": fault, "method": "POST", "path": "/orders"} for fault in ("504", "504-after"))
    )
    for orders in (0, 1):
        assert (await demo.http.post("/orders", json=body)).status_code == 504
        assert (await demo.get("/orders"))["pagination"]["total"] == orders


async def test_a_lost_connection_is_an_error_of_the_transport(demo: Any, a_line: Any, an_order: Any) -> None:
    await plant(demo, {"fault": "reset-after", "path": "/orders"})
    with pytest.raises(ConnectionResetError):
        await demo.http.post("/orders", json=an_order(a_line("M365-BB")))
    assert (await demo.get("/orders"))["pagination"]["total"] == 1


async def test_latency_delays_and_then_answers(demo: Any) -> None:
    await plant(demo, {"fault": "latency=0.2s", "path": "/customers"})
    begun = time.perf_counter()
    await demo.get("/customers")
    assert time.perf_counter() - begun >= 0.2


async def test_planted_faults_can_be_seen_and_cleared(demo: Any) -> None:
    await plant(demo, {"fault": "429", "times": 3})
    assert (await demo.http.get("/customers")).headers["Retry-After"] == "1"
    assert [one["times"] for one in (await demo.get("/ext/faults"))["next"]] == [2]
    assert (await demo.http.delete("/ext/faults")).json() == {"next": []}
    await demo.get("/customers")


async def test_a_fault_nobody_knows_is_refused(demo: Any) -> None:
    assert await demo.refusal("POST", "/ext/faults", {"next": [{"fault": "fire"}]}) == (400, None)
