"""The review as support staff read it to the caller: whole sentences, every number as it is spoken."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from babel.numbers import get_currency_name
from num2words import num2words

from bot.channels.sentences import DEFAULT_LANGUAGE, LANGUAGES, LOCALES, sentence
from bot.ledger import Order

# Before a noun, and before "mil", Spanish shortens its one: "veintiún dólares", "treinta y un mil".
_SPANISH_ONE = re.compile(r"(veinti)?uno(?= mil\b|$)")
_ROUND_MILLIONS = {"es": re.compile(r"mill(ón|ones)$"), "pt": re.compile(r"milh(ão|ões)$")}


def read_back(order: Order, language: str) -> str:
    """The sentences to say before the caller's yes. ``order`` is the ticket of a review."""
    chosen = language if language in LANGUAGES else DEFAULT_LANGUAGE
    customer, card = order.get("customer"), order.get("payment")
    parts = [sentence("read_back_opening", chosen)]
    parts += [_line(line, order, chosen) for line in order.get("lines", ())]
    if customer:
        parts.append(sentence("read_back_customer", chosen, customer=customer["name"]))
    if card:
        digits = ", ".join(spoken(int(digit), chosen) for digit in card["last4"])
        parts.append(sentence("read_back_card", chosen, brand=card["brand"], last4=digits))
    if order.get("total"):
        parts.append(sentence("read_back_total", chosen, total=spoken_money(order["total"], chosen)))
    parts.append(sentence("read_back_question", chosen))
    return " ".join(parts)


def _line(line: dict[str, Any], order: Order, language: str) -> str:
    term = sentence(f"read_back_{line['term']}", language)
    if line["mpn"].startswith("DOM-"):
        domain = spoken_domain(line["name"], language)
        return sentence("read_back_domain", language, domain=domain, term=term)
    facts = {"name": line["name"], "quantity": spoken(line["quantity"], language), "term": term}
    is_plan = line["mpn"] == (order.get("plan") or {}).get("mpn")
    if is_plan and order.get("domain"):
        facts["domain"] = spoken_domain(order["domain"], language)
        return sentence("read_back_line_with_domain", language, **facts)
    return sentence("read_back_line", language, **facts)


def spoken(number: int, language: str) -> str:
    """ "veinticinco"; before "mil" as it is said, at the end as when counting."""
    words: str = num2words(number, lang=LOCALES[language] if language == "pt" else language)
    return re.sub(r"(veinti)?uno(?= mil\b)", _shortened, words) if language == "es" else words


def spoken_money(money: dict[str, str], language: str) -> str:
    """ "siete mil seiscientos sesenta y un dólares con veintiún centavos"."""
    amount = Decimal(money["amount"]).quantize(Decimal("0.01"))
    whole, cents = int(amount), int(amount % 1 * 100)
    name = get_currency_name(money["currency"], count=whole, locale=LOCALES[language]).lower()
    if language == "en":
        name = name.replace("us ", "US ")
    total = sentence("read_back_amount", language, amount=_counted(whole, language), currency=name)
    if not cents:
        return total
    both = "read_back_amount_cent" if cents == 1 else "read_back_amount_cents"
    return sentence(both, language, total=total, cents=_counted(cents, language))


def spoken_domain(domain: str, language: str) -> str:
    """ "ferreteria punto com punto mx": nobody hears a dot."""
    dot, dash = sentence("read_back_dot", language), sentence("read_back_dash", language)
    return domain.replace("-", f" {dash} ").replace(".", f" {dot} ")


def _counted(number: int, language: str) -> str:
    """A number before what it counts."""
    words = spoken(number, language)
    if language == "es":
        words = _SPANISH_ONE.sub(_shortened, words)
    millions = _ROUND_MILLIONS.get(language)
    return f"{words} de" if millions and millions.search(words) else words


def _shortened(one: re.Match[str]) -> str:
    return "veintiún" if one[1] else "un"
