"""The pages and what they load, as web/ built them: small, compressed, asked for again only when changed."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).with_name("static")
# The widget is the chat page in a frame; only it may be framed by others: see guard.py.
_FILES = {
    "/": "index.html",
    "/account": "account.html",
    "/desk": "desk.html",
    "/widget": "index.html",
    "/widget.js": "widget.js",
}


def add_pages(app: FastAPI) -> None:
    # Only what is the same for everybody is compressed: next to a secret, length can tell.
    app.mount("/static", GZipMiddleware(StaticFiles(directory=STATIC)))
    for path, name in _FILES.items():
        app.add_api_route(path, lambda name=name: FileResponse(STATIC / name), include_in_schema=False)
