"""What the sentence wants: intent and ranking (docs/decisions/0004-nlu-pipeline.md)."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.concepts import Concepts
from components.linear_model import LinearTextModel
from components.spelling import mask

RANKING_LENGTH = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(IntentClassifier, GraphComponent):
    """One model for all languages: people mix them."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, model: LinearTextModel | None = None
    ) -> None:
        """`model`: None until trained."""
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LinearIntentClassifier":
        """An untrained classifier."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that a person could write: a payload ("/confirm") is never typed."""
        examples = [e for e in training_data.intent_examples if not (e.get(TEXT) or "/").startswith("/")]
        self._model = LinearTextModel(Concepts.of(training_data.regex_features))
        self._model.fit([mask(e.get(TEXT)) for e in examples], [e.get(INTENT) for e in examples])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "LinearIntentClassifier":
        """The trained classifier."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, LinearTextModel.load(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and intent_ranking on each message."""
        for message in messages:
            ranked = self._model.rank(mask(message.get(TEXT) or ""))
            ranking = [{"name": name, "confidence": confidence} for name, confidence in ranked.items()]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:RANKING_LENGTH], add_to_output=True)
        return messages
