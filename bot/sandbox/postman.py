"""Takes the mail to an SMTP server, if there is one; what cannot be delivered now is tried again later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import aiosmtplib
from sqlalchemy import select

from bot.sandbox.database import Sessions
from bot.sandbox.mail import as_message
from bot.sandbox.tables import Mail, Posting

PATIENCE_SECONDS = 15.0
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (2, 10, 60, 300))
LOOK_SECONDS = 1.0
PERMANENT = 500  # SMTP: answers from here on will not change by trying again

log = logging.getLogger("sandbox.postman")


class Postman:
    """``host`` and ``port``: the SMTP server. Delivery is at least once, as with any mail."""

    def __init__(self, sessions: Sessions, host: str, port: int, clock: Callable[[], datetime]) -> None:
        self._sessions = sessions
        self._host = host
        self._port = port
        self._clock = clock
        self._bell = asyncio.Event()

    def ring(self) -> None:
        """There is new mail."""
        self._bell.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._bell.clear()
            try:
                await self.deliver_due()
            except Exception:  # the database may be busy; the mail is still there
                log.exception("the mail could not be looked through")
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._bell.wait()
            except TimeoutError:
                continue

    async def deliver_due(self) -> None:
        """Deliver every mail that is due."""
        due = select(Posting.mail_id).where(Posting.next_at <= self._clock()).order_by(Posting.mail_id)
        async with self._sessions() as session:
            waiting = (await session.scalars(due)).all()
        for mail_id in waiting:
            await self._deliver(mail_id)

    async def _deliver(self, mail_id: int) -> None:
        async with self._sessions() as session:
            posting = await session.get_one(Posting, mail_id)
            mail = await session.get_one(Mail, mail_id)
            mail.sent = self._clock()
            try:
                await aiosmtplib.send(
                    as_message(mail), hostname=self._host, port=self._port, timeout=PATIENCE_SECONDS
                )
            except (aiosmtplib.SMTPException, OSError) as trouble:
                await session.refresh(mail)
                self._put_off(posting, trouble)
            else:
                await session.delete(posting)
            await session.commit()

    def _put_off(self, posting: Posting, trouble: Exception) -> None:
        is_final = _answers_of(trouble) >= PERMANENT
        log.warning("mail %s not delivered%s: %s", posting.mail_id, ", given up" if is_final else "", trouble)
        pause = PAUSES[min(posting.tries, len(PAUSES) - 1)]
        posting.next_at = None if is_final else self._clock() + pause
        posting.tries += 1


def _answers_of(trouble: Exception) -> int:
    """The server's answer as a number, 0 where there was none."""
    if isinstance(trouble, aiosmtplib.SMTPRecipientsRefused):
        return min(refused.code for refused in trouble.recipients)
    return trouble.code if isinstance(trouble, aiosmtplib.SMTPResponseException) else 0
