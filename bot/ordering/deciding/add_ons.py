"""Which add-ons, how many of each, and which not."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.catalog import AddOn
from bot.ordering.count_key import count_key, read_count_key
from bot.ordering.deciding.message import MAX_CHOICES, Message
from bot.ordering.deciding.quantity import related, whole_number
from bot.ordering.draft import AddOnChoice, Step
from bot.ordering.heard import HeardAddOn, Relation
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop
from bot.ordering.supposing import is_unsure
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any, vocabulary

_ONE_OF_THEM = ("first", "second", "third", "last_one")  # "quita el segundo" is not all of them


def decide_add_ons(message: Message, outcome: Outcome, shop: Shop) -> None:
    wanted = any(not heard.removed for heard in message.heard.add_ons)
    only_these = (
        not wanted and message.step is not Step.ADD_ONS and replace(message.heard, add_ons=()).is_empty()
    )
    if wanted and _is_only_doubted(message):
        outcome.ask(Step.ADD_ONS, "add_ons_which", _fitting(message, outcome, shop))
        return
    for heard in message.heard.add_ons:
        _add_on(heard, outcome, shop, message.step, only_these)
    if message.heard.add_ons and not wanted and outcome.draft.plan:
        outcome.draft = replace(outcome.draft, add_ons=outcome.draft.add_ons or ())  # "no copilot" settles it
    bare_removal = message.intent == "remove" and message.heard.is_empty() and not _removes_nothing(message)
    if bare_removal and len(outcome.draft.add_ons or ()) > 1:
        bare_removal = not any(says_any(cue, words(message.text)) for cue in _ONE_OF_THEM)
    if message.heard.no_add_ons or (bare_removal and outcome.draft.add_ons):
        if outcome.draft.add_ons:
            outcome.tell("add_ons_removed")
        outcome.questions.pop(Step.ADD_ONS, None)
        outcome.draft = replace(outcome.draft, add_ons=())


def _removes_nothing(message: Message) -> bool:
    """ "No quites nada", "não tira nada", "don't take anything off"."""
    cues, said = vocabulary().cues, [word.text for word in words(message.text)]
    noes = [
        at for at, word in enumerate(said) if word in cues["negation"] - cues["without"] - cues["nothing"]
    ]
    nothing = cues["nothing"] | cues["anything"]
    return any(word in nothing and any(at < place - 1 for at in noes) for place, word in enumerate(said))


def _is_only_doubted(message: Message) -> bool:
    """ "Copilot maybe", "archivado si no sale caro", where nothing but add-ons is spoken of."""
    return replace(message.heard, add_ons=()).is_empty() and is_unsure(message.text)


def _fitting(message: Message, outcome: Outcome, shop: Shop) -> tuple[str, ...]:
    """Those that were spoken of, if the plan has them, else all that it has."""
    possible = tuple(extra.mpn for extra in shop.catalog.add_ons_for(outcome.draft.plan))
    named = {heard.mpn for heard in message.heard.add_ons}
    return tuple(mpn for mpn in possible if mpn in named) or possible[:MAX_CHOICES]


def _add_on(heard: HeardAddOn, outcome: Outcome, shop: Shop, step: Step | None, is_all: bool) -> None:
    """``is_all``: the message is about nothing but add-ons that are to go."""
    extra = shop.catalog.add_on(heard.mpn)
    plan = shop.catalog.plan(outcome.draft.plan)
    if extra is None:
        return
    if heard.removed:
        if any(choice.mpn == heard.mpn for choice in outcome.draft.add_ons or ()):
            outcome.draft = outcome.draft.without_add_on(heard.mpn)
            outcome.tell("add_on_removed", add_on=extra.name)
        elif is_all:
            outcome.tell("add_on_not_there", add_on=extra.name)
        return
    possible = shop.catalog.add_ons_for(outcome.draft.plan)
    if plan and extra not in possible:
        choices = tuple(other.mpn for other in possible[:MAX_CHOICES])
        if step is Step.ADD_ONS:
            outcome.ask(Step.ADD_ONS, "add_on_not_for_plan", choices, add_on=extra.name, plan=plan.name)
        else:
            outcome.tell("add_on_dropped", add_on=extra.name, plan=plan.name)
        return
    outcome.questions.pop(Step.ADD_ONS, None)
    _choose(heard, extra, outcome, shop)


def _choose(heard: HeardAddOn, extra: AddOn, outcome: Outcome, shop: Shop) -> None:
    """The add-on with a quantity of its own, if one was said; else it follows the plan, or keeps its own."""
    known = next((choice for choice in outcome.draft.add_ons or () if choice.mpn == heard.mpn), None)
    if heard.quantity is None:
        kept = None if heard.for_all else known
        outcome.draft = outcome.draft.with_add_on(kept or AddOnChoice(heard.mpn))
        return
    said, number = _number_meant(heard, known, outcome, shop)
    if heard.other is not None:
        outcome.draft = outcome.draft.with_add_on(known or AddOnChoice(heard.mpn))
        keys = (count_key(heard.mpn, said), count_key(heard.mpn, heard.other))
        outcome.ask(Step.QUANTITY, "count_which", keys, add_on=extra.name, first=said, second=heard.other)
        return
    asked = outcome.questions.get(Step.QUANTITY)
    if asked and any(read_count_key(key)[0] for key in asked.choices):
        outcome.questions.pop(Step.QUANTITY)
    if number == 0 and heard.relation is not Relation.EXACT:
        outcome.draft = outcome.draft.without_add_on(heard.mpn)
        outcome.tell("add_on_removed", add_on=extra.name)
        return
    if number is None or not 1 <= number <= shop.catalog.most_of(extra, outcome.draft.plan):
        outcome.tell("add_on_quantity_wrong", add_on=extra.name, said=said)
        outcome.draft = outcome.draft.with_add_on(known or AddOnChoice(heard.mpn))
        return
    usual = number == outcome.draft.quantity and _is_per_seat(outcome, shop)
    outcome.draft = outcome.draft.with_add_on(AddOnChoice(heard.mpn, None if usual else number))


def _number_meant(
    heard: HeardAddOn, known: AddOnChoice | None, outcome: Outcome, shop: Shop
) -> tuple[str, int | None]:
    """As it is said back, and as a number. "Add 2 copilot" adds to a number of its own; beside an add-on
    that follows the plan it is the number, but "another" is one more of it."""
    before, per_seat = known.quantity if known else None, _is_per_seat(outcome, shop)
    is_number = heard.relation is Relation.MORE and per_seat and heard.quantity != "1"
    if before is None and known and not is_number:
        before = outcome.draft.quantity if per_seat else 1
    is_part = heard.relation is Relation.ALL_BUT or (before is None and heard.relation is Relation.TIMES)
    if is_part and per_seat:
        before = outcome.draft.quantity  # "copilot para la mitad", "for everyone but 2"
    said = related(heard.quantity or "", heard.relation, before)
    return said, whole_number(said)


def _is_per_seat(outcome: Outcome, shop: Shop) -> bool:
    solution = shop.catalog.solution_of(outcome.draft.plan)
    return solution is None or solution.per_seat
