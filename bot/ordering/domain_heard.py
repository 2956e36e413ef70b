"""What was understood of domains in one message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HeardName:
    """A name as written (or an ending, ".mx", of a name that is known). ``is_new``: instead of the old.
    ``theirs``: it is somebody's already, they say. ``picked``: it is to be used. ``only``: no other is.
    ``joined``: it is named in one breath with the name before it."""

    text: str
    extra: bool = False
    removed: bool = False
    is_new: bool = False
    transfer: bool = False
    theirs: bool = False
    picked: bool = False
    only: bool = False
    joined: bool = False


@dataclass(frozen=True)
class HeardDomains:
    """``more``: another domain is wanted, it is not said which. ``transfer``, ``theirs``: said of a domain
    that is not named. ``foreign``: it is not the customer's, or nobody has its code.
    ``either``: one of the names is wanted. ``in_turn``: the first of them that is free.
    ``is_dictated``: which words belong to it is not clear.
    ``replaced``: the order's own is to be another.

    ``asked``: whether it is free is asked, no more than that. ``auth_code`` is the ledger's reference.
    ``address``: an e-mail's stands where a domain was asked for.
    """

    names: tuple[HeardName, ...] = ()
    endings: tuple[HeardName, ...] = ()
    transfer: bool = False
    theirs: bool = False
    foreign: bool = False
    more: bool = False
    replaced: bool = False
    none: bool = False
    no_extras: bool = False
    asked: bool = False
    either: bool = False
    in_turn: bool = False
    is_dictated: bool = False
    auth_code: str | None = None
    address: str | None = None

    def chooses(self) -> bool:
        """Whether a name is said to be used, or instead of another: doubts are about the rest."""
        named = [*self.names, *self.endings]
        return any(name.picked for name in named) or len({name.removed for name in named}) > 1

    def refuses(self) -> bool:
        """Whether a domain is to go and nothing else is said of any."""
        return self.none or self.no_extras or (bool(self.names) and all(name.removed for name in self.names))
