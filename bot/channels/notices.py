"""What somebody is told outside of their own turn: a code, a card link, an order that was placed for them.

A notice goes to the person's own conversation, in the channel where they spoke last, and by mail to the
address that is registered at the marketplace, where the marketplace sends mail (``/ext/mail``). Each way has
its own row in the outbox: trouble with one does not keep the other.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import structlog
from babel.numbers import format_decimal

from bot.channels.conversation import Gateway, person_of
from bot.channels.courier import TryLater, Undeliverable
from bot.channels.reply import Choice, Said
from bot.channels.sentences import DEFAULT_LANGUAGE, LOCALES, sentence
from bot.ledger import Conversation, Delivery, Ledger, UnknownAccount
from bot.marketplace.errors import MarketplaceError, Unavailable
from bot.marketplace.port import Marketplace

NOTICE, INFORM, MAIL = "notice", "inform", "mail"
MAIN = "main"
MarketplaceFor = Callable[[str, str], Awaitable[Marketplace]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Notice:
    """Sentence ``sentence`` of sentences.toml for ``to`` (a login), caused by ``by``.

    ``facts`` is JSON: an amount is ``{"amount", "currency"}``. ``url`` is opened by the button
    ``<sentence>_button``. After ``until`` nobody needs it any more.
    """

    to: str
    by: str
    sentence: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    url: str = ""
    until: datetime | None = None


class Notices:
    """``marketplace_for``: the marketplace as an actor sees it on behalf of a subject."""

    def __init__(self, ledger: Ledger, gateway: Gateway, marketplace_for: MarketplaceFor) -> None:
        self._ledger = ledger
        self._gateway = gateway
        self._marketplace_for = marketplace_for

    async def send(self, notice: Notice) -> None:
        """Put it on both ways."""
        person = await person_of(self._ledger, notice.to, notice.to, "web")
        conversation = await self._gateway.open(person, MAIN)
        sender = await self._ledger.accounts.get(notice.by)
        payload = {
            "sentence": notice.sentence,
            "facts": {**notice.facts, "by": sender.name if sender else notice.by},
            "url": notice.url,
            "by": notice.by,
            "until": notice.until.isoformat() if notice.until else None,
        }
        for kind in (INFORM, MAIL):
            await self._ledger.outbox.add(kind, conversation.id, payload)
        self._gateway.outgoing.set()

    async def deliver(self, delivery: Delivery, conversation: Conversation) -> None:
        """One row of the outbox; raises ``TryLater`` or ``Undeliverable``."""
        until = delivery.payload.get("until")
        if until and datetime.now(UTC) > datetime.fromisoformat(until):
            raise Undeliverable("nobody needs it any more")
        if delivery.kind == NOTICE:
            await self.send(_notice(delivery.payload))
        elif delivery.kind == INFORM:
            await self._inform(delivery.payload, conversation)
        else:
            await self._mail(delivery.payload, conversation)

    async def _inform(self, payload: Mapping[str, Any], conversation: Conversation) -> None:
        person = await person_of(self._ledger, conversation.actor, conversation.subject, conversation.channel)

        def words(language: str) -> Said:
            text = sentence(payload["sentence"], language, **_shown(payload["facts"], language))
            if not payload.get("url"):
                return Said(text)
            title = sentence(f"{payload['sentence']}_button", language)
            return Said(text, (Choice(title, url=payload["url"]),))

        await self._gateway.inform(person, conversation, words)

    async def _mail(self, payload: Mapping[str, Any], conversation: Conversation) -> None:
        account = await self._ledger.accounts.get(conversation.subject)
        language = account.language if account else DEFAULT_LANGUAGE
        facts, name = _shown(payload["facts"], language), payload["sentence"]
        text = "\n\n".join(filter(None, (sentence(name, language, **facts), payload.get("url"))))
        try:
            marketplace = await self._marketplace_for(payload["by"], conversation.subject)
            is_taken = await marketplace.mail(sentence(f"{name}_subject", language, **facts), text)
        except Unavailable as trouble:
            raise TryLater(str(trouble)) from trouble
        except (MarketplaceError, UnknownAccount) as refusal:
            raise Undeliverable(str(refusal)) from refusal
        log.info("notice_mailed" if is_taken else "marketplace_sends_no_mail", sentence=name)


def _notice(payload: Mapping[str, Any]) -> Notice:
    until = payload.get("until")
    return Notice(
        payload["to"],
        payload["by"],
        payload["sentence"],
        payload.get("facts", {}),
        payload.get("url", ""),
        datetime.fromisoformat(until) if until else None,
    )


def _shown(facts: Mapping[str, Any], language: str) -> dict[str, str]:
    """Facts as this person reads them: "USD 1,234.50" or, in Portuguese, "USD 1.234,50"."""
    return {
        name: _money(fact, language) if isinstance(fact, dict) else str(fact) for name, fact in facts.items()
    }


def _money(money: Mapping[str, str], language: str) -> str:
    locale = LOCALES.get(language[:2], LOCALES[DEFAULT_LANGUAGE])
    return f"{money['currency']} {format_decimal(Decimal(money['amount']), '#,##0.00', locale=locale)}"
