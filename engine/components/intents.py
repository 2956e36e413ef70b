"""What the sentence wants: intent and ranking (docs/decisions/0004-nlu-pipeline.md)."""

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.component import Learned
from components.concepts import Concepts
from components.linear_model import LinearTextModel
from components.spelling import mask

RANKING_LENGTH = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(Learned, IntentClassifier):
    """One model for all languages: people mix them."""

    _model: LinearTextModel

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that a person could write: a payload ("/confirm") is never typed."""
        examples = [e for e in training_data.intent_examples if not (e.get(TEXT) or "/").startswith("/")]
        self._model = LinearTextModel(Concepts.of(training_data.regex_features))
        self._model.fit([mask(e.get(TEXT)) for e in examples], [e.get(INTENT) for e in examples])
        return self.keep()

    def write(self, folder: Path) -> None:
        """The model alone."""
        self._model.save(folder)

    def read(self, folder: Path) -> None:
        """The model alone."""
        self._model = LinearTextModel.load(folder)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and intent_ranking on each message."""
        for message in messages:
            ranked = self._model.rank(mask(message.get(TEXT) or ""))
            ranking = [{"name": name, "confidence": confidence} for name, confidence in ranked.items()]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:RANKING_LENGTH], add_to_output=True)
        return messages
