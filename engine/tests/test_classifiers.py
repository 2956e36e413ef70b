"""The classifiers, trained on a few sentences and loaded again from disk."""

from pathlib import Path

import numpy as np
import pytest
from components.concepts import Concepts
from components.intents import LinearIntentClassifier
from components.languages import LanguageIdentifier, telling_words
from components.linear_model import LinearTextModel
from components.spans import HINT, Span, add_entities, taken
from components.spelling import fold, mask
from components.turn_log import TurnLog
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

SENTENCES = {
    ("order", "es"): ["quiero comprar diez licencias", "necesito comprar hosting", "quiero hacer un pedido"],
    ("order", "en"): ["i want to buy 25 licenses", "i need to buy hosting", "i want to place an order"],
    ("order", "pt"): ["quero comprar dez licenças", "preciso de hospedagem", "vou fazer um pedido novo"],
    ("greet", "es"): ["hola", "buenas tardes amigo", "buenos dias"],
    ("greet", "en"): ["hello", "good evening friend", "good morning"],
    ("greet", "pt"): ["olá", "boa tarde amigo", "bom dia"],
    ("change_language", "es"): ["en ingles por favor", "hablame en portugues", "cambia el idioma"],
    ("change_language", "en"): ["in spanish please", "speak portuguese please", "change the language"],
}
LESSON = TrainingData(
    [
        Message.build(f"{text} {copy}", intent, intent_metadata={"language": language})
        for (intent, language), texts in SENTENCES.items()
        for text in texts
        for copy in range(4)
    ]
)


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage(tmp_path)


@pytest.fixture
def context() -> ExecutionContext:
    return ExecutionContext(GraphSchema({}))


def read(component_class: type, text: str, storage: LocalModelStorage, context: ExecutionContext) -> Message:
    """Train, load from storage, and read one message."""
    resource = Resource(component_class.__name__)
    component_class.create({}, storage, resource, context).train(LESSON)
    message = Message({"text": text, "intent": {"name": "change_language"}})
    return component_class.load({}, storage, resource, context).process([message])[0]


def test_the_intent_survives_saving_and_comes_with_a_ranking(storage, context) -> None:
    message = read(LinearIntentClassifier, "QUIERO comprar", storage, context)
    assert message.get("intent")["name"] == "order"
    confidences = [entry["confidence"] for entry in message.get("intent_ranking")]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) == pytest.approx(1)


def test_the_language_is_told_when_it_is_clear(storage, context) -> None:
    message = read(LanguageIdentifier, "i want to buy 25 licenses", storage, context)
    assert [entity["value"] for entity in message.get("entities")] == ["en"]
    assert message.get("language")["en"] > message.get("language")["es"]


def test_a_name_tells_no_language(storage, context) -> None:
    message = read(LanguageIdentifier, "Ferretería El Tornillo", storage, context)
    assert message.get("entities", []) == []


def test_the_language_that_is_asked_for_counts_and_not_the_one_it_is_asked_in(storage, context) -> None:
    message = read(LanguageIdentifier, "in spanish please", storage, context)
    assert [entity["value"] for entity in message.get("entities")] == ["es"]


