"""``/slack/events``: what Slack posts, if it is genuine. Answered within three seconds either way."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from json import JSONDecodeError

from fastapi import APIRouter, Request, Response
from slack_bolt import BoltResponse
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from starlette.datastructures import Headers

PATH = "/slack/events"
# Slack hangs up after three seconds and delivers again later.
_PATIENCE_SECONDS = 2.5


def webhook(app: AsyncApp, signing_secret: str) -> APIRouter:
    router, verifier = APIRouter(), SignatureVerifier(signing_secret)
    under_way: set[asyncio.Task[BoltResponse]] = set()

    @router.post(PATH)
    async def events(request: Request) -> Response:
        body = await request.body()
        if not _is_genuine(verifier, request.headers, body):
            return Response(status_code=HTTPStatus.UNAUTHORIZED)
        try:
            asked = to_async_bolt_request(request, body)
        except JSONDecodeError:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        # Not cancelled when it takes too long: a slow commit is still a commit, and is answered.
        task = asyncio.create_task(app.async_dispatch(asked))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        done, _ = await asyncio.wait({task}, timeout=_PATIENCE_SECONDS)
        if not done:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        return to_starlette_response(task.result())

    return router


def _is_genuine(verifier: SignatureVerifier, headers: Headers, body: bytes) -> bool:
    """Signed by Slack within the last five minutes. Whatever cannot be read is not."""
    try:
        return verifier.is_valid(
            body.decode(), headers.get("X-Slack-Request-Timestamp"), headers.get("X-Slack-Signature")
        )
    except (ValueError, TypeError):
        return False
