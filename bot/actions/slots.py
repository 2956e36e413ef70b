"""The only file that knows slot names: a draft is read from the tracker here and written back as events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from bot.actions.chat import Event
from bot.ordering.catalog import Term
from bot.ordering.customer import NewCustomer
from bot.ordering.draft import ON_ACCOUNT, PART_OF, AddOnChoice, DomainChoice, Draft, Step
from bot.ordering.outcome import Question
from bot.ordering.second_order import SecondOrder
from bot.ordering.shop import Shop

SECOND = "second_order"  # also what the button says that makes it this order


@dataclass(frozen=True)
class ShownQuote:
    """The intent that the person is looking at; confirming anything else is refused."""

    id: str
    version: int


def read_draft(tracker: Tracker, shop: Shop, changes: Mapping[str, Any] | None = None) -> Draft:
    """What has been decided, or would be with ``changes``. What is no longer there reads as not said."""
    slot = {**tracker.slots, **(changes or {})}.get
    plan, domain = slot("plan"), slot("domain")
    term, add_ons = slot("term"), slot("add_ons")
    new_customer = slot("new_customer")
    return Draft(
        plan=plan if shop.catalog.plan(plan) else None,
        quantity=slot("quantity"),
        domain=DomainChoice(**domain) if domain else None,
        extra_domains=tuple(DomainChoice(**choice) for choice in slot("extra_domains") or ()),
        term=Term(term) if term else None,
        add_ons=None if add_ons is None else tuple(AddOnChoice(**choice) for choice in add_ons),
        customer=shop.customer_by_id.get(slot("customer") or ""),
        new_customer=NewCustomer.from_json(new_customer) if new_customer else None,
        credentials_email=slot("credentials_email"),
        payment=_payment(slot("payment"), shop),
    )


def _payment(chosen: str | None, shop: Shop) -> str | None:
    if shop.pays_on_account:
        return ON_ACCOUNT
    return chosen if chosen in shop.card_by_id else None


def draft_events(draft: Draft, tracker: Tracker) -> list[Event]:
    """``SlotSet`` for each slot that differs from the tracker's."""
    values: dict[str, Any] = {
        Step.PLAN.value: draft.plan,
        Step.QUANTITY.value: draft.quantity,
        Step.DOMAIN.value: asdict(draft.domain) if draft.domain else None,
        Step.EXTRA_DOMAINS.value: [asdict(choice) for choice in draft.extra_domains] or None,
        Step.TERM.value: draft.term.value if draft.term else None,
        Step.ADD_ONS.value: None if draft.add_ons is None else [asdict(choice) for choice in draft.add_ons],
        Step.CUSTOMER.value: draft.customer.id if draft.customer else None,
        "new_customer": draft.new_customer.to_json() if draft.new_customer else None,
        Step.CREDENTIALS_EMAIL.value: draft.credentials_email,
        Step.PAYMENT.value: draft.payment,
    }
    return [_set(name, value) for name, value in values.items() if tracker.get_slot(name) != value]


def _set(name: str, value: Any) -> Event:
    event: Event = SlotSet(name, value)
    return event


def read_questions(tracker: Tracker) -> dict[Step, Question]:
    found = tracker.get_slot("questions") or []
    return {
        Step(known["step"]): Question(
            Step(known["step"]), known["reason"], known["data"], tuple(known["choices"])
        )
        for known in found
    }


def questions_event(questions: dict[Step, Question]) -> Event:
    """Always returned, even when nothing changed: a form without any slot event would be rejected."""
    return _set("questions", [asdict(question) for question in questions.values()])


def read_offered(tracker: Tracker) -> tuple[Step | None, tuple[str, ...]]:
    """What was shown last to choose from, in that order, and which step a choice answers."""
    known = tracker.get_slot("offered")
    return (Step(known["step"]), tuple(known["keys"])) if known else (None, ())


def offered_event(step: Step, keys: Sequence[str]) -> Event:
    return _set("offered", {"step": step.value, "keys": list(keys)} if keys else None)


def listed_now(tracker: Tracker) -> Step | None:
    """What was listed in answer to the person's last message: of those "the first one" is."""
    for event in reversed(tracker.events):
        if event["event"] == "user":
            break
        if event["event"] == "slot" and event["name"] == "offered" and event["value"]:
            return Step(event["value"]["step"])
    return None