def test_a_model_with_code_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text('{"concepts": {}, "vocabularies": {"words": []}}')
    np.savez(tmp_path / "model.npz", words=np.array([print], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        LinearTextModel.load(tmp_path)


def test_concepts_stand_in_a_row_with_numbers_and_unknown_words_marked() -> None:
    lines = [{"name": "want", "pattern": r"\bquiero\b"}, {"name": "want", "pattern": r"\bwant\b"}]
    concepts = Concepts.of([*lines, {"name": "glue", "pattern": r"\bpara\b"}])
    assert concepts.row(mask("Quiero 25 zapatos")) == "BOS want NUM UNK EOS"
    assert concepts.row(mask("want para")) == "BOS want EOS"


def test_of_two_concepts_that_overlap_the_longer_one_counts() -> None:
    concepts = Concepts({"negation": r"\bno\b", "later": r"\bno ahora\b"})
    assert concepts.row("no ahora") == "BOS later EOS"


def test_folding_keeps_every_character_in_its_place() -> None:
    assert fold("Ñandú Ação") == "nandu acao"
    assert len(fold("ﬁn ß İ")) == len("ﬁn ß İ")


def test_masking_hides_which_number_address_or_domain_is_said() -> None:
    assert mask("25 a ana@x.com") == mask("30 a eva@y.org")
    assert mask("Sol.com.mx").split() == ["xdomain"]


def test_the_log_names_the_request_and_not_the_words(caplog: pytest.LogCaptureFixture) -> None:
    facts = {"text": "mi secreto", "intent": {"name": "inform", "confidence": 0.5}}
    with caplog.at_level("INFO"):
        TurnLog().process([Message({**facts, "metadata": {"request_id": "r-17"}})])
    assert "r-17" in caplog.text
    assert "secreto" not in caplog.text


def test_the_log_names_the_intent_of_a_button_and_not_what_it_carries(
    caplog: pytest.LogCaptureFixture,
) -> None:
    guess = {"name": "chitchat", "confidence": 0.4}
    with caplog.at_level("INFO"):
        TurnLog().process([Message({"text": '/confirm{"id":"01J"}', "intent": guess})])
    assert "intent=confirm " in caplog.text
    assert "01J" not in caplog.text


@pytest.mark.parametrize("text", ["quiero comprar 25 licencias hoy", "hola hola", "zzz", ""])
def test_one_sentence_is_ranked_as_sklearn_would(text: str) -> None:
    model = LinearTextModel(Concepts({"want": "quiero|want"}))
    model.fit(*zip(*((mask(e.get("text")), e.get("intent")) for e in LESSON.intent_examples), strict=True))
    theirs = (model._features([mask(text)]) @ model._weights + model._bias)[0]
    assert np.allclose(model._margins(mask(text)), theirs, atol=1e-12)


def test_a_letter_beside_a_number_tells_no_language(storage, context) -> None:
    for text in ("o 4", "e 5", "y 10", "a 3"):
        assert not read(LanguageIdentifier, text, storage, context).get("entities"), text


@pytest.mark.parametrize("text", ["bom dia", "boa tarde", "olá", "mensal pra Acme", "preciso do xpto"])
def test_a_short_sentence_or_an_everyday_word_beside_a_name_tells_the_language(text: str) -> None:
    lines = ["olá, bom dia", "boa tarde", "preciso de licenças, mensal", "mensal pra mim", "bom dia, preciso"]
    texts = {
        "pt": lines,
        "es": ["hola buen dia", "quiero licencias, mensual", "ola"],
        "en": ["hi", "monthly"],
    }
    known = LanguageIdentifier.__new__(LanguageIdentifier)
    pairs = [(text, language) for language, said in texts.items() for text in said for _ in range(10)]
    known._words, known._everyday = telling_words([text for text, _ in pairs], [each for _, each in pairs])
    assert known.clear_language(text, {"pt": 0.98, "es": 0.02, "en": 0.0}) == "pt"


def test_a_word_without_its_accent_may_be_another_languages() -> None:
    words, _ = telling_words(["olá"] * 10 + ["ola"] * 10, ["pt"] * 10 + ["es"] * 10)
    assert (words["olá"], words["ola"]) == ("pt", "")


def test_one_word_of_a_short_answer_is_a_hint_and_a_sentence_is_not() -> None:
    known = LanguageIdentifier.__new__(LanguageIdentifier)
    lines = ["tira um", "sim obrigado", "preciso de licenças", "vale"]
    pairs = [(text, "pt") for text in lines] * 20 + [("vale", "es"), ("for", "en")] * 20
    known._words, known._everyday = telling_words([text for text, _ in pairs], [each for _, each in pairs])
    assert known.is_hint("vale, tira", "pt")
    assert not known.is_hint("sim, obrigado", "pt")
    assert known.clear_language("preciso for acme", {"pt": 0.98, "es": 0.02, "en": 0.0}) == "pt"


@pytest.mark.parametrize("kind", ["language", HINT])
def test_a_language_claims_no_part_of_the_text(kind: str) -> None:
    message = Message({"text": "dale, anual"})
    add_entities(message, kind, [Span(0, 11, "es")], "LanguageIdentifier")
    assert taken(message) == []
