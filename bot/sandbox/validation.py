"""POST /validation/parameters: is a domain valid, free or transferable, and its authorization code right?"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from bot.sandbox.auth import Call, ResellerCall
from bot.sandbox.bodies import CheckedProductBody, ParameterBody, ValidationBody
from bot.sandbox.catalog import Kind
from bot.sandbox.domains import Registry, Verdict, canonical, readable
from bot.sandbox.errors import malformed, not_found
from bot.sandbox.people import customer_of

router = APIRouter()
Results = list[dict[str, Any]]


@router.post("/validation/parameters")
async def validate(call: ResellerCall, body: ValidationBody) -> dict[str, Any]:
    if body.customer_id != call.account.public_id:
        await customer_of(call, body.customer_id)
    data = [await _check(call, product) for product in body.products]
    return {"data": data, "pagination": {"offset": 0, "limit": max(len(data), 1), "total": len(data)}}


async def _check(call: Call, product: CheckedProductBody) -> dict[str, Any]:
    sent = product.model_dump(by_alias=True, exclude_none=True, exclude={"parameters", "quantity"})
    return {**sent, "parameters": await _results(call, product)}


async def _results(call: Call, product: CheckedProductBody) -> Results:
    mpn = (product.mpn or (product.id or "").rpartition(".")[0]).upper()
    known = call.world.catalog.products.get(mpn)
    if mpn.startswith("DOM-") and (known is None or known.kind is Kind.DOMAIN):
        return await _check_domain_line(Registry(call.world.catalog, call.session), product)
    if known is None:
        raise not_found("Product", product.mpn or product.id or "")
    return [_check_plain(parameter) for parameter in product.parameters]


async def _check_domain_line(registry: Registry, product: CheckedProductBody) -> Results:
    given = {parameter.name: parameter.value for parameter in product.parameters}
    name, action = str(given.get("domain", "")), given.get("action", "register")
    if action not in ("register", "transfer"):
        raise malformed("The parameter action is register or transfer.")
    if action == "register":
        return [_result("domain", name, await registry.check_registration(name))]
    verdict = await registry.check_transfer(name)
    results = [_result("domain", name, verdict)]
    if verdict.error is None:
        code = await registry.check_auth_code(verdict.name, str(given.get("auth_code", "")))
        # The code itself is a secret and never sent back.
        results.append(_result("auth_code", "", code))
    return results


def _check_plain(parameter: ParameterBody) -> dict[str, Any]:
    """A plan's domain is checked for its syntax alone: the customer may hold it anywhere."""
    text = str(parameter.value)
    if parameter.name != "domain":
        return {"name": parameter.name, "result": "success", "message": "Not checked.", "value": text}
    name = canonical(text)
    if name is None:
        return _result("domain", text, Verdict(text, "DOMAIN_INVALID", "This is not a valid domain name."))
    return _result("domain", name, Verdict(name, None, "The domain name is valid."))


def _result(parameter: str, value: str, verdict: Verdict) -> dict[str, Any]:
    result: dict[str, Any] = {
        "name": parameter,
        "result": "error" if verdict.error else "success",
        "message": verdict.message,
        "value": value,
        "phase": "order",
        "type": "string",
    }
    if verdict.error:
        result["valueError"] = verdict.error
    if verdict.choices:
        result["valueChoices"] = [
            {"label": readable(choice), "value": choice, "default": False} for choice in verdict.choices
        ]
    return result
