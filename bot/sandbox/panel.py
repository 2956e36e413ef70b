"""A customer's access to the control panel: made with their first completed order."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.sandbox.credentials import password_hash
from bot.sandbox.tables import Account, PanelAccess


@dataclass(frozen=True)
class Credentials:
    """What the mail tells, and nobody can read afterwards: only the password's hash is kept."""

    login: str
    password: str


async def open_panel(session: AsyncSession, customer: Account) -> Credentials | None:
    """Give the customer access to the panel; None when they have it already."""
    if await session.get(PanelAccess, customer.id):
        return None
    admin = next(one for one in customer.contact_persons if one["type"] == "admin")
    login = await _free_login(session, customer, admin.get("login") or admin["email"])
    password = secrets.token_urlsafe(9)
    stored = await asyncio.to_thread(password_hash, password)
    session.add(PanelAccess(customer_id=customer.id, login=login, password=stored, must_change=True))
    return Credentials(login, password)


async def _free_login(session: AsyncSession, customer: Account, wanted: str) -> str:
    """One person may be the administrator of several customers; a login belongs to one."""
    taken = await session.scalar(select(PanelAccess).where(PanelAccess.login == wanted))
    return f"{wanted}/{customer.public_id}" if taken else wanted
