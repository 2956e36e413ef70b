"""Single values as people write them, checked: e-mail addresses, phone numbers, countries, postal codes."""

from __future__ import annotations

import re
from functools import cache

import phonenumbers
from babel import Locale
from babel.core import get_global
from email_validator import EmailNotValidError, validate_email

from bot.ordering.text import fold

# What could be meant as one of these; whether it is one is decided below.
EMAIL = re.compile(r"[^\s,;:<>()\[\]\"'@]+\s?@\s?[^\s,;:<>()\[\]\"']+")
PHONE = re.compile(
    r"(?:\+|\b00)?[ \t]?\(?\d(?:[\d \t()\-/]|\.(?!\s)){5,}\d(?:\s*(?:ext|extension|ramal)\.?\s*\d{1,5})?",
    re.I,
)

_HOUSE = 4  # digits of a house: "San Luis 1200" is a street
ZONES = get_global("zone_territories")
_POSTAL = {
    "AR": r"[A-Z]?\d{4}(?:[A-Z]{3})?",
    "AU": r"\d{4}",
    "BR": r"\d{5}-?\d{3}",
    "CA": r"[A-Z]\d[A-Z] ?\d[A-Z]\d",
    "CL": r"\d{3}-?\d{4}",
    "CO": r"\d{6}",
    "CR": r"\d{5}",
    "DE": r"(?:DE?-)?\d{5}",
    "DO": r"\d{5}",
    "EC": r"\d{6}",
    "ES": r"(?:ES?-)?\d{5}",
    "FR": r"(?:FR?-)?\d{5}",
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",
    "GT": r"\d{5}",
    "IE": r"[A-Z]\d[\dW] ?[A-Z\d]{4}",
    "IN": r"\d{3} ?\d{3}",
    "IT": r"(?:IT?-)?\d{5}",
    "MX": r"\d{5}",
    "PE": r"\d{5}",
    "PT": r"\d{4}-?\d{3}",
    "PY": r"\d{4,6}",
    "US": r"\d{5}(?:-\d{4})?",
    "SG": r"\d{6}",
    "UY": r"\d{5}",
    "VE": r"\d{4}",
}
_ANY_POSTAL = r"(?:(?=[A-Z]*\d)[A-Z\d]{3,5}(?:[ -]?[A-Z\d]{2,4})?|[A-Z]{2,3}[ -]?\d{3,5})"
# No other country's codes, nor anything else in an address, look like these.
_UNMISTAKABLE = {
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}",
    "IE": r"[AC-FHKNPRTV-Y]\d[\dW] (?=\d*[A-Z])[A-Z\d]{4}",
    "CA": r"[A-Z]\d[A-Z] \d[A-Z]\d",
    "BR": r"(?<![\d-])\d{5}-\d{3}(?![\d-])",
    "AU": r"(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}",
}
# Nor do these behind a town of theirs.
_TOWNS = {
    "IN": r"(?:mumbai|(?:new )?delhi|bengaluru|bangalore|chennai|hyderabad|pune|kolkata|ahmedabad|jaipur"
    r"|gurgaon|gurugram|noida|kochi|lucknow|chandigarh|indore|nagpur|goa|coimbatore)[\s,–-]+\d{3} ?\d{3}",
    "ZA": r"(?:cape town|johannesburg|durban|pretoria|sandton|stellenbosch|gqeberha|bloemfontein|centurion"
    r"|randburg)[\s,]+\d{4}",
    "AU": r"(?:sydney|melbourne|brisbane|perth|adelaide|hobart|canberra|darwin)[\s,]+\d{4}",
    "IE": r"dublin \d{1,2}",
}
_ALSO = {
    "usa": "US",
    "u.s.a.": "US",
    "us": "US",
    "u.s.": "US",
    "eeuu": "US",
    "ee.uu.": "US",
    "ee. uu.": "US",
    "estados unidos de america": "US",
    "united states of america": "US",
    "uk": "GB",
    "england": "GB",
    "inglaterra": "GB",
    "mx": "MX",
    "mex": "MX",
    "mexico, d.f.": "MX",
    "holanda": "NL",
    "holland": "NL",
    "republica dominicana": "DO",
    "hong kong": "HK",
    "macau": "MO",
    "macao": "MO",
    "uae": "AE",
    "u.a.e.": "AE",
}


