"""Somebody else's web site with the widget on it: an origin of its own, and a policy as strict as it gets."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PAGE = """<!doctype html>
<html lang="{language}">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Nube Norte</title><link rel="icon" href="data:,"></head>
  <body><main><h1>Nube Norte</h1><p>Lista de precios</p></main>
  <script async src="{pedido}/widget.js" data-language="{language}" data-theme="{theme}"></script></body>
</html>"""


@dataclass
class Site:
    """Reached as ``localhost``, it is one of the widget's sites; as ``127.0.0.1`` it is a stranger."""

    html: str = PAGE
    styles: str = "'none'"
    port: int = 0
    pedido: str = ""
    language: str = "es"
    theme: str = "light"

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def stranger(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def policy(self) -> str:
        trusted = "require-trusted-types-for 'script'; trusted-types 'none'"
        ours = f"script-src {self.pedido}; frame-src {self.pedido}; style-src {self.styles}"
        return f"default-src 'none'; img-src data:; {ours}; {trusted}"

    @property
    def page(self) -> bytes:
        page = self.html
        for name in ("pedido", "language", "theme"):
            page = page.replace(f"{{{name}}}", getattr(self, name))
        return page.encode()


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802  # the library's name
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", site.policy)
            self.end_headers()
            self.wfile.write(site.page)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
