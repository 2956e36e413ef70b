"""A JSON object of the marketplace: strict about what we need, blind to keys that we do not know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from bot.marketplace.errors import ContractBroken
from bot.ordering.money import Money

Choice = TypeVar("Choice", bound=StrEnum)


class Fields:
    """Reads one JSON object; every failure is a ``ContractBroken`` that names the place it stands at."""

    def __init__(self, data: object, where: str, correlation_id: str | None = None) -> None:
        self.where = where
        self.correlation_id = correlation_id
        if not isinstance(data, Mapping):
            raise self.broken("is not an object")
        self._data = data

    def broken(self, complaint: str) -> ContractBroken:
        return ContractBroken(f"{self.where} {complaint}", self.correlation_id)

    def has(self, key: str) -> bool:
        return self._data.get(key) is not None

    def has_text(self, key: str) -> bool:
        value = self._data.get(key)
        return isinstance(value, str | int) and not isinstance(value, bool) and value != ""

    def text(self, key: str) -> str:
        """A string; a bare number counts, because ids come as either."""
        if not self.has_text(key):
            raise self.broken(f"has no readable {key}")
        return str(self._data[key])

    def text_or(self, key: str, default: str) -> str:
        return self.text(key) if self.has_text(key) else default

    def flag(self, key: str) -> bool:
        return self._data.get(key) is True

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        value = self.text(key)
        if value not in set(choices):
            raise self.broken(f"has an unknown {key}: {value}")
        return choices(value)

    def number(self, key: str) -> Decimal:
        """An exact, finite number, from a string or a JSON number (parsed with ``parse_float=Decimal``)."""
        value = self._data.get(key)
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
                raise InvalidOperation
            number = Decimal(value)
        except InvalidOperation:
            raise self.broken(f"has no readable {key}") from None
        if not number.is_finite():
            raise self.broken(f"has no readable {key}")
        return number

    def whole(self, key: str) -> int:
        number = self.number(key)
        if number != int(number):
            raise self.broken(f"has a {key} that is not whole")
        return int(number)

    def money(self, key: str) -> Money:
        price = self.one(key)
        return Money(price.number("amount"), price.text("currency"))

    def moment(self, key: str) -> datetime:
        """A date and time in UTC; one without a zone is taken to be UTC."""
        try:
            moment = datetime.fromisoformat(self.text(key))
        except ValueError:
            raise self.broken(f"has no readable {key}") from None
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)

    def one(self, key: str) -> Fields:
        return Fields(self._data.get(key), f"{self.where}.{key}", self.correlation_id)

    def many(self, key: str) -> list[Fields]:
        values = self._data.get(key)
        if not isinstance(values, list):
            raise self.broken(f"has no list of {key}")
        return [
            Fields(value, f"{self.where}.{key}[{place}]", self.correlation_id)
            for place, value in enumerate(values)
        ]

    def many_if_any(self, key: str) -> list[Fields]:
        return self.many(key) if self.has(key) else []

    def texts(self, key: str) -> list[str]:
        """A list of strings; an absent one is empty."""
        values = self._data.get(key) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.broken(f"has no readable {key}")
        return values
