"""Monthly or annual: the term that a message means."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.ordering.catalog import Term
from bot.ordering.consent import asks
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.draft import Step
from bot.ordering.heard import Entity
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.passing import is_a_while
from bot.ordering.reading.refused import ends_in_refusal, is_refused
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import has_any, vocabulary

_AT_ONCE = 2  # words between an "if" and a term that is wanted: "si, el anual", "si fuera anual"
_DIMINUTIVE = re.compile(r"(?:zinh|inh|it)[oa]$")
_QUESTION = re.compile(r"[^.!?\n]+\?")


def hear_term(said: Sentence, plans: tuple[str, ...]) -> str | None:
    named = [each for each in _terms(said) if not _is_told(said, each)]
    if any(_is_asked_for_later(said, sentence) for sentence in _QUESTION.finditer(said.text)):
        return None
    meant = [each for each in named if not said.places(each) & said.denied] or named  # "not monthly"
    said.corrects = said.corrects or len(meant) < len(named)
    if len(named) == 2 and _is_put_right(said, *map(said.places, named)):  # noqa: PLR2004
        return named[1].value
    if not meant:
        return _bare_term(said, plans)
    if other := _other_than(said, named):
        return other
    free = [each for each in meant if not _is_passed_over(said, each)]
    free = (
        [each for each in free if each.value in set(Term)] or free or meant
    )  # "anual; domínio semana que vem"
    if _are_alternatives(said, free):
        return None
    if _is_paid_otherwise(said, free):
        return "other"
    heard = free[0 if _answers_first(said, free) else -1].value
    return None if heard not in set(Term) and is_a_while(said) else heard


def _is_put_right(said: Sentence, first: set[int], second: set[int]) -> bool:
    """ "Mensual no anual perdón": the apology says that the "no" between them is to the first one."""
    between = range(max(first, default=0) + 1, min(second, default=0))
    behind = said.words[max(second, default=0) + 1 :][:1]
    is_sorry = any(word.text in said.cues["mistaken"] & said.cues["excuse"] for word in behind)
    after = max(second, default=0) + 2
    is_last = is_sorry and (after >= len(said.words) or said.ends_before(after))
    return is_last and [said.words[at].text in said.cues["negation"] for at in between] == [True]


def _is_told(said: Sentence, term: Entity) -> bool:
    """ "It took me a month", "hace un año", "faz um mês": how long something took, or since when."""
    places = said.places(term)
    if not places or (said.step is Step.TERM and len(_terms(said)) == 1):
        return False
    bare = said.cues["bare_month"] | said.cues["bare_year"]
    if any(said.words[place].text in said.cues["per_period"] for place in places):
        return False  # "faz por ano"
    before = min(places) - 1
    small = vocabulary().filler - said.cues["per_period"] - said.cues["lasted"]
    while before >= 0 and said.words[before].text in small and not said.ends_before(before + 1):
        before -= 1
    around = [said.words[place].text for place in (before, max(places) + 1) if 0 <= place < len(said.words)]
    lasts = not said.cues["lasted"].isdisjoint(around)
    return lasts and any(said.words[place].text in bare for place in places)


def _is_asked_for_later(said: Sentence, question: re.Match[str]) -> bool:
    """ "Can I switch to annual later?"; "... paid annually? They'll see to the domain later" is about now."""
    later = said.cues["later"] - said.cues["time_of_day"]  # not "boa tarde"
    start, end = question.span()
    inside = {place for place, word in enumerate(said.words) if start <= word.start < end}
    terms = [said.places(each) for each in said.entities if each.kind == "term"]
    is_of_a_term = not terms or any(places & inside for places in terms)
    return is_of_a_term and any(said.words[place].text in later for place in inside)


def _other_than(said: Sentence, named: list[Entity]) -> Term | None:
    """ "Not annual", "mensual no": the other one. After another choice "no anual" may be "no, anual"."""
    denied = {each.value for each in named}
    if len(denied) > 1 or not denied <= set(Term) or "?" in said.text or asks(said.text):
        return None
    until = min(min(said.places(each), default=0) for each in named)
    is_sure = (
        all(word.text != "no" for word in said.words[:until])
        or said.draft.term is None
        or said.draft.term in denied
    )
    if not (is_sure and all(is_refused(said, said.places(each)) for each in named)):
        return None
    said.corrects = True
    return next(term for term in Term if term not in denied)


def _are_alternatives(said: Sentence, terms: list[Entity]) -> bool:
    """ "Monthly or annual, whatever": neither is chosen."""
    if len(terms) != 2 or terms[0].value == terms[1].value:
        return False
    before = min(said.places(terms[1]), default=0) - 1
    return before - 1 in said.places(terms[0]) and said.words[before].text in said.cues["or"]


def _is_paid_otherwise(said: Sentence, terms: list[Entity]) -> bool:
    """ "Annual, billed monthly": there is no such term."""
    if len(terms) != 2 or {each.value for each in terms} != set(Term):  # noqa: PLR2004
        return False
    first, last = (said.places(each) for each in sorted(terms, key=lambda each: each.start))
    if not (first and last):
        return False
    between = {said.words[at].text for at in range(max(first) + 1, min(last))}
    small = vocabulary().filler | said.cues["billed"] | said.cues["term_noun"]
    behind = said.words[max(last) + 1].text if max(last) + 1 < len(said.words) else ""
    beside = between | {behind} | {said.words[at].text for at in first | last}
    return between <= small and bool(beside & said.cues["billed"])


def _answers_first(said: Sentence, terms: list[Entity]) -> bool:
    """ "Yearly, they hate monthly bills": what is remarked behind an answer is no correction of it."""
    first, last = said.places(terms[0]), said.places(terms[-1])
    answer = said.clause(0, 0)
    if said.step is not Step.TERM or not first <= set(answer) or not last or last <= set(answer):
        return False
    if has_any("thought_before", [said.words[at].text for at in answer]):
        return False  # "first they said annual, the boss says monthly"
    if any(said.places(each) <= set(answer) and each.value != terms[0].value for each in terms):
        return False  # "monthly or yearly, what's better? yearly I guess"
    remark = said.clause(min(last), max(last))
    small = vocabulary().filler.union(*(said.cues[cue] for cue in ("polite", "change", "on_second_thought")))
    strange = [said.words[at].text for at in remark if at not in last and said.words[at].text not in small]
    rest = [word.text for word in said.words[answer.stop :]]
    corrects = ("change", "i_mean", "proposing", "negation", "mistaken", "in_the_end")
    takes_back = any(has_any(cue, rest) for cue in corrects)
    return strange != [] and not takes_back


def with_spoken_terms(said: Sentence) -> Sentence:
    """ "Anuaaal", "mensalzinho": the engine knows neither how words are drawn out nor their diminutives."""
    found = []
    for place, word in enumerate(said.words):
        plain = _DIMINUTIVE.sub("", word.text)
        is_odd = len(plain) < word.end - word.start
        value = next((term.value for term in Term if plain in said.cues[f"{term.value}_word"]), None)
        tagged = (each for each in said.entities if each.kind in ("term", "domain", "email"))
        if value and is_odd and not any(place in said.places(each) for each in tagged):
            found.append(Entity("term", value, word.start, word.end))
    entities = sorted([*said.entities, *found], key=lambda each: each.start)
    return replace(said, entities=entities, claimed=set()) if found else said


def with_months(said: Sentence) -> Sentence:
    """ "12", "doce", "12x" to "monthly or annual?" are months, and no other number of licenses."""
    numbers = [each for each in said.entities if each.kind == "number"]
    is_open = said.step is Step.TERM and said.draft.quantity is not None
    if not is_open or len(said.words) > 1 or [each.value for each in numbers] != ["12"]:
        return said
    return replace(said, entities=[replace(numbers[0], kind="term", value=Term.YEAR.value)])


def _is_passed_over(said: Sentence, term: Entity) -> bool:
    """Also "mensual, el anual no"."""
    behind = max(said.places(term), default=0) + 1
    is_no = behind < len(said.words) and said.words[behind].text in said.cues["negation"]
    ends = behind + 1 >= len(said.words) or said.ends_before(behind + 1)
    is_refusal = is_no and ends and not said.ends_before(behind) and "?" not in said.text
    passed = (_is_in_denial, _is_compared, _is_for_later)
    is_refusal = is_refusal or ends_in_refusal(said, said.places(term))  # "monthly, 12 months is too long"
    return is_refusal or any(is_passed(said, term) for is_passed in passed)


def _is_for_later(said: Sentence, term: Entity) -> bool:
    """ "Monthly, if it works out we switch to annual next year": a condition, behind another term."""
    place = min(said.places(term), default=0)
    clause = said.clause(place, place)
    begin = next((at for at in clause if said.words[at].text not in said.cues["both"]), place)
    earlier = any(max(said.places(one), default=place) < clause.start for one in _terms(said))
    return earlier and said.words[begin].text in said.cues["if"] and place - begin > _AT_ONCE


def _terms(said: Sentence) -> list[Entity]:
    return sorted((one for one in said.entities if one.kind == "term"), key=lambda one: one.start)


def _is_compared(said: Sentence, term: Entity) -> bool:
    """ "I'd rather pay yearly than monthly", not "yearly is cheaper than monthly"."""
    place = first = min(said.places(term), default=0)
    while place and said.words[place - 1].text in said.cues["than"]:
        place -= 1
    return place < first and any(place - 1 in said.places(one) for one in said.entities if one.kind == "term")


def _is_in_denial(said: Sentence, term: Entity) -> bool:
    """ "Monthly, no locking in for a year", "nada de atarnos un año": a no before it in the same breath."""
    places = said.places(term)
    until = min(places, default=0)
    before = [place for place in said.clause(until, until) if place < until] if places else []
    chosen = [place for place in before if said.words[place].text in said.cues["better"]]
    before = [place for place in before if place > max(chosen, default=-1)]  # "no mejor anual"
    return any(
        is_denial(said.words, place, said.language) or said.words[place].text in said.cues["nothing"]
        for place in before
    )


def _bare_term(said: Sentence, plans: tuple[str, ...]) -> str | None:
    """ "40 premium año tornillo", "por el año": beside a plan, or where the term is asked for, the bare word
    is the term, and where it is what is paid; "this year" is a date."""
    pays = said.says("pay") and not said.asks  # "prefieren pagar el año"
    if said.step is not Step.TERM and not pays and (not plans or said.draft.term):
        return None
    if has_phrase("unbound", said.words) and not said.asks:
        return Term.MONTH.value
    for place, word in enumerate(said.words):
        beside = {said.words[at].text for at in (place - 1, place + 1) if 0 <= at < len(said.words)}
        is_date = not beside.isdisjoint(said.cues["which_time"])
        for term in Term:
            if word.text in said.cues[f"bare_{term.value}"] and place not in said.claimed and not is_date:
                said.claim({place})
                return term.value
    return None
