"""Receives what people do in Slack: committed to the inbox before it returns, answered after that."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.channels.cards.numbers import has_card_number
from bot.channels.chat_platform import MAIN, ChatPlatform
from bot.channels.conversation import Accepted, Gateway, Person
from bot.channels.hearing import Event
from bot.channels.memory import Memory
from bot.channels.queues import Queues
from bot.channels.sentences import preferred_language, sentence
from bot.channels.slack.background import Background
from bot.channels.slack.home import Home
from bot.channels.slack.incoming import Pressed, Written
from bot.channels.slack.members import Member, Members, Standing
from bot.channels.slack.threads import CHANNEL, place_of_answer
from bot.channels.slack.voice import Voice
from bot.ledger import Ledger, Place

_REMEMBERED, _REMEMBERED_SECONDS = 10_000, 24 * 3600.0
# A code from the account page, with what people put around something that they paste.
_CODE = re.compile(r"[`'\"“”*\s]*([A-Za-z0-9_-]{20,64})[`'\"“”*.\s]*")


@dataclass(frozen=True)
class Desk:
    """What the reception works with."""

    ledger: Ledger
    gateway: Gateway
    members: Members
    voice: Voice
    home: Home
    background: Background
    platform: ChatPlatform
    account_page: str


class Reception:
    """Whatever it raises means: not taken, Slack is to deliver it again."""

    def __init__(self, desk: Desk) -> None:
        self.platform = desk.platform
        self._desk = desk
        self._arrivals = Queues()
        # What was taken, and what was said without a turn: a repeated delivery changes nothing. The inbox
        # knows it, too; this spares it the question.
        self._taken: Memory[bool] = Memory(_REMEMBERED, _REMEMBERED_SECONDS)
        self._told: Memory[bool] = Memory(_REMEMBERED, _REMEMBERED_SECONDS)

    async def message(self, message: Written) -> None:
        if not message.is_private:
            # Whoever calls the bot is answered; whoever only talks beside it is told once a day.
            key = message.id if message.is_mention else message.channel
            self._once(message, "write_me_in_private", key=key)
            return
        # In the order of arrival, whatever has to be looked up for one of them.
        async with self._arrivals.turn(message.user):
            if self._taken.get(f"{message.user} {message.id}"):
                return
            member = await self._desk.members.find(message.user)
            if member.standing is Standing.NOBODY:
                return
            if message.is_from_elsewhere or member.standing is Standing.OUTSIDER:
                self._once(message, "slack_members_only")
            elif message.is_edit:
                self._once(message, "edited")
            else:
                await self._hear(message, member)

    async def press(self, pressed: Pressed) -> None:
        member = await self._desk.members.find(pressed.user)
        if member.standing is not Standing.MEMBER or pressed.is_from_elsewhere:
            return
        person = await self.platform.person(member.id)
        if person is None:
            return
        # The id of the button, not of the press: a button dies after use, so a second press is a repeat.
        await self._accept(person, pressed, Event(f"press:{pressed.button}", button=pressed.button))
        self._desk.background.do(self._desk.voice.retire(pressed))

    async def home_opened(self, user: str) -> None:
        self._desk.background.do(self._desk.home.show(user))

    async def _hear(self, message: Written, member: Member) -> None:
        person = await self.platform.person(member.id)
        code = _CODE.fullmatch(message.text)
        if code is not None:
            place: Place = {"channel": message.channel, "user": message.user, "thread": None}
            claim = self._desk.ledger.links.claim
            link = await claim(CHANNEL, code[1], member.id, member.handle, place)
            if link is not None or person is None:
                self._once(message, "link_claimed" if link else "slack_code_unusable", handle=member.handle)
                return
        if person is None:
            self._once(message, "slack_unlinked")
            if has_card_number(message.text):
                self._once(message, "slack_delete_card", key=f"card:{message.id}")
            return
        event = Event(message.id, message.text, problem=None if message.text.strip() else "only_words")
        accepted = await self._accept(person, message, event)
        if accepted.heard.had_card:
            self._once(message, "slack_delete_card")

    async def _accept(self, person: Person, what: Written | Pressed, event: Event) -> Accepted:
        conversation = await self._desk.gateway.open(person, MAIN)
        known = await self._desk.ledger.conversations.whereabouts(conversation.id)
        place = place_of_answer(what, known)
        accepted = await self.platform.accept(person, replace(event, place=place))
        self._taken.keep(f"{what.user} {event.id}", True)
        self.platform.answer_later(accepted)
        return accepted

    def _once(self, message: Written, name: str, *, key: str | None = None, **facts: str) -> None:
        told = f"{message.user} {key or message.id}"
        if self._told.get(told) is None:
            self._told.keep(told, True)
            self._desk.background.do(self._tell(message, name, facts))

    async def _tell(self, message: Written, name: str, facts: dict[str, str]) -> None:
        member = await self._desk.members.find(message.user)
        if member.standing is Standing.NOBODY:
            return
        if member.standing is Standing.OUTSIDER:
            name = "slack_members_only"
        person = await self.platform.person(member.id)
        language = person.language if person else preferred_language(member.language)
        bot = str((await self._desk.members.ourselves()).get("user") or "pedido")
        words = sentence(name, language, page=self._desk.account_page, bot=f"@{bot}", **facts)
        if message.is_private:
            await self._desk.voice.reply(message, words)
        else:
            await self._desk.voice.whisper(message, words)
