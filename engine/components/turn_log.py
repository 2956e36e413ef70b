"""One log line per turn with the gateway's request id: a turn can be followed through all processes."""

import logging
import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from components.component import Fixed

logger = logging.getLogger(__name__)
# A button's payload: Rasa reads it after the pipeline, so what the classifiers made of it means nothing.
PAYLOAD = re.compile(r"/(\w+)")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class TurnLog(Fixed):
    """Stands last in the pipeline and tells what was understood, never what was written."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Log each message's request id, intent and kinds of entities."""
        for message in messages:
            payload = PAYLOAD.match(message.get(TEXT) or "")
            intent = {"name": payload[1], "confidence": 1.0} if payload else message.get(INTENT) or {}
            logger.info(
                "understood request_id=%s intent=%s confidence=%.2f entities=%s",
                (message.get(METADATA) or {}).get("request_id"),
                intent.get("name"),
                intent.get("confidence") or 0.0,
                ",".join(sorted({entity["entity"] for entity in message.get(ENTITIES, [])})) or "-",
            )
        return messages
