from collections.abc import Iterator
from inspect import iscoroutinefunction

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from bot.channels.web import account, api, approval, desk


def calls(dependant: Dependant) -> Iterator[object]:
    yield dependant.call
    for each in dependant.dependencies:
        yield from calls(each)


def test_nothing_that_a_request_waits_for_runs_in_a_thread() -> None:
    routers = (account.router, api.router, approval.router, desk.router)
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    in_threads = {
        call for route in routes for call in calls(route.dependant) if not iscoroutinefunction(call)
    }
    assert len(routes) > 10
    assert not in_threads
