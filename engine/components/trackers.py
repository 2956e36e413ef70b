"""Conversations in SQL, without the words: what was understood and decided is enough to go on from there."""

import copy
import logging
import time
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

import sqlalchemy
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

MOST_KEPT = 500
# Every policy and every action looks at all events of a session: at these, some forty messages, a turn takes
# twice as long as the first.
MOST_EVENTS = 400
KEEP_DAYS = 90
DAY = 24 * 60 * 60
# A slot that an action sets when the person's conversation is to be forgotten.
FORGOTTEN = "forgotten"

logger = logging.getLogger(__name__)


class WordlessTrackerStore(SQLTrackerStore):
    """What people and bot said is never stored; conversations that rest for ``keep_days`` are forgotten."""

    def __init__(self, *, keep_days: Any = KEEP_DAYS, **settings: Any) -> None:
        super().__init__(**settings)
        self._keep_seconds = float(keep_days) * DAY
        self._next_sweep = 0.0

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the new events, or forget them all; once a day, forget what has rested for too long.

        A session that has grown long goes on as a new one, where it stands.
        """
        if is_to_be_forgotten(tracker):
            self._delete(self.SQLEvent.sender_id == tracker.sender_id)
        else:
            if len(tracker.events) > MOST_EVENTS and tracker.latest_action_name == ACTION_LISTEN_NAME:
                tracker.update_with_events(where_it_stands(tracker), self.domain)
            await super().save(tracker)
        if time.time() >= self._next_sweep:
            self._next_sweep = time.time() + DAY
            self._sweep()

    def _additional_events(self, session: Any, tracker: DialogueStateTracker) -> Iterator[Event]:
        return (without_words(event) for event in super()._additional_events(session, tracker))

    def _sweep(self) -> None:
        """Whole conversations that nobody went on with, and sessions before the last one."""
        oldest = time.time() - self._keep_seconds
        moments = sqlalchemy.func.max(self.SQLEvent.timestamp)
        rests = sqlalchemy.select([self.SQLEvent.sender_id]).group_by(self.SQLEvent.sender_id)
        self._delete(self.SQLEvent.sender_id.in_(rests.having(moments < oldest)))
        later = sqlalchemy.orm.aliased(self.SQLEvent)
        began = sqlalchemy.select([sqlalchemy.func.max(later.timestamp)]).where(
            later.sender_id == self.SQLEvent.sender_id, later.type_name == SessionStarted.type_name
        )
        is_earlier = self.SQLEvent.timestamp < began.scalar_subquery()
        self._delete(sqlalchemy.and_(self.SQLEvent.timestamp < oldest, is_earlier))

    def _delete(self, which: Any) -> None:
        with self.session_scope() as session:
            count = session.query(self.SQLEvent).filter(which).delete(synchronize_session=False)
            session.commit()
        if count:
            logger.info("forgotten events=%s", count)


class RememberingTrackerStore(WordlessTrackerStore):
    """For one engine process. Every turn is still written to the database; a restarted engine reads it there.

    A turn takes the tracker out of memory and puts it back when it is saved, so one that failed half-way is
    never seen again: the next turn reads the database.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._kept: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        sqlalchemy.event.listen(self.engine, "connect", _open)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the latest session, from memory where it can be."""
        kept = self._kept.pop(sender_id, None)
        return kept if kept is not None else await super().retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the new events; keep the tracker if it holds what the database would give back."""
        await super().save(tracker)
        if _is_one_session(tracker) and not is_to_be_forgotten(tracker):
            self._kept[tracker.sender_id] = tracker
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

    def _sweep(self) -> None:
        super()._sweep()
        self._kept.clear()  # some of them may be gone from the database


def without_words(event: Event) -> Event:
    """The event as it may be stored: intents, names of entities, decisions; no sentence, no value heard."""
    if not isinstance(event, UserUttered | BotUttered):
        return event
    bare = copy.copy(event)
    bare.text = ""
    if isinstance(bare, BotUttered):
        bare.data = {}
        return bare
    bare.entities = [{"entity": each.get("entity")} for each in event.entities or []]
    intent = (event.parse_data or {}).get("intent")
    bare.parse_data = {"text": "", "intent": intent or {}, "entities": bare.entities}
    return bare


def where_it_stands(tracker: DialogueStateTracker) -> list[Event]:
    """A new session that has the slots and the open form of the one before, and nothing else of it."""
    known = [slot for slot in tracker.slots.values() if slot.value != slot.initial_value]
    return [
        SessionStarted(),
        *(SlotSet(slot.name, slot.value) for slot in known),
        ActiveLoop(tracker.active_loop_name),
        ActionExecuted(ACTION_LISTEN_NAME),
    ]


def is_to_be_forgotten(tracker: DialogueStateTracker) -> bool:
    """Whether the last turn asked for that."""
    for event in reversed(tracker.events):
        if isinstance(event, SlotSet) and event.key == FORGOTTEN:
            return bool(event.value)
        if isinstance(event, UserUttered):
            return False
    return False


def _is_one_session(tracker: DialogueStateTracker) -> bool:
    """Whether it begins where a read would begin: that is how `SQLTrackerStore` finds the new events."""
    starts = [place for place, event in enumerate(tracker.events) if isinstance(event, SessionStarted)]
    return starts == [0]


def _open(connection: Any, record: Any) -> None:
    """A power cut may cost the last turns of a chat, never an order: those are in the ledger."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")  # what is forgotten does not stay on the disk
