"""The list of one's own sessions, and ending them: effective at once here, within a minute everywhere."""

import httpx

from bot.channels import chat_platform
from bot.channels.web import socket, speaker
from tests.channels.web.test_links import SignIn

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36"


async def sessions(http: httpx.AsyncClient) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = (await http.get("/api/sessions")).json()["sessions"]
    return listed


async def test_the_list_says_where_each_was_opened_and_which_is_this(sign_in: SignIn) -> None:
    laptop = await sign_in("demo", WINDOWS)
    phone = await sign_in("demo", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1")
    await sign_in("cloudpeak")
    answer = (await phone.get("/api/sessions")).json()
    assert {(each["device"], each["this"]) for each in answer["sessions"]} == {
        ("Chrome, Windows", False),
        ("Safari, iPhone", True),
    }
    assert (answer["idle_seconds"], answer["absolute_seconds"]) == (30 * 60, 12 * 60 * 60)
    assert {each["device"] for each in await sessions(laptop)} == {"Chrome, Windows", "Safari, iPhone"}


async def test_a_revoked_session_is_signed_out_at_once(sign_in: SignIn) -> None:
    lost, mine = await sign_in("demo"), await sign_in("demo")
    assert (await lost.get("/api/messages")).status_code == 200  # remembered now
    (target,) = [each["id"] for each in await sessions(mine) if not each["this"]]
    assert (await mine.delete(f"/api/sessions/{target}")).status_code == 204
    for answer in (await lost.get("/api/messages"), await lost.post("/api/messages", json={"text": "dale"})):
        assert answer.status_code == 401
    assert (await mine.get("/api/messages")).status_code == 200


async def test_all_the_others_are_revoked_together(sign_in: SignIn) -> None:
    others, mine = [await sign_in("demo") for _ in range(3)], await sign_in("demo")
    assert (await mine.delete("/api/sessions")).status_code == 204
    assert [(await each.get("/api/session")).status_code for each in others] == [401] * 3
    assert len(await sessions(mine)) == 1


async def test_other_peoples_sessions_do_not_exist(sign_in: SignIn) -> None:
    mine, stranger = await sign_in("demo"), await sign_in("cloudpeak")
    (target,) = [each["id"] for each in await sessions(mine)]
    answer = await stranger.delete(f"/api/sessions/{target}")
    assert answer.status_code == 404
    assert (await mine.get("/api/session")).status_code == 200


async def test_a_session_that_ended_may_not_end_others(sign_in: SignIn) -> None:
    lost, mine = await sign_in("demo"), await sign_in("demo")
    await mine.delete("/api/sessions")
    assert (await lost.delete("/api/sessions")).status_code == 401
    assert len(await sessions(mine)) == 1


def test_no_memory_in_front_of_the_ledger_outlives_a_minute() -> None:
    """Another gateway may have revoked it: each of them asks the ledger again in time."""
    assert speaker._REMEMBERED_SECONDS + socket._RECHECK_SECONDS <= 60
    assert chat_platform._REMEMBERED_SECONDS <= 60
