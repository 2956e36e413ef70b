"""What holds for every answer (security headers) and every request (a size that a chat needs)."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Slack returns a whole message with each button that is pressed in it.
MAX_BODY_BYTES = 256 * 1024

_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    # The browser itself refuses to make markup or code out of text, wherever a script might try.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def _headers(path: str, sites: tuple[str, ...]) -> dict[str, str]:
    """``sites`` may show the widget in a frame and load its script. Everything else is for our own pages."""
    ancestors, sharing = "'none'", "same-origin"
    if path == "/widget":
        ancestors = " ".join(("'self'", *sites))
    elif path == "/widget.js" and sites:
        sharing = "cross-origin"
    headers = _HEADERS | {
        "Content-Security-Policy": "; ".join((*_POLICY, f"frame-ancestors {ancestors}")),
        "Cross-Origin-Resource-Policy": sharing,
    }
    # For browsers that do not know frame-ancestors; it has no word for a list of sites.
    if not (path == "/widget" and sites):
        headers["X-Frame-Options"] = "SAMEORIGIN" if path == "/widget" else "DENY"
    return headers


class Guard:
    """ASGI middleware around everything."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        sites = scope["app"].state.parts.origins.widget

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_headers(scope["path"], sites))
                # The page asks each time whether it changed; what people say is never kept by a cache.
                headers.setdefault(
                    "Cache-Control", "no-store" if scope["path"].startswith("/api/") else "no-cache"
                )
            await send(message)

        await self._app(scope, _limited(scope, receive), send_guarded)


def _limited(scope: Scope, receive: Receive) -> Receive:
    """``receive`` that gives up on a body that is too large, whatever its headers promised."""
    announced = Headers(scope=scope).get("Content-Length", "0")
    taken = int(announced) if announced.isdecimal() and int(announced) > MAX_BODY_BYTES else 0

    async def receive_limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_BODY_BYTES:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {MAX_BODY_BYTES} bytes")
        return message

    return receive_limited
