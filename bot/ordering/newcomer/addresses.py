"""A postal address out of the pieces of a message, with or without commas and labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from bot.ordering.customer import CITY_STATES, STATE_COUNTRIES, Address
from bot.ordering.newcomer.towns import (
    ended_in_capitals,
    ends_with_state,
    is_state,
    split_country,
    split_last_town,
    split_state,
    trim,
)
from bot.ordering.newcomer.values import country_of, postal_pattern
from bot.ordering.newcomer.words import PARTICLES, after, any_of, is_ordinary, is_talk, leading, pattern
from bot.ordering.text import fold, words

_LABELS = {
    "country": "country_label",
    "postal_code": "postal_label",
    "city": "city_label",
    "state": "state_label",
    "street": "address_label",
}
_NUMBER = re.compile(r"\d+[\w/-]*|\bs/?n\b")


@dataclass
class AddressReader:
    """Takes the pieces of one message one by one; ``address`` is what they said.

    ``country`` is the one that decides what a postal code looks like. ``is_open``: a piece that could be a
    street or a town is one, because the address was asked for or has begun.
    """

    country: str
    is_open: bool
    known: Address = Address()
    address: Address = Address()
    wrong_postal: str = ""
    towns: list[str] = field(default_factory=list)

    def take(self, text: str) -> bool:
        """Read one piece; False when it is no part of an address."""
        text = without_lead(text)
        for part, label in _LABELS.items():
            rest = after(label, text)
            if rest is not None:
                if part != "street":
                    return self._labelled(part, rest)
                text, self.is_open = rest, True
        if not text.strip():
            return True
        said, (text, country) = text, split_country(text, self.country)
        if (
            country
            and country == (self.address.country or self.known.country)
            and not (text or self.has_town())
        ):
            self.towns.append(
                trim(said)
            )  # "01010 Guatemala, Guatemala"; "Panamá" where only the town is missing
        if country:
            self.address = replace(self.address, country=country)
            if not text:
                return True
        return self._take_rest(text) or country is not None

    def has_town(self) -> bool:
        return bool(self.address.city or self.known.city or (self.address.postal_code and self.towns))

    def goes_on_with(self, said: str) -> bool:
        """ "Av. Juárez, 12, 06050, CDMX": the number of a house that has none yet, and a postal code."""
        is_house = said.isdigit() and re.search(r"\d", self.address.street) is None
        code = postal_pattern(self.country).search(said)
        beside = said[: code.start()].strip() if code and code.end() == len(said) else said
        return bool(self.address.street) and (
            is_house or not beside or (code is not None and is_state(beside))
        )

    def end(self) -> Address:
        """The address, once every piece is taken."""
        towns, address = list(self.towns), self.address
        if address.country in CITY_STATES and not address.city:
            address = replace(address, city=CITY_STATES[address.country])
        only_state_missing = self.known.city and not self.known.state and not address.street
        if only_state_missing and len(towns) == 1:
            if is_state(towns[0]):
                return replace(address, state=towns[0])
            if self.country in STATE_COUNTRIES:
                return address  # who owes a state and says "Joe" has not moved to Joe
        if not address.state and len(towns) + bool(address.city) > 1 and is_state(towns[-1]):
            address = replace(address, state=towns.pop())
        if not address.city and towns:
            # "Centro, Guadalajara": the part of town is written before the town
            address = replace(address, city=towns.pop())
        if address.street and towns:
            address = replace(address, street=", ".join([address.street, *towns]))
        return address

    def _is_over(self) -> bool:
        """Behind all that an address needs, "México. les ponemos 9", small words are no part of it."""
        has_town = bool(self.address.city or self.towns)
        return has_town and bool(self.address.street and self.address.postal_code and self.address.country)

    def _labelled(self, part: str, said: str) -> bool:
        said = said.strip(" .,:")
        if part == "country":
            code = country_of(said)
            if code:
                self.address = replace(self.address, country=code)
            return code is not None
        if part == "postal_code":
            return self._postal_labelled(said)
        self.address = replace(self.address, **{part: said})
        return True

    def _postal_labelled(self, said: str) -> bool:
        found = postal_pattern(self.country).match(said)
        if found is None:
            self.wrong_postal = said[:20]
            return True
        self.address = replace(self.address, postal_code=found.group().upper())
        rest = said[found.end() :].strip(" .,")
        return self._town(rest, beside_code=True) if rest else True

    def _take_rest(self, text: str) -> bool:
        text = self._without_town_ahead(text) if self.is_open and not self._has_street() else text
        is_street = leading("street").match(fold(text)) is not None
        before, code, behind = self._split_postal(text, is_street)
        if code and not (self.is_open or is_street):
            return False  # a number somewhere is no address by itself
        if code:
            self.is_open = True
            self.address = replace(self.address, postal_code=code)
        if is_street or (self.is_open and _looks_like_street(before) and not self.address.street):
            self._street(before, has_town=bool(behind))
        elif before and self.address.street and _is_more_street(before):
            self.address = replace(self.address, street=f"{self.address.street}, {before}")
        elif self._is_wrong_postal(before):
            self.wrong_postal = before
        elif before and not self._town(before, beside_code=bool(code)):
            return False
        if behind:
            self._town(behind, is_city=True, beside_code=bool(code))
        return bool(before or behind or code)

    def _without_town_ahead(self, text: str) -> str:
        ahead = _town_ahead().match(fold(text))
        if ahead is None or any(leading(kind).match(fold(text)) for kind in ("more_street", "street")):
            return text
        self._town(text[: ahead.end(1)])
        return text[ahead.end() :]

    def _has_street(self) -> bool:
        return bool(self.address.street or self.known.street)

    def _is_wrong_postal(self, text: str) -> bool:
        """Digits alone where only the postal code is still missing."""
        missing = bool(self.known.street) and not self.known.postal_code
        return missing and re.fullmatch(r"[\dA-Z -]*\d[\dA-Z -]*", text) is not None

    def _split_postal(self, text: str, is_street: bool) -> tuple[str, str, str]:
        label = pattern("postal_label").search(fold(text))
        for found in reversed(list(postal_pattern(self.country).finditer(text))):
            ahead, behind = text[: found.start()], text[found.end() :]
            numbers_ahead = _NUMBER.search(fold(ahead))
            needs_number = is_street or (_looks_like_street(text) and not self._has_street())
            if not is_street and ends_with_state(ahead):
                needs_number = False  # "long beach ny 11561"
            if label is None and not numbers_ahead and needs_number and ahead.strip():
                continue  # the only number of a street is its house's
            is_house = found.start() == 0 and re.match(r"\d+\s+\w+\s+\w*", text) is not None
            if label is None and is_house and _has_street_end(text):
                continue  # "12345 Main St"
            if label is None and leading("more_street").match(fold(behind)):
                continue  # "Av. 9 de Julio 1200 piso 3"
            if label is not None and label.end() <= found.start():
                ahead = ahead[: label.start()]
            if self.country in (*STATE_COUNTRIES, "BR"):  # "santos sp 11010-141"
                ahead = ended_in_capitals(ahead)
            return trim(ahead), found.group().upper(), trim(behind)
        return trim(text), "", ""

    def _street(self, text: str, has_town: bool) -> None:
        """``text`` is a street; without commas the town follows behind the house number."""
        self.is_open = True
        end = _end_of_street(text) if not has_town else len(text)
        self.address = replace(self.address, street=trim(text[:end]))
        tail = trim(text[end:])
        if re.fullmatch(r"(?:y|e|and|&|esq\.?|esquina)(?:\s\S+){1,3}", fold(tail)):  # "Bolívar 12-40 y Sucre"
            self.address, tail = replace(self.address, street=trim(text)), ""
        if not tail:
            return
        if _is_more_street(tail):
            tail, state = split_state(tail)
            more, tail = split_last_town(tail)
            tail = f"{tail} {state}".strip()
            self.address = replace(
                self.address, street=f"{self.address.street}, {more}" if more else self.address.street
            )
        if tail:
            self._town(tail)

    def _town(self, text: str, is_city: bool = False, beside_code: bool = False) -> bool:
        text = re.sub(r"^(?:en|em|in)\s+", "", trim(text))
        is_owed_state = self.has_town() and is_state(text)  # "OR", "in"
        if not self.is_open or not re.search(r"[^\W\d_]", text) or (text.islower() and self._is_over()):
            return False
        is_named = beside_code and text[0].isupper()  # "110101 Loja" is no shop
        if not (is_owed_state or is_named) and (is_talk(text) or _is_sentence(text)):
            return False
        if (re.fullmatch(r"[A-Z]{2,3}\.?", text) and self.towns) or (self.address.city and is_state(text)):
            self.address = replace(self.address, state=text.strip("."))
            return True
        town, state = split_state(text)
        if state and not self.address.state:
            self.address = replace(self.address, state=state)
            text = town
        elif re.fullmatch(r"[A-Z]{2}", text) and is_state(text):
            self.address = replace(self.address, state=text)
            return True
        if is_city:
            self.address = replace(self.address, city=text)
        elif self.address.city and not self.address.state:  # "04500 Coyoacán, Ciudad de México"
            self.address = replace(self.address, state=text)
        else:
            self.towns.append(text)
        return True


def without_lead(text: str) -> str:
    """ "It's at 12 Elm St" as "12 Elm St"."""
    found = _lead().match(fold(text))
    return text[found.end() :] if found else text


@cache
def _lead() -> re.Pattern[str]:
    begins = rf"\d|(?:(?:la|el|a|o|the)\s+)?(?:{any_of('street')})(?!\w)"
    lead = rf"[\W_]*(?:(?:{any_of('says_where')})[\s,]+)*"
    is_verb = r"(?:es|is|e|it'?s)\s+(?=[^\W\d]{3}[^,;\n]*\d)"  # "es Hidalgo 45", not "E 5th St"
    return re.compile(rf"{lead}(?:(?:{any_of('says_where')})[\s,]+(?={begins})|{is_verb})")


@cache
def _town_ahead() -> re.Pattern[str]:
    """ "guadalajara calle luna 3": the town in front of its street, without a comma."""
    small = rf"(?!(?:{any_of('says_where')}|{any_of('lead_in')}|esquina|edificio)\s)"
    return re.compile(rf"({small}[^\W\d]{{4,}}(?:\s[^\W\d]+)?)\s+(?=(?:{any_of('street')})\s[^,;\n]*\d)")


def puts_street_right(folded: str, street: str) -> bool:
    """ "21 Elm St", or "Juárez 21" where Juárez 12 is known, at any time."""
    names = {word.text for word in words(street) if len(word.text) > 3}  # noqa: PLR2004
    said = {word.text for word in words(folded)}
    ends = re.fullmatch(rf"\d+\w?\s(?:\S+\s){{1,3}}(?:{any_of('street_end')})", folded)
    return ends is not None or any(not is_ordinary(word) for word in names & said)


def _is_sentence(text: str) -> bool:
    """ "What do you need": no town begins with such a word."""
    said = text.split()
    is_long = len(said) > 2 and text.islower() and not leading("two_word_city").match(fold(text))  # noqa: PLR2004
    return is_long and fold(said[0]) not in PARTICLES and is_ordinary(said[0])


def _looks_like_street(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text) and _NUMBER.search(fold(text)))


def _has_street_end(text: str) -> bool:
    return pattern("street_end").search(fold(text)) is not None


def _is_more_street(text: str) -> bool:
    return (
        leading("more_street").match(fold(text)) is not None
        or re.fullmatch(r"[#nNº°.\s]*\d+[\w-]*", text) is not None
    )


def _end_of_street(text: str) -> int:
    folded = fold(text)
    ends = [found.end() for found in pattern("street_end").finditer(folded)]
    if re.match(r"\d+\s", folded) and ends:
        side = re.compile(r"\s+(?:[ns][ew]?|[ew]|north|south|east|west)(?=$|[\s,.])").match(folded, ends[-1])
        return side.end() if side else ends[-1]  # "220 King St W"
    numbers = [found.end() for found in _NUMBER.finditer(folded)]
    if len(numbers) == 1 and re.match(r"\d+\s", folded):
        return len(text)  # "14 Kirkgate"
    return numbers[-1] if numbers else len(text)
