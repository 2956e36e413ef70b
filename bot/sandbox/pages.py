"""The few HTML pages people see: the card form, a notice, the terms. No script, nothing from elsewhere."""

from __future__ import annotations

from html import escape

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from bot.sandbox.tables import Account
from bot.sandbox.words import language_of, words

public = APIRouter()
_STYLE = """
:root{color-scheme:light dark;--line:#8886;--accent:#1f5fbf;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--accent:#8ab4f8;--bad:#f2b8b5}}
body{font:1rem/1.5 system-ui,sans-serif;margin:0;padding:1.5rem;display:grid;justify-content:center}
main{width:min(26rem,100%)}h1{font-size:1.4rem;margin:0 0 .5rem}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem}
input{border:1px solid var(--line);border-radius:.4rem}
input[aria-invalid]{border-color:var(--bad)}.bad{color:var(--bad);margin:.25rem 0 0}
button{font:inherit;margin-top:1.5rem;width:100%;padding:.7rem;border:0;border-radius:.4rem;cursor:pointer}
button{background:var(--accent);color:Canvas;font-weight:600}
"""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# Field name, the browser's standard name for filling it in, keyboard, longest input.
_FIELDS = (
    ("name", "cc-name", "text", 255),
    ("number", "cc-number", "numeric", 23),
    ("exp", "cc-exp", "numeric", 7),
    ("csc", "cc-csc", "numeric", 4),
)


def card_form(reseller: Account, problems: list[str]) -> HTMLResponse:
    """The form; ``problems`` names the fields that were wrong. What was typed is never shown again."""
    say = words(reseller.language)
    fields = "".join(_field(reseller.language, spec, spec[0] in problems) for spec in _FIELDS)
    body = (
        f"<p>{escape(say['card_intro'].format(reseller=reseller.name))}</p>"
        f'<form method="post" novalidate>{fields}<button>{escape(say["card_save"])}</button></form>'
    )
    return _page(reseller.language, say["card_title"], body, 400 if problems else 200)


def notice(language: str, title: str, text: str, status: int = 200) -> HTMLResponse:
    return _page(language, title, f'<p role="status">{escape(text)}</p>', status)


@public.get("/terms/{language}")
async def terms(language: str) -> HTMLResponse:
    say = words(language)
    items = "".join(f"<li>{escape(text)}</li>" for text in say["terms_text"])
    return _page(language, say["terms_title"], f"<p>{escape(say['terms_summary'])}</p><ol>{items}</ol>")


def _field(language: str, spec: tuple[str, str, str, int], is_wrong: bool) -> str:
    name, autocomplete, keyboard, longest = spec
    say = words(language)
    kind = "password" if name == "csc" else "text"
    marks = f' aria-invalid="true" aria-describedby="{name}-wrong"' if is_wrong else ""
    told = f'<p class="bad" id="{name}-wrong">{escape(say["wrong_" + name])}</p>' if is_wrong else ""
    return (
        f'<label for="{name}">{escape(say["card_" + name])}</label>'
        f'<input id="{name}" name="{name}" type="{kind}" autocomplete="{autocomplete}" '
        f'inputmode="{keyboard}" maxlength="{longest}" required{marks}>{told}'
    )


def _page(language: str, title: str, body: str, status: int = 200) -> HTMLResponse:
    html = (
        f'<!doctype html><html lang="{language_of(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
    return HTMLResponse(html, status, _HEADERS)
