"""Domain names: their syntax (international ones too), whose they are, and what may be done with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import idna
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.sandbox.catalog import Catalog, TakenDomain, Tld
from bot.sandbox.tables import Domain

LONGEST_NAME = 253


@dataclass(frozen=True)
class Verdict:
    """What a check found; ``error``: None or one word for the reason, ``choices``: free A-label names."""

    name: str
    error: str | None
    message: str
    choices: tuple[str, ...] = ()


def canonical(text: str) -> str | None:
    """The A-label form in lower case of a host name with two labels or more, or None if it is not one."""
    text = text.strip().removesuffix(".")
    if not text or len(text) > LONGEST_NAME:
        return None
    try:
        name = idna.encode(text, uts46=True, std3_rules=True).decode().lower()
    except (idna.IDNAError, UnicodeError):
        return None
    if "." not in name or len(name) > LONGEST_NAME or name.rpartition(".")[2].isdigit():
        return None
    return name


def readable(name: str) -> str:
    """A name as people write it: with its accents."""
    try:
        return idna.decode(name)
    except idna.IDNAError:
        return name


@dataclass(frozen=True)
class Registry:
    """All registries at once: the seed's taken names plus what was ordered here."""

    catalog: Catalog
    session: AsyncSession

    def ending(self, name: str) -> Tld | None:
        """The ending ``name`` is registered under: exactly one label before an ending that is sold."""
        return self.catalog.tlds.get(name.partition(".")[2])

    async def check_registration(self, text: str) -> Verdict:
        name = canonical(text)
        if name is None:
            return _invalid(text)
        if self.ending(name) is None:
            return await self._not_sold(name)
        if name in await self._holders([name]):
            message = f"{readable(name)} is already registered."
            return Verdict(name, "DOMAIN_TAKEN", message, await self._free_alternatives(name))
        return Verdict(name, None, "Domain available to purchase.")

    async def check_transfer(self, text: str) -> Verdict:
        name = canonical(text)
        if name is None:
            return _invalid(text)
        if self.ending(name) is None:
            return await self._not_sold(name)
        holder = (await self._holders([name])).get(name)
        if holder is None:
            return Verdict(
                name, "NOT_REGISTERED", f"{readable(name)} is not registered: it can be registered."
            )
        if not holder.transferable:
            message = f"{readable(name)} cannot be transferred."
            return Verdict(name, "NOT_TRANSFERABLE", message, await self._free_alternatives(name))
        return Verdict(name, None, "Domain can be transferred.")

    async def check_auth_code(self, name: str, code: str) -> Verdict:
        """``name``: the A-label of a transferable name; ``code``: what the person gave, maybe empty."""
        ending = self.ending(name)
        holder = (await self._holders([name])).get(name)
        if ending is None or holder is None or not ending.auth_code:
            return Verdict(name, None, "No authorization code is needed.")
        if not code:
            return Verdict(name, "AUTH_CODE_REQUIRED", f".{ending.name} asks for the authorization code.")
        if code != holder.auth_code:
            return Verdict(name, "AUTH_CODE_WRONG", "The authorization code is wrong.")
        return Verdict(name, None, "The authorization code is right.")

    async def _not_sold(self, name: str) -> Verdict:
        if self._is_below_an_ending(name):
            return Verdict(
                name, "DOMAIN_INVALID", f"{readable(name)} is not a name of its own but below another one."
            )
        message = f"Domains like {readable(name)} are not sold here."
        return Verdict(name, "TLD_NOT_SOLD", message, await self._free_alternatives(name))

    def _is_below_an_ending(self, name: str) -> bool:
        labels = name.split(".")
        return any(".".join(labels[start:]) in self.catalog.tlds for start in range(2, len(labels)))

    async def _free_alternatives(self, name: str) -> tuple[str, ...]:
        """The same first label under every other ending, as far as it is free."""
        label = name.partition(".")[0]
        names = [f"{label}.{ending}" for ending in self.catalog.tlds if f"{label}.{ending}" != name]
        held = await self._holders(names)
        return tuple(one for one in names if one not in held)

    async def _holders(self, names: list[str]) -> Mapping[str, TakenDomain]:
        found = {name: taken for name in names if (taken := self._in_seed(name))}
        ordered = await self.session.scalars(select(Domain.name).where(Domain.name.in_(names)))
        # A name registered or moved days ago may not move again yet (the registries' 60 days).
        return {**found, **{name: TakenDomain(name) for name in ordered}}

    def _in_seed(self, name: str) -> TakenDomain | None:
        every_ending = name.partition(".")[0] + ".*"
        return next((taken for taken in self.catalog.taken if taken.name in (name, every_ending)), None)


def _invalid(text: str) -> Verdict:
    return Verdict(text[:LONGEST_NAME], "DOMAIN_INVALID", "This is not a valid domain name.")
