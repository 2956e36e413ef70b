"""Accounts that signed in here, with the marketplace password sealed by the secret."""

from __future__ import annotations

from typing import Any

from cryptography.fernet import InvalidToken
from sqlalchemy import delete, insert, select, update

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.sealing import seal_for
from bot.ledger.tables import accounts
from bot.ordering.order import Account

NEVER_HERE = ""  # instead of a sealed password: known only because support staff act for them


class UnknownAccount(LookupError):
    """No usable credentials: the login never signed in here, or the secret has changed since."""


class Accounts:
    """``secret`` is the processes' common secret; the key that seals passwords is derived from it."""

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._seal = seal_for(b"pedido accounts", secret)

    async def save(self, account: Account, password: str) -> None:
        """Remember who signed in; a second time replaces the first."""
        row = {**_facts(account), "saved_at": self._clock()}
        row["sealed_password"] = self._seal.encrypt(password.encode()).decode()
        async with self._database.writing() as connection:
            await connection.execute(delete(accounts).where(accounts.c.login == account.login))
            await connection.execute(insert(accounts).values(row))

    async def remember(self, account: Account) -> None:
        """What the marketplace says of somebody for whom support staff act; a password that is here stays."""
        mine, facts = accounts.c.login == account.login, _facts(account)
        known = update(accounts).where(mine).values(facts).returning(accounts.c.login)
        async with self._database.writing() as connection:
            if (await connection.execute(known)).first() is None:
                row = {**facts, "sealed_password": NEVER_HERE, "saved_at": self._clock()}
                await connection.execute(insert(accounts).values(row))

    async def get(self, login: str) -> Account | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(select(accounts).where(accounts.c.login == login))).first()
        if row is None:
            return None
        return Account(
            id=row.account_id,
            login=row.login,
            name=row.name,
            role=row.role,
            email=row.email,
            language=row.language,
            country=row.country,
            acts_for=tuple(row.acts_for),
        )

    async def credentials(self, login: str) -> tuple[str, str]:
        """Login and password for the marketplace; raises ``UnknownAccount``."""
        query = select(accounts.c.sealed_password).where(accounts.c.login == login)
        async with self._database.reading() as connection:
            sealed = (await connection.execute(query)).scalar()
        if sealed is None or sealed == NEVER_HERE:
            raise UnknownAccount(f"{login} has not signed in")
        try:
            return login, self._seal.decrypt(sealed).decode()
        except InvalidToken as error:
            raise UnknownAccount(f"the password of {login} was sealed with another secret") from error


def _facts(account: Account) -> dict[str, Any]:
    return {
        "login": account.login,
        "account_id": account.id,
        "name": account.name,
        "role": account.role,
        "email": account.email,
        "language": account.language,
        "country": account.country,
        "acts_for": list(account.acts_for),
    }
