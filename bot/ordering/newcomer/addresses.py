"""A postal address out of the pieces of a message, with or without commas and labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.ordering.customer import CITY_STATES, STATE_COUNTRIES, Address
from bot.ordering.newcomer.streets import (
    NUMBER,
    end_of_street,
    has_street_end,
    is_more_street,
    lacks_its_number,
    looks_like_street,
    names_a_place,
    town_ahead,
    without_lead,
)
from bot.ordering.newcomer.towns import (
    ALSO_TOWNS,
    BEFORE_A_CODE,
    ended_in_capitals,
    ends_with_state,
    is_state,
    split_country,
    split_last_town,
    split_state,
    trim,
)
from bot.ordering.newcomer.values import country_of, postal_pattern
from bot.ordering.newcomer.words import PARTICLES, after, is_ordinary, is_talk, leading, pattern
from bot.ordering.text import fold

_LABELS = {
    "country": "country_label",
    "postal_code": "postal_label",
    "city": "city_label",
    "state": "state_label",
    "street": "address_label",
}


# Where houses and streets outside of towns have names, and no numbers.
UNNUMBERED_COUNTRIES = frozenset({"GB", "IE", "IN", "NG", "ZA"})


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
        said, (text, country) = text, self._split_country(text)
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

    def _split_country(self, text: str) -> tuple[str, str | None]:
        """Also in front of its postal code, "Medellín, Colombia 050010", where no street begins so."""
        coded = BEFORE_A_CODE.fullmatch(text.strip(" .,"))
        if coded and (self._has_street() or self.towns):
            before, code = split_country(coded[1], self.country)
            is_its = code and code not in ALSO_TOWNS and postal_pattern(code).fullmatch(coded[2])
            if is_its and not (self.country == "US" and postal_pattern("US").fullmatch(coded[2])):
                return f"{before} {coded[2]}".strip(), code
        return split_country(text, self.country)

    def has_town(self) -> bool:
        return bool(self.address.city or self.known.city or (self.address.postal_code and self.towns))

    def goes_on_with(self, said: str) -> bool:
        """ "Av. Juárez, 12, 06050, CDMX": the number of a house that has none yet, and a postal code."""
        is_house = said.isdigit() and lacks_its_number(self.address.street)
        code = postal_pattern(self.country).search(said)
        beside = said[: code.start()].strip() if code and code.end() == len(said) else said
        is_its_state = bool(self.towns) and said.isupper() and is_state(said)  # "Palmas, TO"
        return bool(self.address.street) and (
            is_house or is_its_state or not beside or (code is not None and is_state(beside))
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
        if towns and (address.street or self._is_without_number(address, towns)):
            address = replace(address, street=", ".join(filter(None, [address.street, *towns])))
        return address

    def _is_without_number(self, address: Address, towns: list[str]) -> bool:
        """ "Main Street, Ballyvaughan, H91 X2Y3": all is there, and no number is needed."""
        country = address.country or self.country
        return bool(address.postal_code and not self.known.street) and (
            country in UNNUMBERED_COUNTRIES or any(map(names_a_place, towns))
        )

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
        if is_street or (self.is_open and looks_like_street(before) and not self.address.street):
            self._street(before, has_town=bool(behind))
        elif before and self.address.street and is_more_street(before):
            self.address = replace(self.address, street=f"{self.address.street}, {before}")
        elif self._is_wrong_postal(before):
            self.wrong_postal = before
        elif before and not self._town(before, beside_code=bool(code)):
            return False
        if behind:
            self._town(behind, is_city=True, beside_code=bool(code))
        return bool(before or behind or code)

    def _without_town_ahead(self, text: str) -> str:
        ahead = town_ahead().match(fold(text))
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
            numbers_ahead = NUMBER.search(fold(ahead))
            needs_number = is_street or (looks_like_street(text) and not self._has_street())
            if not is_street and (ends_with_state(ahead) or self._is_no_house(found.group())):
                needs_number = False  # "long beach ny 11561"
            if label is None and not numbers_ahead and needs_number and ahead.strip():
                continue  # the only number of a street is its house's
            is_house = found.start() == 0 and re.match(r"\d+\s+\w+\s+\w*", text) is not None
            if label is None and is_house and has_street_end(text):
                continue  # "12345 Main St"
            is_inside = leading("more_street").match(fold(behind)) or re.search(r"\bkm\.?\s*$", fold(ahead))
            if label is None and is_inside:
                continue  # "Av. 9 de Julio 1200 piso 3", "Ruta 40 km 2015"
            if label is not None and label.end() <= found.start():
                ahead = ahead[: label.start()]
            if self.country in (*STATE_COUNTRIES, "BR"):  # "santos sp 11010-141"
                ahead = ended_in_capitals(ahead)
            return trim(ahead), found.group().upper(), trim(behind)
        return trim(text), "", ""

    def _is_no_house(self, code: str) -> bool:
        """ "Bakewell DE45 1GX", "Andheri West, Mumbai 400053": too long for the number of a house."""
        count = len(re.sub(r"\W", "", code))
        return count > 5 or (count == 5 and bool(self.towns))  # noqa: PLR2004  digits of a postal code

    def _street(self, text: str, has_town: bool) -> None:
        """``text`` is a street; without commas the town follows behind the house number."""
        self.is_open = True
        end = end_of_street(text) if not has_town else len(text)
        before = f"{self.address.street}, " if self.address.street and not self.has_town() else ""
        self.address = replace(self.address, street=before + trim(text[:end]))  # "Rodovia BR-101, km 45"
        tail = trim(text[end:])
        if re.fullmatch(r"(?:y|e|and|&|esq\.?|esquina)(?:\s\S+){1,3}", fold(tail)):  # "Bolívar 12-40 y Sucre"
            self.address, tail = replace(self.address, street=before + trim(text)), ""
        if not tail:
            return
        if is_more_street(tail):
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
        is_owed_state = (self.has_town() or self.towns) and is_state(text)  # "OR", "in", "PA"
        is_beyond = self._is_over() and (text.islower() or self.address.state)
        if not self.is_open or not re.search(r"[^\W\d_]", text) or is_beyond:
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


def _is_sentence(text: str) -> bool:
    """ "What do you need": no town begins with such a word."""
    said = text.split()
    is_long = len(said) > 2 and text.islower() and not leading("two_word_city").match(fold(text))  # noqa: PLR2004
    return is_long and fold(said[0]) not in PARTICLES and is_ordinary(said[0])