def read_topic(tracker: Tracker) -> tuple[str, ...]:
    """The add-ons that the last change was about."""
    return tuple(tracker.get_slot("topic") or ())


def topic_event(before: Draft, now: Draft, tracker: Tracker, about: Sequence[str] = ()) -> Event:
    """Who changes only an add-on talks of it, as who asks ``about`` one; other questions leave the talk where
    it was."""
    same = replace(now, add_ons=before.add_ons) == before
    changed = set(now.add_ons or ()) - set(before.add_ons or ())
    kept = read_topic(tracker) if now == before else ()
    new = [choice.mpn for choice in now.add_ons or () if choice in changed]
    return talk_of(new if same and changed else list(about if len(about) == 1 else kept))


def talk_of(add_ons: list[str]) -> Event:
    """What the next message may be about without naming it."""
    return _set("topic", add_ons)


def read_second(tracker: Tracker) -> SecondOrder | None:
    known = tracker.get_slot(SECOND)
    return SecondOrder(**known) if known else None


def second_event(second: SecondOrder | None) -> Event:
    return _set(SECOND, asdict(second) if second else None)


def requested_step(tracker: Tracker) -> Step | None:
    """The step that the person's message answers, if the form is active."""
    slot = tracker.get_slot("requested_slot")
    return Step(slot) if slot in {step.value for step in Step} else None


def request_step(step: Step | None) -> Event:
    return _set("requested_slot", step.value if step else None)


def read_quote(tracker: Tracker) -> ShownQuote | None:
    shown = tracker.get_slot("quote")
    return ShownQuote(**shown) if shown else None


def quote_event(shown: ShownQuote | None) -> Event:
    return _set("quote", asdict(shown) if shown else None)


def is_after_price(tracker: Tracker) -> bool:
    """Whether the message before this one asked for a price: "and the other one?" then asks for one, too."""
    return bool(tracker.get_slot("priced"))


def read_supposed(tracker: Tracker, shop: Shop) -> Draft | None:
    """The order that was priced without being the open one: what "ok, do that" is a yes to."""
    changes = tracker.get_slot("priced")
    return read_draft(tracker, shop, changes) if isinstance(changes, dict) else None


def priced_event(is_priced: bool, supposed: Draft | None, tracker: Tracker) -> Event:
    """``supposed``: kept as what it changes in the open order."""
    changes = draft_events(supposed, tracker) if supposed else []
    return _set("priced", {event["name"]: event["value"] for event in changes} or is_priced)


def read_misunderstood(tracker: Tracker) -> int:
    """How many messages in a row were not understood."""
    return int(tracker.get_slot("misunderstood") or 0)


def misunderstood_event(count: int) -> Event:
    return _set("misunderstood", count)


def confirmed_event() -> Event:
    return _set("confirm", True)


def unconfirmed_events() -> list[Event]:
    """What was confirmed came to nothing: the next review is a new one."""
    return [_set(Step.CONFIRM.value, None), quote_event(None)]


def forgotten_event() -> Event:
    return _set("forgotten", True)


def is_blank(tracker: Tracker) -> bool:
    """Whether nothing of an order has been said yet."""
    return not any(tracker.get_slot(name) for name in (*Step, "new_customer"))


def fresh_slots() -> list[Event]:
    """Everything forgotten but the language: the next order starts from nothing."""
    steps = [step.value for step in Step if step not in PART_OF]  # a new customer's parts share one slot
    return [
        _set(name, None)
        for name in (
            *steps,
            "new_customer",
            SECOND,
            "questions",
            "quote",
            "misunderstood",
            "offered",
            "topic",
            "priced",
        )
    ]


# What runs on a message without answering it.
UNANSWERED = (None, "order_form", "action_extract_slots", "action_small_talk", "action_cancel_order")


def was_answered_elsewhere(tracker: Tracker) -> bool:
    """Whether another action has answered the person's last message: then it is no answer to the form."""
    for event in reversed(tracker.events):
        if event["event"] == "user":
            return False
        if event["event"] == "action" and event["name"] not in UNANSWERED:
            return True
    return True
