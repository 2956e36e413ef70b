"""What may stand in one order by the catalogue: quantities, periods, add-ons with their plan, domains."""

from __future__ import annotations

from collections import Counter

from bot.sandbox.bodies import LineBody, OrderBody, ParameterBody
from bot.sandbox.catalog import Catalog, Kind, Product
from bot.sandbox.domains import canonical
from bot.sandbox.errors import conflict, malformed, not_found
from bot.sandbox.pricing import Line

DOMAIN_ACTIONS = ("register", "transfer")


def read_lines(catalog: Catalog, body: OrderBody) -> list[Line]:
    """The order's lines. Refusals: 400 for what makes no sense, 500 for what the catalogue forbids."""
    if body.type != "sales":
        raise malformed(f"Orders of type {body.type} are not offered here, only sales.")
    if not body.products:
        raise malformed("products: an order needs at least one.")
    lines = [_read_line(catalog, line) for line in body.products]
    _refuse_duplicates(lines)
    for line in lines:
        if line.product.kind is Kind.ADD_ON:
            _check_add_on(line, lines)
    return lines


def _read_line(catalog: Catalog, body: LineBody) -> Line:
    product, period = _identify(catalog, body)
    parameters = _read_parameters(body.parameters)
    _check_quantity(product, body.quantity)
    if product.kind is Kind.DOMAIN:
        parameters = _check_domain_parameters(product, parameters)
    elif "domain" in parameters:
        parameters["domain"] = _valid_domain(parameters["domain"])
    return Line(product, period, int(body.quantity), parameters)


def _identify(catalog: Catalog, body: LineBody) -> tuple[Product, str]:
    """A line names its product by mpn and subscription period, or by the id of a product row."""
    mpn, _, period = (body.id or "").rpartition(".")
    if body.mpn:
        mpn = body.mpn
    product = catalog.products.get(mpn)
    if product is None:
        raise not_found("Product", body.mpn or body.id or "")
    if body.subscription_period:
        if body.subscription_period.duration != 1:
            raise malformed(f"{mpn} is sold for a subscriptionPeriod of duration 1.")
        period = body.subscription_period.type
    elif not period and len(product.amounts) == 1:
        period = next(iter(product.amounts))
    if not period:
        raise malformed(f"{mpn} is not unique: say its subscriptionPeriod.")
    if period not in product.amounts:
        raise malformed(f"{mpn} is not sold by the {period}; it is by {' or '.join(product.amounts)}.")
    return product, period


def _read_parameters(parameters: list[ParameterBody]) -> dict[str, str]:
    given: dict[str, str] = {}
    for parameter in parameters:
        if not isinstance(parameter.value, str) or len(parameter.value) > 2000:
            raise malformed(f"The parameter {parameter.name[:64]} is text.")
        if parameter.name in given:
            raise malformed(f"The parameter {parameter.name[:64]} is given twice.")
        given[parameter.name] = parameter.value
    return given


def _check_quantity(product: Product, quantity: float) -> None:
    if quantity != int(quantity) or not product.minimum <= quantity <= product.maximum:
        raise conflict(
            "QUANTITY_OUT_OF_RANGE",
            f"{product.name} is ordered in whole numbers from {product.minimum} to {product.maximum}.",
        )


def _refuse_duplicates(lines: list[Line]) -> None:
    domains = [line.parameters["domain"] for line in lines if line.product.kind is Kind.DOMAIN]
    others = [line.product.mpn for line in lines if line.product.kind is not Kind.DOMAIN]
    for what, times in Counter(domains + others).items():
        if times > 1:
            raise conflict("DUPLICATE_PRODUCT", f"{what} stands in the order {times} times.")


def _check_add_on(add_on: Line, lines: list[Line]) -> None:
    plans = [line for line in lines if line.product.kind is Kind.PLAN]
    of_its_solution = [plan for plan in plans if plan.product.service == add_on.product.service]
    name = add_on.product.name
    if not of_its_solution:
        raise conflict(
            "ADD_ON_NEEDS_PLAN", f"{name} needs a plan of {add_on.product.service} in the same order."
        )
    fitting = [plan for plan in of_its_solution if plan.product.mpn in add_on.product.fits]
    if not fitting:
        raise conflict("ADD_ON_DOES_NOT_FIT", f"{name} cannot be added to {of_its_solution[0].product.name}.")
    if all(plan.period != add_on.period for plan in fitting):
        raise conflict("PERIOD_MISMATCH", f"{name} takes the subscription period of its plan.")


def _check_domain_parameters(product: Product, given: dict[str, str]) -> dict[str, str]:
    if "domain" not in given:
        raise malformed(f"{product.mpn} needs the parameter domain.")
    name = _valid_domain(given["domain"])
    if name.partition(".")[2] != product.tld:
        raise malformed(f"{product.mpn} is for names right below .{product.tld}, not for {name}.")
    if given.get("action") not in DOMAIN_ACTIONS:
        raise malformed(f"{product.mpn} needs the parameter action: register or transfer.")
    return {**given, "domain": name}


def _valid_domain(text: str) -> str:
    name = canonical(text)
    if name is None:
        raise conflict("DOMAIN_INVALID", f"{text[:64]!r} is not a valid domain name.")
    return name
