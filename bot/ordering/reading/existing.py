"""What a customer has already: "upgrade it to premium", "annual renewal", not "they already have storage"."""

from __future__ import annotations

from bot.ordering.draft import Step
from bot.ordering.heard import Heard
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import has_any


def is_about_existing(said: Sentence, heard: Heard) -> bool:
    """ "Upgrade it to premium" is about the open order, where that has another plan, and a bare
    "annual renewal"; where add-ons are asked for, "storage they already have, the rest yes" is why."""
    existing = said.cues["existing"]
    is_term = said.step is Step.TERM or said.is_whole()  # "take a one year subscription only"
    if heard.term and is_term and not said.says("change"):
        existing = existing - said.cues["term_noun"]
    if said.draft.plan and heard.plans:
        existing = existing - said.cues["climb"] - said.cues["descend"]
    if said.step is Step.ADD_ONS and has_any("have_it_already", [word.text for word in said.words]):
        existing = existing - {word for phrase in said.cues["have_it_already"] for word in phrase.split()}
    return any(word.text in existing for word in said.words)
