"""POST /validation/parameters: syntax, availability, transfers, codes, alternatives."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.domains import canonical


async def check(caller: Any, mpn: str = "DOM-COM", **parameters: str) -> dict[str, Any]:
    """The results by parameter name."""
    own = (await caller.get("/ext/account"))["id"]
    given = [{"name": name, "value": value} for name, value in parameters.items()]
    body = {"customerId": own, "products": [{"mpn": mpn, "quantity": 1, "parameters": given}]}
    results = (await caller.post("/validation/parameters", body))["data"][0]["parameters"]
    return {one["name"]: one for one in results}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ferreteria.COM", "ferreteria.com"),
        ("ñandú.com.ar", "xn--and-6ma2c.com.ar"),
        ("XN--AND-6MA2C.com.ar", "xn--and-6ma2c.com.ar"),
        (" x.com. ", "x.com"),
        ("ａcme。com", "acme.com"),
        ("a" * 63 + ".com", "a" * 63 + ".com"),
        ("foo", None),
        ("-x.com", None),
        ("x-.com", None),
        ("a_b.com", None),
        ("a b.com", None),
        ("x..com", None),
        (".com", None),
        ("", None),
        ("😀.com", None),
        ("xn--zzzzzzzz.com", None),
        ("1.2.3.4", None),
        ("a" * 64 + ".com", None),
        ("x" * 300, None),
        ("http://x.com", None),
    ],
)
def test_a_name_is_brought_into_one_form_or_refused(typed: str, name: str | None) -> None:
    assert canonical(typed) == name


@pytest.mark.parametrize(
    ("name", "action", "error"),
    [
        ("libre.com", "register", None),
        ("LIBRE.com.mx", "register", None),
        ("ñandú.mx", "register", None),
        ("ejemplo.com", "register", "DOMAIN_TAKEN"),
        ("google.io", "register", "DOMAIN_TAKEN"),
        ("foo", "register", "DOMAIN_INVALID"),
        ("www.libre.com", "register", "DOMAIN_INVALID"),
        ("libre.dev", "register", "TLD_NOT_SOLD"),
        ("ejemplo.es", "register", None),
        ("libre.com", "transfer", "NOT_REGISTERED"),
        ("ejemplo.net", "transfer", "NOT_TRANSFERABLE"),
        ("microsoft.es", "transfer", "NOT_TRANSFERABLE"),
        ("ejemplo.com", "transfer", None),
        ("libre.dev", "transfer", "TLD_NOT_SOLD"),
        ("-x.com", "transfer", "DOMAIN_INVALID"),
    ],
)
async def test_a_domain_gets_a_verdict(demo: Any, name: str, action: str, error: str | None) -> None:
    domain = (await check(demo, domain=name, action=action))["domain"]
    assert domain.get("valueError") == error
    assert domain["result"] == ("error" if error else "success")


@pytest.mark.parametrize(
    ("code", "error"),
    [("EPP-9x!Ejemplo", None), ("epp-9x!ejemplo", "AUTH_CODE_WRONG"), ("", "AUTH_CODE_REQUIRED")],
)
async def test_the_code_of_a_transfer_is_checked_and_never_sent_back(
    demo: Any, code: str, error: Any
) -> None:
    result = (await check(demo, domain="ejemplo.com", action="transfer", auth_code=code))["auth_code"]
    assert result.get("valueError") == error
    assert result["value"] == ""


async def test_a_registration_has_no_word_on_codes(demo: Any) -> None:
    assert set(await check(demo, domain="libre.com", action="register", auth_code="x")) == {"domain"}


async def test_a_taken_name_comes_with_the_free_ones_over_the_other_endings(demo: Any) -> None:
    domain = (await check(demo, domain="ejemplo.com", action="register"))["domain"]
    offered = [choice["value"] for choice in domain["valueChoices"]]
    assert len(offered) == 11
    assert {"ejemplo.com", "ejemplo.net"}.isdisjoint(offered)
    assert "valueChoices" not in (await check(demo, domain="google.com", action="register"))["domain"]


async def test_alternatives_of_an_international_name_are_shown_as_people_write_them(
    demo: Any, a_line: Any, an_order: Any
) -> None:
    await demo.post("/orders", an_order(a_line("DOM-MX", domain="ñandú.mx", action="register")))
    choice = (await check(demo, domain="ñandú.mx", action="register"))["domain"]["valueChoices"][0]
    assert choice == {"label": "ñandú.com", "value": "xn--and-6ma2c.com", "default": False}


async def test_an_ordered_name_is_taken_for_everybody_and_cannot_move_yet(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    await demo.post("/orders", an_order(a_line("DOM-COM", domain="nuevo.com", action="register")))
    other = await market.signed_in("nuvem")
    verdicts = [
        (await check(other, domain="nuevo.com", action=action))["domain"]["valueError"]
        for action in ("register", "transfer")
    ]
    assert verdicts == ["DOMAIN_TAKEN", "NOT_TRANSFERABLE"]


async def test_a_plans_domain_is_checked_for_its_syntax_only(demo: Any) -> None:
    assert (await check(demo, "GWS-BST", domain="google.com"))["domain"]["result"] == "success"
    assert (await check(demo, "GWS-BST", domain="foo"))["domain"]["valueError"] == "DOMAIN_INVALID"


async def test_an_ending_nobody_sells_is_said_whatever_the_mpn(demo: Any) -> None:
    domain = (await check(demo, "DOM-DEV", domain="libre.dev", action="register"))["domain"]
    assert domain["valueError"] == "TLD_NOT_SOLD"


@pytest.mark.parametrize("body", [{}, {"customerId": "1"}, {"products": []}])
async def test_a_check_without_its_parts_is_refused(demo: Any, body: Any) -> None:
    assert await demo.refusal("POST", "/validation/parameters", body) == (400, None)


async def test_strangers_and_unknown_products_are_not_found(demo: Any, tornillo: str) -> None:
    unknown = {"customerId": tornillo, "products": [{"mpn": "NOPE", "parameters": []}]}
    assert await demo.refusal("POST", "/validation/parameters", unknown) == (404, None)
    stranger = {"customerId": "1999999", "products": []}
    assert await demo.refusal("POST", "/validation/parameters", stranger) == (404, None)
