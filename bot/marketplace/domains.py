"""The domain check: ``POST /validation/parameters`` asked as a registration, then as a transfer."""

from __future__ import annotations

from dataclasses import replace

from bot.marketplace.fields import Fields
from bot.marketplace.wire import write_parameters
from bot.ordering.order import DomainCheck, DomainState

NOT_A_NAME = {"DOMAIN_INVALID": DomainState.INVALID, "TLD_NOT_SOLD": DomainState.NOT_SOLD}


def write_check(customer_id: str, name: str, action: str, auth_code: str | None = None) -> dict[str, object]:
    """The question whether ``name`` can be ordered with ``action`` (register or transfer)."""
    parameters = [("domain", name), ("action", action)]
    if auth_code is not None:
        parameters.append(("auth_code", auth_code))
    ending = name.partition(".")[2].upper().replace(".", "-")
    product = {"mpn": f"DOM-{ending}", "quantity": 1, "parameters": write_parameters(parameters)}
    return {"customerId": customer_id, "type": "sales", "products": [product]}


def read_registration(answer: Fields, name: str) -> DomainCheck:
    """Free, not for sale, or taken; a complaint that we do not know counts as taken: it cannot be had."""
    domain = _parameters(answer)["domain"]
    if domain.text("result") == "success":
        return DomainCheck(name, DomainState.FREE)
    state = NOT_A_NAME.get(domain.text_or("valueError", ""), DomainState.TAKEN)
    choices = (choice.text("value") for choice in domain.many_if_any("valueChoices"))
    return DomainCheck(name, state, alternatives=tuple(choices))


def read_transfer(answer: Fields, taken: DomainCheck, auth_code: str | None) -> DomainCheck:
    """``taken`` completed: may it be transferred, is an auth code asked for, is the given one right?"""
    parameters = _parameters(answer)
    code = parameters.get("auth_code")
    is_right = code is None or code.text("result") == "success"
    return replace(
        taken,
        transferable=parameters["domain"].text("result") == "success",
        needs_auth_code=code is not None and (auth_code is not None or not is_right),
        auth_code_accepted=is_right if code is not None and auth_code is not None else None,
    )


def _parameters(answer: Fields) -> dict[str, Fields]:
    found = {
        parameter.text("name"): parameter
        for product in answer.many("data")
        for parameter in product.many("parameters")
    }
    if "domain" not in found:
        raise answer.broken("says nothing about the domain")
    return found
