"""Run in the engine's environment: `make test`, or see the Makefile for the command."""

import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

from components.trackers import DAY, RememberingTrackerStore, without_words
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

ANY_WORDS = {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}
DOMAIN = Domain.from_dict(
    {"slots": {"requested_slot": ANY_WORDS}, "forms": {"order_form": {"required_slots": []}}}
)
NEW_SESSION = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def turn(text: str) -> list:
    return [
        UserUttered(text, {"name": "greet"}, message_id=text),
        ActionExecuted("utter_greet"),
        ActionExecuted("action_listen"),
    ]


class RememberingTrackerStoreTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        where = {"domain": DOMAIN, "dialect": "sqlite", "db": str(Path(folder.name) / "tracker.db")}
        self.store, self.database = RememberingTrackerStore(**where), SQLTrackerStore(**where)

    async def say(self, text: str, *before: object, sender: str = "somebody") -> DialogueStateTracker:
        tracker = await self.store.get_or_create_tracker(sender, append_action_listen=False)
        tracker.update_with_events([*before, *turn(text)], DOMAIN)
        await self.store.save(tracker)
        return tracker

    async def test_what_is_remembered_is_what_the_database_holds(self) -> None:
        await self.say("one", *NEW_SESSION)
        for text in ("two", "three", "four"):
            kept = await self.say(text)
            read = await self.database.retrieve("somebody")
            assert [without_words(each).as_dict() for each in kept.events] == [
                without_words(each).as_dict() for each in read.events
            ]

    async def test_every_message_is_written_once_also_when_a_session_starts_on_the_way(self) -> None:
        await self.say("one", *NEW_SESSION)
        await self.say("two")
        await self.say("three", SessionStarted(), ActionExecuted("action_listen"))
        await self.say("four")
        written = await self.database.retrieve_full_tracker("somebody")
        said = [each.message_id for each in written.events if isinstance(each, UserUttered)]
        assert said == ["one", "two", "three", "four"]

    async def test_a_long_session_goes_on_as_a_short_one_where_it_stands(self) -> None:
        form, slot = ActiveLoop("order_form"), SlotSet("requested_slot", "term")
        await self.say("one", *NEW_SESSION, form, slot)
        with mock.patch("components.trackers.MOST_EVENTS", 12):
            for text in ("two", "three", "four", "five", "six"):
                tracker = await self.store.retrieve("somebody")
                assert tracker.active_loop_name == "order_form"
                assert tracker.get_slot("requested_slot") == "term"
                assert tracker.latest_action_name == "action_listen"
                assert tracker.followup_action is None
                assert len(tracker.events) <= 12
                await self.say(text)
        written = await self.database.retrieve_full_tracker("somebody")
        said = [each.message_id for each in written.events if isinstance(each, UserUttered)]
        assert said == ["one", "two", "three", "four", "five", "six"]

    async def test_a_turn_that_was_not_saved_is_forgotten(self) -> None:
        await self.say("one", *NEW_SESSION)
        await self.say("two")
        failing = await self.store.retrieve("somebody")
        failing.update_with_events(turn("lost"), DOMAIN)
        found = await self.store.retrieve("somebody")
        assert found.latest_message.message_id == "two"

    async def test_no_word_and_no_value_that_was_heard_is_stored(self) -> None:
        heard = [{"entity": "number", "value": "4539578763621486", "start": 0, "end": 16}]
        said = "4539578763621486 for Ana"
        message = UserUttered(said, {"name": "inform"}, heard, {"text": said, "entities": heard})
        await self.say("one", *NEW_SESSION, message, BotUttered("4539578763621486?", {"buttons": [said]}))
        with self.database.session_scope() as session:
            rows = [row.data for row in session.query(self.database.SQLEvent).all()]
        assert not any("4539" in row or "Ana" in row for row in rows)
        read = await self.database.retrieve("somebody")
        assert [event.intent["name"] for event in read.events if isinstance(event, UserUttered)][
            0
        ] == "inform"

    async def test_a_conversation_that_is_to_be_forgotten_leaves_nothing(self) -> None:
        await self.say("one", *NEW_SESSION)
        tracker = await self.store.retrieve("somebody")
        tracker.update_with_events([*turn("forget"), SlotSet("forgotten", True)], DOMAIN)
        await self.store.save(tracker)
        assert await self.store.retrieve("somebody") is None
        assert await self.database.retrieve_full_tracker("somebody") is None

    async def test_what_rests_for_too_long_is_forgotten_and_what_goes_on_is_kept(self) -> None:
        await self.say("one", *NEW_SESSION)
        with self.database.session_scope() as session:
            session.query(self.database.SQLEvent).update({"timestamp": time.time() - 91 * DAY})
            session.commit()
        await self.say("still here", *NEW_SESSION, sender="somebody else")
        assert await self.database.retrieve_full_tracker("somebody") is not None
        self.store._next_sweep = 0.0
        await self.say("still here", sender="somebody else")
        assert await self.database.retrieve_full_tracker("somebody") is None
        assert await self.store.retrieve("somebody") is None
        assert len((await self.database.retrieve("somebody else")).events) == 8
