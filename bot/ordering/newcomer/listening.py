"""When a message is read for a new customer's data, and which of its words speak of the order instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.ordering.draft import Draft, Step
from bot.ordering.newcomer.announcing import read_announcement
from bot.ordering.newcomer.forms import find_address, is_form
from bot.ordering.newcomer.heard import HeardCustomer
from bot.ordering.newcomer.reader import read_customer
from bot.ordering.newcomer.situation import NEW_STEPS, Situation
from bot.ordering.newcomer.towns import is_state
from bot.ordering.newcomer.words import any_of, pattern, says
from bot.ordering.shop import Shop
from bot.ordering.text import Word, fold
from bot.ordering.vocabulary import vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words

_VERBAL = re.compile(r"(?:[aei]ndo|[ai]d[oa]|ing|ed)$")
# What a name alone may sound like; anything else that the engine understood is believed.
COULD_BE_A_NAME = frozenset(
    ("order", "inform", "remove", "choose", "nlu_fallback", "out_of_scope", "chitchat")
)


@dataclass(frozen=True)
class Spoken:
    """A message as words. ``firm``: places of terms, brands and counted seats, which speak of the order for
    sure; ``numbers``: places of numbers."""

    text: str
    words: Sequence[Word]
    firm: Collection[int]
    numbers: Collection[int]
    intent: str


def hear_customer(spoken: Spoken, draft: Draft, step: Step | None, shop: Shop) -> HeardCustomer | None:
    """What the message says about a new customer, or None when it is about something else."""
    if not _is_due(spoken.text, draft, step):
        return None
    asked = step in NEW_STEPS or step is Step.CREDENTIALS_EMAIL

    def about_order(start: int, end: int) -> bool:
        places = [i for i, word in enumerate(spoken.words) if start <= word.start < end]
        if any(place in spoken.firm for place in places):
            return True
        filler = vocabulary().filler
        telling = [i for i in places if spoken.words[i].text not in filler]
        cues = vocabulary().cues
        changes = step is not Step.CREDENTIALS_EMAIL and any(
            spoken.words[i].text in cues["change"] for i in places
        )
        known = shop.product_words.union(
            ("gb", "tb"), *(cues[cue] for cue in ("change", "seats", "of_them", "times"))
        )
        if any(spoken.words[i].text in shop.product_words for i in telling):
            known |= cues["everything"] | cues["come_to"]  # "archiving on all of them", "sea para 3"
            if any(i in spoken.numbers for i in telling):  # "Disaster Recovery só em 1 deles"
                known |= {
                    word.text for word in spoken.words if spoken.text[word.start].islower()
                } & ordinary_words()
        speaks = all(i in spoken.numbers or spoken.words[i].text in known for i in telling)
        counts = bool(telling) and telling[0] in spoken.numbers and len(telling) > 1
        counts = counts or (
            any(i != places[0] for i in telling) and spoken.words[places[0]].text in cues["seats"]
        )
        shares = _says_who_gets(spoken, places, shop)
        counts = (
            counts or shares
        ) and step is not Step.CUSTOMER_NAME  # "3 Basic" may be what they are called
        if asked and not (telling and (changes or counts)):
            return False  # where their data is asked for, only "make it 30", "4 standard" speak of the order
        return speaks or (shares and not asked)

    situation = Situation(step, draft.new_customer, shop.account.country, about_order, _edges(spoken))
    heard = read_customer(spoken.text, situation)
    if not heard.says_anything() or not _is_plausible(heard, spoken, step):
        return None
    return heard


def _says_who_gets(spoken: Spoken, places: Sequence[int], shop: Shop) -> bool:
    """ "Disaster recovery on 1 of them", "copilot only for the 2 partners": a product, then for how many."""
    cues = vocabulary().cues
    telling = [i for i in places if spoken.words[i].text not in vocabulary().filler]
    who = cues["only"].union(*(cues[cue] for cue in ("of_them", "customer", "everybody")))
    leads = bool(telling) and spoken.words[telling[0]].text in shop.product_words
    return (
        leads
        and any(i in spoken.numbers for i in places)
        and any(spoken.words[i].text in who for i in places)
    )


def _is_due(text: str, draft: Draft, step: Step | None) -> bool:
    """A customer is being described, or about to be, or the credentials are spoken of."""
    if draft.new_customer or step in (*NEW_STEPS, Step.CUSTOMER, Step.CREDENTIALS_EMAIL):
        return True
    is_told = is_form(text) or (draft.customer is None and find_address(text) is not None)
    return is_told or bool(read_announcement(text, step)) or says("credentials", text)


def _is_plausible(heard: HeardCustomer, spoken: Spoken, step: Step | None) -> bool:
    if step is Step.CUSTOMER and not (heard.is_certain() or heard.create or heard.credentials):
        return False  # a name alone is looked for among the customers first
    if _ends_asking(spoken.text) and (
        heard.is_only_words() or not (heard.has_data() or "@" in heard.credentials)
    ):
        return heard.is_new or heard.create
    if not heard.is_only_words() or is_state(heard.address.state):
        return True
    if says("dont_know", spoken.text):
        return False
    is_labelled = re.match(rf"[\W_]*(?:{any_of('name_label')})\s*:?\s*\w", fold(spoken.text)) is not None
    return spoken.intent in COULD_BE_A_NAME or is_labelled or _looks_like_a_name(spoken.text)


def _ends_asking(text: str) -> bool:
    """A question; "the name? It's Zed Labs" is its own answer."""
    _, mark, behind = text.rpartition("?")
    return bool(mark) and re.search(r"\w", behind) is None


def _looks_like_a_name(text: str) -> bool:
    capitals = re.findall(r"(?<!\w)[^\W\d_a-záéíóúñüãõâêôç]\w+", text)
    return len(capitals) > 1 or pattern("legal_form").search(text.lower()) is not None


def _is_paid_for(spoken: Spoken, place: int) -> bool:
    """Whether a word alone in its clause says how it is paid: "pagando | no visa", "billed | yearly"."""
    if place < 0:
        return False
    word, known = spoken.words[place], vocabulary().every_word
    begins = re.search(r"(?:^|[^\w\s])\s*$", spoken.text[: word.start])
    is_alone = begins or (place > 0 and spoken.words[place - 1].text in known)
    joined = not spoken.text[word.end : spoken.words[place + 1].start].strip()
    is_small = spoken.text[word.start].islower()
    return bool(is_alone and joined and is_small and _VERBAL.search(word.text))


def _edges(spoken: Spoken) -> tuple[int, ...]:
    """Where talk of terms and cards begins and ends inside a piece: "El Güero | con la visa"."""
    filler = vocabulary().filler
    edges = []
    for place in spoken.firm:
        first = place
        while first > 0 and spoken.words[first - 1].text in filler:
            if spoken.text[spoken.words[first - 1].end : spoken.words[first].start].strip():
                break  # a comma parts them
            first -= 1
        first -= _is_paid_for(spoken, first - 1)
        edges += [spoken.words[first].start, spoken.words[place].end]
    return tuple(edges)
