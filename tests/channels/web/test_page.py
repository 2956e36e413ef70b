import asyncio
import re
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.channels.health import Health, answers
from bot.channels.web.app import create_app
from bot.channels.web.pages import STATIC
from bot.channels.web.parts import Origins, Parts


async def test_the_page_runs_no_script_but_its_own(http: httpx.AsyncClient) -> None:
    page = await http.get("/")
    assert page.status_code == 200
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in policy
    assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page.text)
    assert not re.search(r"""(src|href)=["']https?:""", page.text)


async def test_everything_that_the_page_names_is_served(http: httpx.AsyncClient) -> None:
    page = (await http.get("/")).text
    for path in re.findall(r'(?:src|href)="(/[^"]+)"', page):
        assert (await http.get(path)).status_code == 200, path


@pytest.mark.parametrize("script", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_no_script_makes_markup_out_of_text(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", source)


@pytest.mark.parametrize(
    "path", ["/", "/widget.js", "/static/index.js", "/api/session", "/health", "/nowhere"]
)
async def test_every_answer_carries_the_security_headers(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.get(path)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


async def test_only_the_widget_may_be_framed_and_only_by_the_sites_that_are_named(parts: Parts) -> None:
    sites = Origins(widget=("https://shop.example", "http://localhost:8000"))
    async with visiting(replace(parts, origins=sites)) as http:
        widget, page = await http.get("/widget"), await http.get("/")
    policy = widget.headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://shop.example http://localhost:8000")
    assert "X-Frame-Options" not in widget.headers
    assert widget.text == page.text
    assert page.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert page.headers["X-Frame-Options"] == "DENY"


async def test_no_site_may_frame_anything_unless_it_is_named(http: httpx.AsyncClient) -> None:
    widget = await http.get("/widget")
    assert widget.headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    assert widget.headers["X-Frame-Options"] == "SAMEORIGIN"


async def test_the_script_of_the_widget_is_lent_only_when_there_are_sites(parts: Parts) -> None:
    async with visiting(parts) as http:
        assert (await http.get("/widget.js")).headers["Cross-Origin-Resource-Policy"] == "same-origin"
    async with visiting(replace(parts, origins=Origins(widget=("https://shop.example",)))) as http:
        assert (await http.get("/widget.js")).headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert (await http.get("/")).headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_no_other_site_may_read_the_api(signed_in: httpx.AsyncClient) -> None:
    answer = await signed_in.get("/api/messages", headers={"Origin": "https://shop.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]


async def test_the_first_load_is_small(http: httpx.AsyncClient) -> None:
    """Everything that the widget on somebody's page loads, as it travels: 200 KB may be, 30 are plenty."""
    page = (await http.get("/widget")).text
    paths = ["/widget.js", "/widget", *set(re.findall(r'(?:src|href)="(/[^"]+)"', page))]
    sizes = {path: await size_on_the_wire(http, path) for path in paths}
    assert len(sizes) >= 5
    assert sum(sizes.values()) < 30_000, sizes


async def size_on_the_wire(http: httpx.AsyncClient, path: str) -> int:
    async with http.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
        return sum([len(part) async for part in answer.aiter_raw()])


def visiting(parts: Parts) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_app(parts)), base_url="http://gateway")


async def test_what_people_say_is_kept_by_no_cache(signed_in: httpx.AsyncClient) -> None:
    assert (await signed_in.get("/api/messages")).headers["Cache-Control"] == "no-store"


async def test_there_are_no_generated_api_pages(http: httpx.AsyncClient) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert (await http.get(path)).status_code == 404


async def test_health_names_every_part(parts: Parts) -> None:
    async def broken() -> None:
        raise ConnectionError

    health = Health({"ledger": parts.ledger.check, "engine": broken})
    app = create_app(replace(parts, health=health))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://gateway") as http:
        answer = await http.get("/health")
    assert answer.status_code == 503
    assert answer.json() == {"status": "not ready", "parts": {"ledger": "up", "engine": "down"}}


async def test_health_is_what_is_now_and_asked_once_for_everybody_who_waits() -> None:
    asked, is_broken = 0, False

    async def check() -> None:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0.01)
        if is_broken:
            raise ConnectionError

    health = Health({"part": check})
    assert await asyncio.gather(*(health() for _ in range(20))) == [{"part": "up"}] * 20
    assert asked == 1
    is_broken = True
    assert await health() == {"part": "down"}


async def test_health_is_200_when_all_is_up(http: httpx.AsyncClient) -> None:
    answer = await http.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "parts": {"ledger": "up"}}


@pytest.mark.parametrize(("status", "state"), [(200, "up"), (404, "up"), (500, "down"), (503, "down")])
async def test_a_part_is_up_when_it_answers_without_breaking_down(status: int, state: str) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status))
    async with httpx.AsyncClient(transport=transport) as http:
        assert await Health({"part": answers(http, "http://part/")})() == {"part": state}
