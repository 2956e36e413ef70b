"""The guard around every action: whatever fails, the person gets an honest sentence, never silence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.chat import Chat, Event
from bot.marketplace.errors import MarketplaceError, Refused, Unavailable
from bot.turn import TurnRefused

log = structlog.get_logger()


class SpokenAction(Action, ABC):  # type: ignore[misc]  # rasa_sdk ships no types
    """An action of Pedido: implement ``name`` and ``act``."""

    @abstractmethod
    def name(self) -> str: ...

    @abstractmethod
    async def act(self, chat: Chat) -> list[Event]:
        """Read, ask the marketplace, decide, say; returns Rasa events."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        chat = Chat(dispatcher, tracker, domain)
        try:
            with structlog.contextvars.bound_contextvars(
                request_id=chat.turn.request_id, conversation=chat.turn.conversation, action=self.name()
            ):
                return await self._guarded(chat)
        except TurnRefused as error:
            log.warning("turn_refused", action=self.name(), reason=str(error))
            dispatcher.utter_message(response="utter_not_signed_in")
            return []

    async def _guarded(self, chat: Chat) -> list[Event]:
        try:
            return await self.act(chat)
        except Unavailable as error:
            log.warning("marketplace_unavailable", error=str(error))
            chat.say("marketplace_unavailable")
        except Refused as error:
            log.warning("marketplace_refused", error=str(error))
            chat.say("marketplace_refused")
        except MarketplaceError as error:
            log.error("marketplace_broken", error=str(error))
            chat.say("sorry")
        except Exception:  # the last guard: an action that raises would leave the person in silence
            log.exception("action_failed")
            chat.say("sorry")
        return await self.after_failure(chat)

    async def after_failure(self, chat: Chat) -> list[Event]:
        """Events to return when ``act`` failed after saying so."""
        return []
