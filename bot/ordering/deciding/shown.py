"""What a yes to the review says again of it: "yes, dropbox, go", where Dropbox Business Standard is shown."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.deciding.message import Message
from bot.ordering.draft import Draft, Step
from bot.ordering.warm_yes import agrees


def as_shown(message: Message, draft: Draft) -> Message:
    """Of several that a word beside a yes may name, the one that is shown: nobody is asked which."""
    heard = message.heard
    several = bool(heard.may_count) or max(map(len, (heard.plans, heard.customers, heard.cards))) > 1
    if message.step is not Step.CONFIRM or not several or not agrees(message.text, repeats=True):
        return message
    customer = draft.customer.id if draft.customer else None
    heard = replace(
        heard,
        plans=_shown(heard.plans, draft.plan),
        customers=_shown(heard.customers, customer),
        cards=_shown(heard.cards, draft.payment),
        may_count=() if heard.quantity == str(draft.quantity) else heard.may_count,
    )
    return replace(message, heard=heard)


def _shown(named: tuple[str, ...], key: str | None) -> tuple[str, ...]:
    return (key,) if key is not None and key in named else named
