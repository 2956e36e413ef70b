"""Conversations in SQLite, recent ones also in memory: no turn rebuilds what it left a moment ago."""

from collections import OrderedDict
from typing import Any

import sqlalchemy
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker

MOST_KEPT = 500


class RememberingTrackerStore(SQLTrackerStore):
    """For one engine process. Every turn is still written to the database; a restarted engine reads it there.

    A turn takes the tracker out of memory and puts it back when it is saved, so one that failed half-way is
    never seen again: the next turn reads the database.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._kept: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        sqlalchemy.event.listen(self.engine, "connect", _wait_for_no_disk)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the latest session, from memory where it can be."""
        kept = self._kept.pop(sender_id, None)
        return kept if kept is not None else await super().retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the new events; keep the tracker if it holds what the database would give back."""
        await super().save(tracker)
        if _is_one_session(tracker):
            self._kept[tracker.sender_id] = tracker
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


def _is_one_session(tracker: DialogueStateTracker) -> bool:
    """Whether it begins where a read would begin: that is how `SQLTrackerStore` finds the new events."""
    starts = [place for place, event in enumerate(tracker.events) if isinstance(event, SessionStarted)]
    return starts == [0]


def _wait_for_no_disk(connection: Any, record: Any) -> None:
    """A power cut may cost the last turns of a chat, never an order: those are in the ledger."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