def read_email(said: str) -> str | None:
    """The address as it should be written, or None when it cannot be one. Asks no network."""
    try:
        return validate_email(re.sub(r"\s", "", said).rstrip(".-"), check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def read_phone(said: str, country: str) -> str | None:
    """E.164, an extension after "#"; ``country`` is where a number without its country code belongs."""
    digits = re.sub(r"\D", "", said)
    candidates = [said, f"+{digits}"]
    if digits.startswith("521"):  # Mexico's mobile prefix of before 2019 still stands on many cards
        candidates.append(f"+52{digits[3:]}")
    if digits.startswith(("044", "045")):
        candidates.append(digits[3:])
    for candidate in candidates:
        try:
            number = phonenumbers.parse(candidate, country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            bare = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return f"{bare}#{number.extension}" if number.extension else bare
    return None


def is_phone_of(said: str, country: str) -> bool:
    """Whether it can be dialled as it stands: in ``country``, or with the code of another one."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(said, country))
    except phonenumbers.NumberParseException:
        return False


def shown_phone(phone: str) -> str:
    """As people read it: +52 55 1234 5678."""
    bare, _, extension = phone.partition("#")
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    number = phonenumbers.format_number(phonenumbers.parse(bare), form)
    return f"{number} ext. {extension}" if extension else number


def country_of(name: str) -> str | None:
    """The ISO code of a country named in Spanish, English or Portuguese."""
    return _countries().get(fold(name).strip(" .,"))


def country_of_code(text: str, home: str = "") -> str:
    """ "London E1 6AN", "Pune 411001": the country whose postal code gives it away, unless it is ``home``."""
    ways = [(code, form, text) for code, form in _UNMISTAKABLE.items()]
    ways += [(code, form, fold(text)) for code, form in _TOWNS.items()]
    found = next((code for code, form, said in ways if re.search(rf"\b{form}\b", said)), "")
    return "" if found == home else found


def country_of_mail(text: str) -> str:
    """ "Darren@banjo.com.au": where a number beside it may belong."""
    found = EMAIL.search(text)
    ending = found.group().rstrip(".").rpartition(".")[2].upper() if found else ""
    return {"UK": "GB"}.get(ending, ending if ending in phonenumbers.SUPPORTED_REGIONS else "")


def country_of_town(text: str, home: str) -> str:
    """ "28001 Madrid", "Lima 15046": a known town beside a code of its country, which is not ``home``."""
    folded = fold(text)
    for found in _known_towns().finditer(folded):
        code = _towns()[found.group()]
        form = postal_pattern(code).pattern
        ahead = re.search(rf"({form})\s*,?\s*$", text[: found.start()], re.I)
        behind = re.match(rf"(?:\s*,?\s*d\.?c\.?|\s+de\s+\w+)?\s*,?\s*({form})", text[found.end() :], re.I)
        if code != home and any(each and len(each[1]) > _HOUSE for each in (ahead, behind)):
            return code
    return ""


def country_name(code: str, language: str) -> str:
    return str(Locale(language).territories.get(code, code))


@cache
def _towns() -> dict[str, str]:
    """The towns that give their names to time zones."""
    names = {
        fold(zone.split("/")[-1].replace("_", " ")): code
        for zone, code in ZONES.items()
        if zone.count("/") == 1
    }
    return {name: code for name, code in names.items() if code in _POSTAL}


@cache
def _known_towns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _towns()), key=len, reverse=True))})\b")


@cache
def _countries() -> dict[str, str]:
    names = {
        fold(name): code
        for language in ("pt", "en", "es")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()
    }
    return {**names, **_ALSO}


@cache
def postal_pattern(country: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_POSTAL.get(country, _ANY_POSTAL)})(?![\w-])", re.I)
