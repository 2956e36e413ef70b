"""The App Home: the open order, and those that are under way at the marketplace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.chat_platform import MAIN, ChatPlatform
from bot.channels.conversation import Gateway
from bot.channels.courier import Spoken
from bot.channels.memory import Memory
from bot.channels.queues import Queues
from bot.channels.sentences import preferred_language, sentence
from bot.channels.slack.background import Background
from bot.channels.slack.blocks import Block, section, small, title
from bot.channels.slack.members import Members, Standing
from bot.channels.slack.mrkdwn import chunks
from bot.channels.slack.web_api import understood
from bot.ledger import Intent, Ledger, Order
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderStatus

_LATEST = 10
_REMEMBERED = 10_000
_LOCALES = {"es": "es_MX", "en": "en_US", "pt": "pt_BR"}
_DONE = (OrderStatus.COMPLETED, OrderStatus.CANCELLED)
_NOT_SENT = (IntentState.REJECTED, IntentState.CANCELLED)
_UNLINKED, _OUTSIDER = "slack_unlinked", "slack_members_only"


@dataclass(frozen=True)
class Whose:
    """Who is behind a user of Slack; ``account_page`` is where they link their account."""

    members: Members
    platform: ChatPlatform
    account_page: str


class Home:
    """It follows the conversation, in whichever channel that goes on."""

    def __init__(
        self, client: AsyncWebClient, ledger: Ledger, gateway: Gateway, background: Background, whose: Whose
    ) -> None:
        self._client = client
        self._ledger = ledger
        self._gateway = gateway
        self._background = background
        self._whose = whose
        self._turns = Queues()
        self._shown: Memory[list[Block]] = Memory(_REMEMBERED)  # by user
        self._viewers: Memory[frozenset[str]] = Memory(_REMEMBERED)  # by conversation

    async def show(self, user: str) -> None:
        """Whatever this user may see now."""
        async with self._turns.turn(user):
            blocks = await self._blocks(user)
            if blocks is not None:
                await self._publish(user, blocks)

    def changed(self, spoken: Spoken) -> None:
        """The bot spoke to somebody in Slack; from now on their App Home follows by ``news``."""
        user = spoken.place.get("user")
        if user is not None and user not in self._who_views(spoken.conversation.id):
            self._background.do(self._show_again(user))

    def followed(self) -> Iterable[str]:
        return self._viewers.keys()

    def news(self, conversation_id: str) -> None:
        for user in self._who_views(conversation_id):
            self._background.do(self._show_again(user))

    def _who_views(self, conversation_id: str) -> frozenset[str]:
        return self._viewers.get(conversation_id) or frozenset()

    async def _show_again(self, user: str) -> None:
        """If it would be another."""
        async with self._turns.turn(user):
            blocks = await self._blocks(user)
            if blocks is not None and blocks != self._shown.get(user):
                await self._publish(user, blocks)

    async def _publish(self, user: str, blocks: list[Block]) -> None:
        with understood():
            await self._client.views_publish(user_id=user, view={"type": "home", "blocks": blocks})
        self._shown.keep(user, blocks)

    async def _blocks(self, user: str) -> list[Block] | None:
        """None for nobody. Who is not linked, or no member, sees what to do instead of tickets."""
        member = await self._whose.members.find(user)
        if member.standing is Standing.NOBODY:
            return None
        is_member = member.standing is Standing.MEMBER
        person = await self._whose.platform.look_up(member.id) if is_member else None
        if person is None:
            name, language = _UNLINKED if is_member else _OUTSIDER, preferred_language(member.language)
            return [section(sentence(name, language, page=self._whose.account_page))]
        talk = await self._gateway.open(person, MAIN)
        self._viewers.keep(talk.id, self._who_views(talk.id) | {user})
        _, order = await self._ledger.conversations.state(talk.id)
        intents = await self._ledger.intents.recent(person.subject, _LATEST)
        return list(_tickets(order, intents, person.language))


def _tickets(order: Order | None, intents: list[Intent], language: str) -> Iterator[Block]:
    under_way = [intent for intent in intents if _is_under_way(intent)]
    is_open = order is not None and order.get("status") in ("draft", "quoted") and _has_begun(order)
    if not is_open and not under_way:
        yield section(sentence("home_nothing_open", language))
    if is_open and order is not None:
        yield title(sentence("home_open_order", language))
        yield from _sections(_facts(order, language))
        yield small(sentence(f"home_{order['status']}", language))
    if under_way:
        yield title(sentence("home_under_way", language))
    for intent in under_way:
        yield from _sections(_facts(intent.draft, language, intent.order_number))
        yield small(sentence(_state_of(intent), language))


def _sections(lines: Iterator[str]) -> Iterator[Block]:
    return (section(each) for each in chunks("\n".join(lines)))


def _has_begun(order: Order) -> bool:
    return any(order.get(name) for name in ("plan", "quantity", "domain", "customer", "lines"))


def _is_under_way(intent: Intent) -> bool:
    return intent.order_status not in _DONE and intent.state not in _NOT_SENT


def _state_of(intent: Intent) -> str:
    if intent.order_status is OrderStatus.ERROR or intent.state is IntentState.NEEDS_HUMAN:
        return "home_with_support"
    return "home_in_progress" if intent.order_number else "home_checking"


def _facts(order: Order, language: str, number: str | None = None) -> Iterator[str]:
    customer = (order.get("customer") or {}).get("name")
    if number or customer:
        yield " · ".join(each for each in (number, customer) if each)
    lines = order.get("lines") or []
    for line in lines:
        yield f"• {line['quantity']} × {line['name']}: {_amount(line, language)}"
    if not lines:
        yield from _what_is_known(order)
    if order.get("total"):
        yield sentence("home_total", language, total=_amount(order["total"], language))


def _what_is_known(order: Order) -> Iterator[str]:
    """Of an order that has no price yet."""
    plan, quantity = order.get("plan"), order.get("quantity")
    if plan or quantity:
        yield f"• {quantity or '…'} × {plan['name'] if plan else '…'}"
    if order.get("domain"):
        yield f"• {order['domain']}"


def _amount(money: dict[str, Any], language: str) -> str:
    shown = format_decimal(Decimal(money["amount"]), "#,##0.00", locale=_LOCALES[language])
    return f"{money['currency']} {shown}"
