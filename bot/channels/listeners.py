"""Who has a conversation open now, and is to be woken when something new stands in it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol


class Watcher(Protocol):
    """Follows conversations of which no window is open here."""

    def followed(self) -> Iterable[str]: ...

    def news(self, conversation_id: str) -> None:
        """Something new stands in a conversation, one that it follows or another. It must not wait."""


class Listeners:
    def __init__(self) -> None:
        self._bells: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._watchers: list[Watcher] = []

    @contextmanager
    def listening(self, conversation_id: str) -> Iterator[asyncio.Event]:
        """A bell that rings when there is news; whoever hears it clears it and reads the ledger."""
        bell = asyncio.Event()
        self._bells[conversation_id].add(bell)
        try:
            yield bell
        finally:
            self._bells[conversation_id].discard(bell)
            if not self._bells[conversation_id]:
                del self._bells[conversation_id]

    @contextmanager
    def watching(self, watcher: Watcher) -> Iterator[None]:
        self._watchers.append(watcher)
        try:
            yield
        finally:
            self._watchers.remove(watcher)

    def followed(self) -> set[str]:
        """Every conversation of which somebody here wants news."""
        return set(self._bells).union(*(watcher.followed() for watcher in self._watchers))

    def wake(self, conversation_id: str, but: asyncio.Event | None = None) -> None:
        """Ring every bell of the conversation except ``but``, whose owner knows already."""
        for watcher in self._watchers:
            watcher.news(conversation_id)
        for bell in self._bells.get(conversation_id, ()):
            if bell is not but:
                bell.set()
