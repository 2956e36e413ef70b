"""What differs between the review that was seen and the next one: "30 licencias (antes 20)"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.actions.chat import Chat

Facts = Mapping[str, Any]


def changes(chat: Chat, before: Facts, now: Facts) -> list[str]:
    """``before`` and ``now`` are what is known of the order, as the ticket shows it."""
    found = [_replaced(chat, _name(before["plan"]), _name(now["plan"]))]
    if before["quantity"] != now["quantity"]:
        found.append(chat.phrase("changed_quantity", before=before["quantity"], now=now["quantity"]))
    terms = [chat.phrase(f"term_{facts['term']}") for facts in (before, now)]
    found += [_replaced(chat, *terms), *_domains(chat, before, now), *_add_ons(chat, before, now)]
    found.append(_replaced(chat, _name(before["customer"]), _name(now["customer"])))
    found.append(_replaced(chat, _card(chat, before), _card(chat, now)))
    return [change for change in found if change]


def _add_ons(chat: Chat, before: Facts, now: Facts) -> list[str]:
    """Numbers that follow the plan's are told with that one."""
    old = {extra["mpn"]: extra for extra in before["add_ons"]}
    new = {extra["mpn"]: extra for extra in now["add_ons"]}
    found = [
        chat.phrase("changed_added", what=f"{extra['quantity']} × {extra['name']}")
        for mpn, extra in new.items()
        if mpn not in old
    ]
    found += [
        chat.phrase("changed_removed", what=extra["name"]) for mpn, extra in old.items() if mpn not in new
    ]
    for mpn in old.keys() & new.keys():
        counts = (old[mpn]["quantity"], new[mpn]["quantity"])
        if counts[0] != counts[1] and counts != (before["quantity"], now["quantity"]):
            named = f"{counts[1]} × {new[mpn]['name']}"
            found.append(chat.phrase("changed_from", before=counts[0], now=named))
    return found


def _domains(chat: Chat, before: Facts, now: Facts) -> list[str]:
    old, new = ([facts["domain"], *facts["extra_domains"]] for facts in (before, now))
    added = [chat.phrase("changed_added", what=name) for name in new if name and name not in old]
    return added + [chat.phrase("changed_removed", what=name) for name in old if name and name not in new]


def _replaced(chat: Chat, before: str, now: str) -> str:
    return chat.phrase("changed_from", before=before, now=now) if before != now else ""


def _name(known: Facts | None) -> str:
    return str(known["name"]) if known else ""


def _card(chat: Chat, facts: Facts) -> str:
    card = facts["payment"]
    return f"{card['brand']} •••• {card['last4']}" if card else chat.phrase("on_account")
