"""Who has a conversation open now, and is to be woken when something new stands in it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Listeners:
    def __init__(self) -> None:
        self._bells: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._watchers: list[Callable[[str], None]] = []

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
    def watching(self, news: Callable[[str], None]) -> Iterator[None]:
        """``news`` is called, and must not wait, with every conversation in which something new stands."""
        self._watchers.append(news)
        try:
            yield
        finally:
            self._watchers.remove(news)

    def wake(self, conversation_id: str, but: asyncio.Event | None = None) -> None:
        """Ring every bell of the conversation except ``but``, whose owner knows already."""
        for news in self._watchers:
            news(conversation_id)
        for bell in self._bells.get(conversation_id, ()):
            if bell is not but:
                bell.set()
