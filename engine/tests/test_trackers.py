"""Run in the engine's environment: `make test`, or see the Makefile for the command."""

import tempfile
import unittest
from pathlib import Path

from components.trackers import RememberingTrackerStore
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

DOMAIN = Domain.empty()
NEW_SESSION = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def turn(text: str) -> list:
    return [
        UserUttered(text, {"name": "greet"}),
        ActionExecuted("utter_greet"),
        ActionExecuted("action_listen"),
    ]


class RememberingTrackerStoreTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        where = {"domain": DOMAIN, "dialect": "sqlite", "db": str(Path(folder.name) / "tracker.db")}
        self.store, self.database = RememberingTrackerStore(**where), SQLTrackerStore(**where)

    async def say(self, text: str, *before: object) -> DialogueStateTracker:
        tracker = await self.store.get_or_create_tracker("somebody", append_action_listen=False)
        tracker.update_with_events([*before, *turn(text)], DOMAIN)
        await self.store.save(tracker)
        return tracker

    async def test_what_is_remembered_is_what_the_database_holds(self) -> None:
        await self.say("one", *NEW_SESSION)
        for text in ("two", "three", "four"):
            kept = await self.say(text)
            read = await self.database.retrieve("somebody")
            assert [each.as_dict() for each in kept.events] == [each.as_dict() for each in read.events]

    async def test_every_message_is_written_once_also_when_a_session_starts_on_the_way(self) -> None:
        await self.say("one", *NEW_SESSION)
        await self.say("two")
        await self.say("three", SessionStarted(), ActionExecuted("action_listen"))
        await self.say("four")
        written = await self.database.retrieve_full_tracker("somebody")
        said = [each.text for each in written.events if isinstance(each, UserUttered)]
        assert said == ["one", "two", "three", "four"]

    async def test_a_turn_that_was_not_saved_is_forgotten(self) -> None:
        await self.say("one", *NEW_SESSION)
        await self.say("two")
        failing = await self.store.retrieve("somebody")
        failing.update_with_events(turn("lost"), DOMAIN)
        found = await self.store.retrieve("somebody")
        assert found.latest_message.text == "two"
