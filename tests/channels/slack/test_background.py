"""What nobody waits for ends with the gateway, whether it has begun or not."""

import inspect

from bot.channels.slack.background import Background


async def test_a_duty_that_has_not_begun_is_closed_at_the_end() -> None:
    async def duty() -> None:
        raise AssertionError("too late")

    background, waiting = Background(), duty()
    background.do(waiting)
    await background.end()
    assert inspect.getcoroutinestate(waiting) == inspect.CORO_CLOSED
