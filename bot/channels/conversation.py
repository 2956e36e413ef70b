"""The one way in: every channel hands over what a person did and gets back what the bot says to it.

Heard, committed to the inbox, answered one turn at a time per conversation, stored. A repeated event gets the
answer it got the first time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

import structlog
from ulid import ULID

from bot.channels.auth_codes import may_hold_code
from bot.channels.cards.halves import Halves, Piece, begins_card, may_go_on
from bot.channels.cards.redact import masked
from bot.channels.engine import Engine, EngineError, Utterance
from bot.channels.hearing import (
    Event,
    Heard,
    choice_of,
    hear_button,
    hear_command,
    hear_part_of_card,
    hear_problem,
    hear_text,
    meaning_of,
)
from bot.channels.listeners import Listeners
from bot.channels.memory import Memory
from bot.channels.plain_text import MAX_CHARACTERS
from bot.channels.queues import Queues
from bot.channels.reply import Answer, Choice, Said, State, read_answer
from bot.channels.sentences import DEFAULT_LANGUAGE, sentence
from bot.ledger import Button, Conversation, Incoming, Ledger, Message, Order, Receipt, Saying, new_button
from bot.ledger import Said as Stored
from bot.logs import bind_request
from bot.turn import Turn, sign

_REMEMBERED = 10_000
_SURE_SECONDS = 20.0
_SOON_SECONDS = 1.5
SUPPORT = "support"  # orders for resellers only, and only at the phone desk

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Person:
    """Who is speaking, for which reseller, where; ``language`` is the account's.

    ``account`` is the linked one of a chat platform, if they speak through one.
    """

    actor: str
    subject: str
    role: str
    channel: str
    language: str
    account: str = ""


async def person_of(ledger: Ledger, actor: str, subject: str, channel: str) -> Person:
    """Who ``actor`` is, as their account says it: the role is the ledger's, nobody else's word."""
    account = await ledger.accounts.get(actor)
    role, language = (account.role, account.language) if account else ("", DEFAULT_LANGUAGE)
    return Person(actor, subject, role, channel, language)


@dataclass(frozen=True)
class Accepted:
    """An event that is in the inbox: the channel may acknowledge it."""

    person: Person
    conversation: Conversation
    heard: Heard
    receipt: Receipt
    # Messages before this one that were the beginning of its card number.
    halves: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Reply:
    """What the bot said to one event, what it waits for now, and the live ticket."""

    messages: tuple[Message, ...]
    awaiting: str | None
    order: Order | None


class Gateway:
    def __init__(self, ledger: Ledger, engine: Engine, secret: bytes) -> None:
        self.listeners = Listeners()
        # Rings when something may be waiting in the outbox.
        self.outgoing = asyncio.Event()
        self._ledger = ledger
        self._engine = engine
        self._secret = secret
        self._turns = Queues()
        self._halves = Halves()
        # What each conversation is held in; one that is not known here is held in the account's language.
        self._languages: Memory[str] = Memory(_REMEMBERED)
        self._answered: Memory[bool] = Memory(_REMEMBERED)
        # Not for long: one that was erased is another one from then on.
        self._conversations: Memory[Conversation] = Memory(_REMEMBERED, _SURE_SECONDS)

    async def open(self, person: Person, name: str) -> Conversation:
        """The conversation that this person calls ``name``, in whichever channel it was begun."""
        key = "\n".join((person.actor, person.subject, name))
        known = self._conversations.get(key)
        if known is not None:
            return known
        opened = await self._ledger.conversations.find_or_open(
            person.actor, person.subject, name, person.channel
        )
        return self._conversations.keep(key, opened)

    async def accept(self, person: Person, conversation: Conversation, event: Event) -> Accepted:
        """Commit the event to the inbox."""
        known = self._ledger.conversations
        halves = self._halves.completed_by(conversation.id, event.id, event.text)
        heard = hear_part_of_card(event.text) if halves else await self._hear(conversation, event)
        if person.role == SUPPORT and person.actor == person.subject:
            heard = replace(heard, payload=None, problem="at_the_desk")
        incoming = Incoming(channel=person.channel, event_id=event.id, place=event.place, **asdict(heard))
        receipt = await known.receive(conversation.id, incoming)
        await known.rewrite({half.receipt: masked(half.written) for half in halves})
        if heard.had_card:
            self._halves.card_was_written(conversation.id)
        self._halves.keep(conversation.id, event.id, receipt.id, event.text)
        return Accepted(person, conversation, heard, receipt, halves)

    async def _hear(self, conversation: Conversation, event: Event) -> Heard:
        if event.button is not None:
            return hear_button(await self._ledger.conversations.payload_of(conversation.id, event.button))
        if event.command is not None:
            return hear_command(event.command)
        if event.problem is not None:
            return hear_problem(event.problem)
        return await self._hear_words(conversation, event.text)

    async def _hear_words(self, conversation: Conversation, written: str) -> Heard:
        """What may be stored of a text: an auth code goes into the ledger's safe first."""
        awaiting = None
        if may_hold_code(written) or may_go_on(written):
            awaiting = await self._asked(conversation)
        goes_on = self._halves.goes_with_card(conversation.id, written, awaiting)
        if goes_on or begins_card(written, awaiting):
            return hear_part_of_card(written)
        heard, secret = hear_text(written, awaiting)
        if secret is None:
            return heard
        return secret.known_as(await self._ledger.secrets.keep(conversation.id, secret.value), heard)

    async def _asked(self, conversation: Conversation) -> str | None:
        """What the person is answering to: the question after everything before, if that is answered soon.

        A platform wants its acknowledgement within seconds; and a question that is not asked yet is not what
        somebody answers.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_SOON_SECONDS), self._turns.turn(conversation.id):
                pass
        awaiting, _ = await self._ledger.conversations.state(conversation.id)
        return awaiting

    async def answer(self, accepted: Accepted, asker: asyncio.Event | None = None) -> Reply:
        """Have the engine's turn, after those of the same conversation that asked before.

        Everybody who listens to the conversation is woken, except the ``asker``, who gets the reply.
        """
        conversation, receipt = accepted.conversation, accepted.receipt
        async with self._turns.turn(conversation.id):
            # A new event has no answer yet, unless a repeat of it came first to its turn.
            if not receipt.is_new or self._answered.get(receipt.id):
                known = await self._ledger.conversations.answer_to(receipt.id)
                if known is not None:
                    return Reply(known.messages, known.awaiting, known.order)
            answer = await self._ask(accepted)
            saying = await self._finish(conversation, answer)
            stored = await self._ledger.conversations.answer(receipt.id, saying)
            self._answered.keep(receipt.id, True)
        self.listeners.wake(conversation.id, but=asker)
        self.outgoing.set()
        return Reply(tuple(stored), saying.awaiting, saying.order)

    async def tell(self, person: Person, conversation: Conversation, payload: str) -> None:
        """Let the bot say something by itself: a turn that nobody asked for. Raises ``EngineError``."""
        async with self._turns.turn(conversation.id):
            answer = await self._turn(person, conversation, payload)
            await self._ledger.conversations.append(conversation.id, await self._finish(conversation, answer))
        self.listeners.wake(conversation.id)
        self.outgoing.set()

    async def inform(self, person: Person, conversation: Conversation, words: Callable[[str], Said]) -> None:
        """Put ``words`` of our own into the conversation, in its language; its state stays as it is."""
        said = words(self._language(person, conversation))
        async with self._turns.turn(conversation.id):
            saying = await self._finish(conversation, Answer((said,)))
            await self._ledger.conversations.append(conversation.id, saying)
        self.listeners.wake(conversation.id)
        self.outgoing.set()

    async def _ask(self, accepted: Accepted) -> Answer:
        heard, language = accepted.heard, self._language(accepted.person, accepted.conversation)
        if heard.problem:
            return _own(heard.problem, language)
        try:
            text = heard.payload or heard.text
            answer = await self._turn(accepted.person, accepted.conversation, text, heard.auth_code)
        except EngineError as trouble:
            log.error("engine_down", trouble=str(trouble))
            return _own("engine_down", language, await self._beside(accepted))
        if not answer.said:
            log.error("engine_said_nothing")
            return _own("no_answer", language, await self._beside(accepted))
        return answer

    async def _beside(self, accepted: Accepted) -> tuple[Choice, ...]:
        """A button dies when pressed: one of which nothing came is offered again, with those beside it."""
        heard = accepted.heard
        if heard.payload is None:
            return ()
        meaning = meaning_of(Choice(heard.text, heard.payload))
        shown = await self._ledger.conversations.buttons_beside(accepted.conversation.id, meaning)
        return tuple(choice_of(button, known) for button, known in shown)

    async def _turn(
        self, person: Person, conversation: Conversation, text: str, auth_code: str | None = None
    ) -> Answer:
        request_id = str(ULID())
        bind_request(request_id, conversation=conversation.id, channel=person.channel)
        started = datetime.now(UTC)
        turn = Turn(
            actor=person.actor,
            subject=person.subject,
            role=person.role,
            channel=person.channel,
            conversation=conversation.id,
            language=self._language(person, conversation),
            request_id=request_id,
            issued_at=started,
        )
        metadata = {**sign(turn, self._secret), **({"auth_code": auth_code} if auth_code else {})}
        utterance = Utterance(conversation.id, text, person.channel, metadata)
        answer = read_answer(await self._engine.ask(utterance))
        self._remember_language(conversation, answer)
        took = datetime.now(UTC) - started
        log.info("turn", said=len(answer.said), took_ms=round(took.total_seconds() * 1000))
        return answer

    def _language(self, person: Person, conversation: Conversation) -> str:
        return self._languages.get(conversation.id) or person.language

    def _remember_language(self, conversation: Conversation, answer: Answer) -> None:
        if answer.state and answer.state.language:
            self._languages.keep(conversation.id, answer.state.language)

    async def _finish(self, conversation: Conversation, answer: Answer) -> Saying:
        """Swap payloads for opaque ids; where the engine did not tell the state, the last one holds."""
        payloads: dict[str, str] = {}
        said = tuple(Stored(one.text, _buttons(one, payloads)) for one in answer.said)
        state = answer.state or State(*await self._ledger.conversations.state(conversation.id))
        return Saying(said, state.awaiting, state.order, payloads)


def _own(problem: str, language: str, choices: tuple[Choice, ...] = ()) -> Answer:
    return Answer((Said(sentence(problem, language, limit=MAX_CHARACTERS), choices),))


def _buttons(said: Said, payloads: dict[str, str]) -> tuple[Button, ...]:
    """The buttons as a channel shows them; what the new ones stand for is added to ``payloads``."""
    shown: list[Button] = []
    for choice in said.choices:
        if choice.url:
            shown.append({"title": choice.title, "url": choice.url})
            continue
        button = new_button()
        payloads[button] = meaning_of(choice)
        shown.append({"title": choice.title, "button": button})
    return tuple(shown)
