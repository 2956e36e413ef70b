"""The ledger: the record of money and of who said what. Everything in it is async and safe to share."""

from __future__ import annotations

from bot.ledger.accounts import Accounts
from bot.ledger.approvals import Approvals
from bot.ledger.audit import Audit
from bot.ledger.calls import Calls
from bot.ledger.card_pages import CardPages
from bot.ledger.clock import Clock, utc_now
from bot.ledger.conversations import Conversations
from bot.ledger.database import Database
from bot.ledger.forgetting import Forgetting
from bot.ledger.intents import Intents
from bot.ledger.links import Links
from bot.ledger.outbox import Outbox
from bot.ledger.secrets import Secrets
from bot.ledger.sessions import Sessions
from bot.ledger.settling import Settling
from bot.ledger.work import Work


class Ledger:
    """``url`` as in ``Settings.database_url``; ``secret`` seals what is secret. Connects when first asked."""

    def __init__(self, url: str, secret: bytes, clock: Clock = utc_now) -> None:
        self._database = Database(url)
        self.accounts = Accounts(self._database, clock, secret)
        self.sessions = Sessions(self._database, clock)
        self.conversations = Conversations(self._database, clock)
        self.intents = Intents(self._database, clock)
        self.work = Work(self._database, clock)
        self.settling = Settling(self._database, clock)
        self.secrets = Secrets(self._database, clock, secret)
        self.outbox = Outbox(self._database, clock)
        self.links = Links(self._database, clock)
        self.card_pages = CardPages(self._database, clock)
        self.approvals = Approvals(self._database, clock)
        self.calls = Calls(self._database, clock, secret)
        self.forgetting = Forgetting(self._database, clock)
        self.audit = Audit(self._database, clock)

    async def check(self) -> None:
        """Ask the database something; raises whatever is wrong with it."""
        async with self._database.reading() as connection:
            await connection.exec_driver_sql("SELECT 1")

    async def close(self) -> None:
        await self._database.close()
