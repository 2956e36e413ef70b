"""Numbers that count no seats: a postcode, a price, a date, an ordinal, how many domains follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ordering.asides import is_in_a_hurry
from bot.ordering.draft import Step
from bot.ordering.heard import Entity
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.sites import counts_sites
from bot.ordering.vocabulary import vocabulary

_YEARS = range(1990, 2100)
_NEAR = 3  # words between a number and what it is the number of
_FEW = 3  # digits; so many people count in words
_LONG = 6  # digits; so many count nothing, unless it is said what
_LONGEST = 24  # characters of a number that is dialled
_BREAKS = frozenset(",;\n")


def counts_nothing(said: Sentence, number: Entity, places: set[int]) -> bool:
    """A postcode, a year, a date, a time, a price, a share: any number of something else."""
    after = word_at(said, max(places) + 1)
    written = said.text[number.start : number.end]
    if after in said.cues["seats"] or _counts_a_product(said, number, max(places)):
        return False
    is_share = said.text[number.end :].lstrip()[:1] == "%"
    if is_share or re.fullmatch(r"0\d+", written) or counted(said, max(places)) in said.cues["not_counted"]:
        return True
    first = min(places)
    if _is_of_the_offered(said, number, first) or _is_every_one(said, number, first) or _is_it(said, first):
        return True
    if _is_an_ordinal(said, first, after) or counts_sites(said, number) or _counts_domains(said, number):
        return True
    is_other = is_in_a_hurry(said.text, number.start) or _counts_add_ons(said, max(places))
    if is_other or _is_list_mark(said, number) or _is_dialled(said, number):
        return True
    if after in said.cues["per"] and word_at(said, max(places) + 2) in said.cues["hundred"]:
        return True
    if _is_named_by(said, first) or _is_a_date(said, max(places)):
        return True
    is_answer = said.step is Step.QUANTITY and len(said.words) == len(places)
    whole = int(written) if written.isdigit() else 0
    return not is_answer and (whole in _YEARS or len(str(whole)) >= _LONG)


def _counts_a_product(said: Sentence, number: Entity, last: int) -> bool:
    """ "Invoice: 6 x Dropbox Advanced": two words of products behind it, or a "times" and one."""
    times = word_at(said, last + 1) in said.cues["times"]
    beside = [word_at(said, last + 1 + times), word_at(said, last + 2)]
    return said.shop.product_words.issuperset(beside) and said.text[number.end : number.end + 1] == " "


def _counts_add_ons(said: Sentence, last: int) -> bool:
    """ "Vuela los 2 complementos"; "2 extras" may be two more, and a line ends what is counted."""
    nouns = said.cues["add_on_noun"] - said.cues["raise"] - said.cues["more"]
    return word_at(said, last + 1) in nouns and not said.ends_before(last + 1)


def _is_an_ordinal(said: Sentence, first: int, after: str) -> bool:
    """ "Los dos primeros", "the first two"; not "a quote first: 30"."""
    before = said.words[first - 1].text if first and not said.ends_before(first) else ""
    return bool({before, after} & (said.cues["first_ones"] | said.cues["last_ones"]))


def _is_every_one(said: Sentence, number: Entity, first: int) -> bool:
    """ "On every one of them", "every single one", "em cada uma delas"."""
    before = [word for word in words_before(said, first)[:2] if word not in said.cues["single"]]
    return number.value == "1" and bool(before) and before[0] in said.cues["everybody"]


def _is_it(said: Sentence, first: int) -> bool:
    """ "That's the one", "it's the only one I have"; "just the one" is how many."""
    nearest, further = (*words_before(said, first)[:2], "", "")[:2]
    only, the = said.cues["only"], said.cues["article"]
    is_pronoun = (nearest in the and further not in only) or (nearest in only and further in the)
    return said.words[first].text == "one" and is_pronoun


def _is_of_the_offered(said: Sentence, number: Entity, first: int) -> bool:
    """ "El más simple de los dos", "the cheaper of the two", "o melhor dos dois": so many are offered."""
    if said.step is not said.offered_step or number.value != str(len(said.offered)):
        return False
    nearest, further = (*words_before(said, first)[:2], "", "")[:2]
    whole = nearest in said.cues["of_those"]
    return whole or (nearest in said.cues["article"] | said.cues["that_one"] and further in said.cues["of"])


def is_all_of_them(said: Sentence, number: Entity, products: int) -> bool:
    """ "Standard and copilot, 5 of the two": so many are named, and another number counts them."""
    first = min(said.places(number))
    before = words_before(said, first)
    while before and before[0] in said.cues["article"]:
        before = before[1:]
    is_led = len(before) < first and before[:1] and before[0] not in said.cues["customer"]
    whole = is_led or bool(before) and before[0] in said.cues["of_those"]
    behind = max(said.places(number)) + 1
    ends = behind >= len(said.words) or said.ends_before(behind)
    ends = ends or any(behind in said.places(each) for each in said.numbers())
    ends = ends or said.words[behind].text in said.cues["courtesy"]
    return number.value == str(products) and whole and ends and len(said.numbers()) > 1


def _counts_domains(said: Sentence, number: Entity) -> bool:
    """ "Quiero dos: a.mx y b.mx": as many names follow; "one more domain", "son dos pedidos"."""
    last = max(said.places(number))
    behind = [word.text for word in said.words[last + 1 : last + 3] if word.text not in said.cues["more"]]
    is_beside = behind[:1] and not said.ends_before(last + 1)  # not "vault para 2, dominio a.mx"
    if is_beside and behind[0] in said.cues["domain_itself"] | said.cues["orders_noun"]:
        return True
    names = [min(at) for each in said.entities if each.kind == "domain" and (at := said.places(each))]
    between = {said.words[place].text for place in range(last + 1, min(names, default=0))}
    follow = bool(names) and min(names) > last and between <= said.cues["domain_noun"] | vocabulary().filler
    return follow and len(names) > 1 and number.value == str(len(names))


def _is_list_mark(said: Sentence, number: Entity) -> bool:
    """ "1) Google Vault" on a line of its own."""
    begins = not said.text[: number.start].rpartition("\n")[2].strip()
    return begins and re.match(r"[.)\]]\s|\s?[-–]\s", said.text[number.end :]) is not None


def _is_dialled(said: Sentence, number: Entity) -> bool:
    """ "84 223344": figures beside others that are too many together for a count."""
    around = r"(?:\d[ -]?)*"
    ahead = re.search(rf"{around}$", said.text[max(0, number.start - _LONGEST) : number.start])
    behind = re.match(r"(?:[ -]?\d)*", said.text[number.end :])
    together = (
        (ahead[0] if ahead else "") + said.text[number.start : number.end] + (behind[0] if behind else "")
    )
    return len(re.sub(r"\D", "", together)) > _LONG


def _is_named_by(said: Sentence, first: int) -> bool:
    """ "CP 03100", "mi código postal es 03100", "presupuesto de 500": the nearest word that is no filler."""
    before = words_before(said, first)
    if before[:2] == ["p", "c"] or _is_order_number(said, first, before):
        return True
    for place in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        word = said.words[place].text
        if set(said.text[said.words[place].end : said.words[place + 1].start]) & _BREAKS:
            return False  # "from my phone, 16 basic"
        if word in said.cues["number_of"]:
            return place not in said.claimed  # "teams phone 3" is no telephone
        if word not in vocabulary().filler:
            return False
    return False


def _is_order_number(said: Sentence, first: int, before: Sequence[str]) -> bool:
    """ "PO 88213", "OC nro 4471", "pedido 4471: ..."; Chilean "ya po 20" has fewer digits."""
    nearest = next((word for word in before[:2] if word not in said.cues["option_noun"]), "")
    is_title = said.text[said.words[first].end :].startswith(":") and nearest in said.cues["whole_order"]
    return len(said.words[first].text) > _FEW and (is_title or nearest in said.cues["order_number"])


def _is_a_date(said: Sentence, last: int) -> bool:
    """ "15 de marzo", "march 15"."""
    after = [word_at(said, last + 1), word_at(said, last + 2)]
    months = said.cues["month_name"]
    is_before = last > 0 and said.words[last - 1].text in months
    return is_before or after[0] in months or (after[0] in ("de", "of") and after[1] in months)


def counted(said: Sentence, last: int) -> str:
    """What is counted: "2 seats", "2 more seats"."""
    behind = word_at(said, last + 1)
    is_between = behind in said.cues["more_after"] | said.cues["fewer_after"]
    return word_at(said, last + 2) if is_between else behind


def words_before(said: Sentence, place: int) -> list[str]:
    """The nearest first."""
    return [word.text for word in reversed(said.words[:place])]


def word_at(said: Sentence, place: int) -> str:
    return said.words[place].text if place < len(said.words) else ""
