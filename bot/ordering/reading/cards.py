"""Which saved card a message means: "the mastercard, not the visa", "la visa no, la otra", "not the visa"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.ordering.dictated import Dictated
from bot.ordering.draft import Step
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.refused import is_refused
from bot.ordering.reading.sentence import Sentence
from bot.ordering.saved_cards import BRANDS, NamedCards, named_cards, places_of
from bot.ordering.vocabulary import says_any, vocabulary


def hear_card(said: Sentence) -> NamedCards:
    card = _named(said)
    said.claim(card.places)
    if len(card.names) > 1:
        return _of_several(said) or card
    if _is_denied(said, card):
        said.corrects = True
        return replace(card, cards=tuple(each.id for each in said.shop.cards if each.id not in card.cards))
    return card


def _named(said: Sentence, skip: Collection[int] = ()) -> NamedCards:
    return named_cards(said.words, said.shop.cards, said.step, skip, list(_numerals(said)))


def _numerals(said: Sentence) -> Iterator[Dictated]:
    """ "Cuatro mil doscientos cuarenta y dos"."""
    for number in said.numbers():
        places = sorted(said.places(number))
        if len(places) > 1 and number.value.isdigit():
            yield Dictated(number.value, range(places[0], places[-1] + 1))


def _of_several(said: Sentence) -> NamedCards | None:
    for place in range(1, len(said.words)):
        meant = _named(said, range(place, len(said.words)))
        if _gives_reason(said, place) and len(meant.names) == 1 and not meant.places <= said.denied:
            said.claim(range(place, said.clause(place, place).stop))
            return meant
    for skip in _left_out(said):
        meant = _named(said, skip)
        if len(meant.names) == 1:
            said.corrects = True
            return meant
    return None


def _left_out(said: Sentence) -> Iterator[Collection[int]]:
    """Where what is not meant is named; the surest sign first."""
    end = len(said.words)
    yield said.denied
    yield _told_of(said)
    yield _spoken_of(said)
    yield from (
        range(place)
        for place in said.second_thoughts()
        if _named(said, range(place, end)).names and _named(said, range(place)).names
    )
    chosen = said.shop.card_by_id.get(said.draft.payment or "")
    if chosen and (said.says("change") or said.insists) and not (said.asks or said.says("perhaps")):
        yield places_of(chosen, said.words)


def _told_of(said: Sentence) -> Collection[int]:
    """ "Esa visa ya no tiene cupo. Cóbrelo en la mastercard": a clause with a "not" in it, and no "if"."""
    if said.asks or said.says("perhaps") or says_any("not_knowing", said.words):
        return ()
    clauses = (said.clause(place, place) for place in _named(said).places)
    return {place for clause in clauses if _denies(said, clause) for place in clause}


def _spoken_of(said: Sentence) -> Collection[int]:
    """ "La visa está vencida, use la mastercard": one clause begins with a card, another leads to one."""
    if said.asks or any(says_any(cue, said.words) for cue in ("perhaps", "first")):
        return ()
    places = _named(said).places
    led = {place for place in places if _leads(said, place)}
    told = {place for place in places if _begins_a_statement(said, place)}
    apart = all(led.isdisjoint(said.clause(place, place)) for place in told)
    return told if led and apart and told | led == places else ()


def _begins_a_statement(said: Sentence, place: int) -> bool:
    clause = said.clause(place, place)
    behind = [said.words[each].text for each in clause if each > place][:1]
    small = said.cues["customer"] | said.cues["paid_with"] | said.cues["courtesy"]
    is_condition = said.words[clause.start].text in said.cues["if"]
    states = behind != [] and small.isdisjoint(behind) and not is_condition
    return states and _before(said, place) is None


def _leads(said: Sentence, place: int) -> bool:
    """ "Use la mastercard", "cóbralo a la mastercard", not "después la mastercard", "or use the amex"."""
    before, first = _before(said, place), said.words[said.clause(place, place).start].text
    holds = said.cues["later"] | said.cues["some_day"]
    return before is not None and before not in holds and first not in said.cues["or"] | said.cues["if"]


def _before(said: Sentence, place: int) -> str | None:
    """The word of the clause that stands before the card's name and small words."""
    clause = said.clause(place, place)
    before = (said.words[each].text for each in range(place - 1, clause.start - 1, -1))
    return next((word for word in before if word not in vocabulary().filler), None)


def _denies(said: Sentence, clause: range) -> bool:
    is_condition = any(said.words[place].text in said.cues["if"] for place in clause)
    return not is_condition and any(is_denial(said.words, place, said.language) for place in clause)


def _gives_reason(said: Sentence, place: int) -> bool:
    """ "La mastercard, que la visa está llorando", "no master que o visa estourou"."""
    if said.words[place].text not in said.cues["reason_word"]:
        return False
    behind = [
        word.text for word in said.words[place + 1 : place + 3] if word.text not in said.cues["article"]
    ]
    return said.ends_before(place) or (behind != [] and behind[0] in BRANDS)


def _is_denied(said: Sentence, card: NamedCards) -> bool:
    """ "Not the visa": "no la visa" may be "no, the visa", unless it is the one that was chosen."""
    if not card.cards or said.asks:
        return False
    is_open = said.draft.payment in card.cards or (said.draft.payment is None and said.step is Step.PAYMENT)
    if _is_behind_an_add_on(said, min(card.places)):
        return False
    is_sure = is_open or all(word.text != "no" for word in said.words)
    meant = (said.shop.card_by_id[key] for key in card.cards)
    own = {place for each in meant for place in places_of(each, said.words)} & card.places or card.places
    return is_sure and (own <= said.denied or is_refused(said, own))


def _is_behind_an_add_on(said: Sentence, place: int) -> bool:
    """ "Sin complementos visa", "no copilot, amex": what there is to be none of is not the card."""
    products = said.shop.product_words | said.cues["add_on_noun"] | said.cues["extra"]
    return place > 0 and place - 1 in said.denied and said.words[place - 1].text in products
