"""Persons in a piece of a message: which contact they are, their name, and who is the same as who."""

from __future__ import annotations

import re

from bot.ordering.credentials import CUSTOMERS, OTHER, OWN
from bot.ordering.customer import Contact, ContactRole
from bot.ordering.draft import Step
from bot.ordering.newcomer.heard import HeardCustomer, Problem
from bot.ordering.newcomer.pieces import MASK, Piece, roles_listed
from bot.ordering.newcomer.values import country_of
from bot.ordering.newcomer.words import (
    PARTICLES,
    after,
    any_of,
    is_only,
    is_ordinary,
    is_talk,
    is_titled,
    leading,
    pattern,
    says,
)
from bot.ordering.text import fold

_ROLES = (
    (ContactRole.BILLING, "billing"),
    (ContactRole.TECHNICAL, "technical"),
    (ContactRole.ADMIN, "admin"),
)
_LABELS = ("contact_label", "billing", "technical", "admin", "email_label", "phone_label", "name_label")
_COMPARED = re.compile(
    r"\b(?:igual(?:es)?|same|m[ie]sm[oa]s?)(?: conta[ct]+o?| persona?)? (?:que|q|k|as|del?|do|ao|al|a|the)\b"
)


def read_role(piece: Piece) -> ContactRole | None:
    """Whose contact the piece begins to describe, if it says so."""
    folded = fold(piece.text)
    announced = any(leading(kind).match(folded) for kind in ("contact_label", "contact_name"))
    for role, kind in _ROLES:
        found = pattern(kind).search(folded)
        if found and (_is_early(folded, found.start()) or (piece.values and says("email_label", piece.text))):
            return role
    return ContactRole.ADMIN if announced else None


def read_roles(piece: Piece) -> list[ContactRole]:
    """Whose contact it is; of several, "billing and tech: Luis Gil", the first is the one to describe."""
    role, listed = read_role(piece), roles_listed().search(fold(piece.text))
    if role is None or listed is None:
        return [role] if role else []
    roles = roles_named(listed.group())
    first = ContactRole.ADMIN if ContactRole.ADMIN in roles else role
    return [first, *(other for other in roles if other is not first)]


def roles_named(folded: str) -> list[ContactRole]:
    """Whose contacts these words name."""
    return [role for role, kind in _ROLES if pattern(kind).search(folded)]


def role_named(folded: str) -> ContactRole | None:
    return next(iter(roles_named(folded)), None)


def _is_early(folded: str, place: int) -> bool:
    """Only articles and "contacto" stand before it."""
    before = folded[:place].strip(f" {MASK}")
    words = re.sub(pattern("contact_label"), " ", before).split()
    return all(
        is_only("lead_in", word)
        or word in ("persona", "para", "asunto", "correo", "telefono", "email", "mail", "phone")
        for word in words
    )


def read_same(
    text: str, step: Step | None, has_contact: bool, first_name: str
) -> dict[ContactRole, ContactRole]:
    """{role: the role whose person it is}, from "el mismo", "igual que facturación", "the same for all", "Ana
    for billing and tech". ``first_name``: of whom is known."""
    folded = fold(text)
    if step in (Step.CONTACT_BILLING, Step.CONTACT_TECHNICAL) and _points_back(folded, first_name):
        return dict.fromkeys(_asked(step), ContactRole.ADMIN)
    if not says("same", folded) and not _is_for_several(folded, text, first_name):
        return {}
    named = [(pattern(kind).search(folded), role) for role, kind in _ROLES]
    roles = [role for _, role in sorted((found.start(), role) for found, role in named if found)]
    compared = _COMPARED.search(folded)
    source = ContactRole.ADMIN
    if compared and roles and pattern_at_end(folded, roles[-1]):
        source, roles = roles[-1], roles[:-1]
    roles = [role for role in roles if role is not ContactRole.ADMIN and role is not source]
    if says("everyone", folded):
        roles = [ContactRole.BILLING, ContactRole.TECHNICAL]
    if not roles:
        roles = _asked(step) if not has_contact else [ContactRole.BILLING, ContactRole.TECHNICAL]
    return {role: source for role in roles if role is not source}


def behind_several(text: str) -> str:
    """The name behind what says that somebody is all of them, "" where none is."""
    folded = fold(text)
    everyone = [found for found in pattern("everyone").finditer(folded) if _is_plain_word(text, found)]
    several = [*everyone, *roles_listed().finditer(folded)]
    labels = pattern("contact_label").finditer(folded) if several else ()
    behind = text[max((found.end() for found in (*several, *labels)), default=len(text)) :]
    is_name = re.search(r":\s*\w", behind) or is_titled(re.findall(r"[^\W\d_]+", behind)[-2:])
    return behind if is_name and not is_talk(behind) else ""


def _points_back(folded: str, first_name: str) -> bool:
    """ "Him too", "just Joe", "nobody else", "as above": nothing but whom we know already."""
    name = rf"{re.escape(fold(first_name))}(?:'?s)?" if first_name else r"(?!)"
    whom = rf"(?:{name}|{any_of('one_person')}|{any_of('nobody_else')}|{any_of('admin')})"
    rest = re.sub(rf"\b{whom}(?![\w@])", " ", folded)
    beside = rf"[\W_]*(?:(?:{any_of('beside_whom')})[\W_]+)*"
    return rest != folded and re.fullmatch(beside, f"{rest} ") is not None


def _is_plain_word(text: str, found: re.Match[str]) -> bool:
    """ "Para los tres: Ana", "Todos: Ana", not "Las Tres Marías", "All Saints Clinic"."""
    return text[found.start()].islower() or re.match(r"[^:]{0,12}:\s*\w", text[found.end() :]) is not None


def pattern_at_end(folded: str, role: ContactRole) -> bool:
    """Whether the role is what it is compared with: the last thing said."""
    kind = dict((role_, kind_) for role_, kind_ in _ROLES)[role]
    return [*pattern(kind).finditer(folded)][-1].end() >= len(folded.rstrip(" .!")) - 1


def _is_for_several(folded: str, text: str, first_name: str) -> bool:
    """ "Para todo", "for billing, technical and admin", "she covers all three", "Ana does billing"."""
    roles = [role for role in roles_named(folded) if role is not ContactRole.ADMIN]
    is_told = says("one_person", text) or (first_name and fold(first_name) in re.findall(r"\w+", folded))
    if is_told and (roles or says("everyone", folded)) and not re.search(r"\d", text):
        return True
    listed = roles_listed().search(folded)
    if listed and not text.rstrip().endswith(":"):
        rest = pattern("contact_label").sub(" ", folded[: listed.start()] + " " + folded[listed.end() :])
        return not re.search(r"\w", rest) or is_talk(rest)
    if behind_several(text):
        return True
    for_all = re.search(rf"\b(?:para|pa|pra|pros|aos|for|in|en|em) (?:{any_of('everyone')})\b", folded)
    return is_only("everyone", folded) or for_all is not None


def _asked(step: Step | None) -> list[ContactRole]:
    if step is Step.CONTACT_TECHNICAL:
        return [ContactRole.TECHNICAL]
    if step is Step.CONTACT_BILLING:
        return [ContactRole.BILLING]
    return [ContactRole.BILLING, ContactRole.TECHNICAL]


def read_contact(piece: Piece) -> tuple[Contact, list[Problem]]:
    """The person in the piece; values that cannot be what they are meant to be are problems."""
    said: dict[str, str] = {}
    problems = []
    for value in piece.values:
        if value.value is None:
            problems.append(Problem(f"{value.kind}_wrong", value.said[:80]))
        else:
            said[value.kind] = value.value
    last_only = after("last_name_label", piece.plain)
    first, last = ("", last_only) if last_only else read_name(piece.text)
    return Contact(first, last, said.get("email", ""), said.get("phone", "")), problems


def read_name(text: str) -> tuple[str, str]:
    """("Ana", "Ruiz") from "contacto: Lic. Ana Ruiz, tel"; ("", "") when no name is left."""
    text = text.rpartition(":")[2] if re.search(r":\s*[^\W\d]", text) else text  # "es otra: Luis Gil"
    folded = fold(text)
    for kind in (*_LABELS, "title"):
        for found in pattern(kind).finditer(folded):
            text = text[: found.start()] + MASK * (found.end() - found.start()) + text[found.end() :]
    words = [word.strip(".:()\"'-–—") for word in text.replace(MASK, " ").split()]
    words = [word for word in words if re.search(r"[^\W_]", word) and not re.search(r"\d", word)]
    while words and is_only("lead_in", words[0]) and not _is_given(words):
        words.pop(0)
    while words and is_only("lead_in", words[-1]) and not (is_titled(words) and words[-1][0].isupper()):
        words.pop()
    words = _written_as_a_name(_without_talk(words))
    if (
        not words
        or len(words) > 7
        or not all(re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*", word) for word in words)
    ):
        return "", ""
    return split_name(words)


def _without_talk(words: list[str]) -> list[str]:
    """Without ordinary words in front ("mejor maria lopez"), and nobody where there is nothing else; a name
    that is written as one may be a word of the language: "Julio Calle"."""
    if is_titled(words):
        return words
    if all(is_ordinary(word) or _is_place(word) for word in words):
        return []
    return words if len(words) == 1 or not is_ordinary(words[0]) else _without_talk(words[1:])


def _written_as_a_name(words: list[str]) -> list[str]:
    """What is written as a name among words that are not: "Talk to Joe Hill", "Mary Poe pays"; nobody where
    the sentence has none: "bills go to the husband"."""
    runs: list[list[str]] = [[]]
    for word in words:
        if word[0].isupper() or (runs[-1] and fold(word) in PARTICLES):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    if is_titled(longest):
        return longest
    tells = [word for word in words if word.islower() and fold(word) not in PARTICLES]
    is_told = any(
        says("relative", word) or is_only("lead_in", word) or says("clause", word) for word in tells
    )
    return [] if len(words) > 1 and is_told else words


def _is_given(words: list[str]) -> bool:
    """ "Al Bundy", not "al contacto"."""
    return is_titled(words) and has_given_name(words[0])


def _is_place(word: str) -> bool:
    return is_only("state", word) or country_of(word) is not None


def names_a_person(piece: Piece) -> bool:
    """Whether the piece says whose name follows, or writes one as names are written."""
    said = any(leading(kind).match(fold(piece.plain)) for kind in ("contact_label", "name_label"))
    names = re.findall(r"[^\W\d_]+", piece.plain)
    return said or read_role(piece) is not None or is_titled(names) and not piece.values


def split_name(words: list[str]) -> tuple[str, str]:
    """First and last names: of four words two each, else the first word is the first name."""
    count = 2 if len([word for word in words if fold(word) not in PARTICLES]) > 3 else 1
    if count == 2 and fold(words[1]) in PARTICLES:
        count = 1
    return " ".join(_cased(word) for word in words[:count]), " ".join(_cased(word) for word in words[count:])


def without_title(name: str) -> str:
    """ "Mr. Olumide Fashakin" as Olumide Fashakin."""
    found = re.match(rf"(?:(?:{any_of('form_of_address')})\s+)+(?=\w)", fold(name))
    return name[found.end() :] if found else name


def has_given_name(said: str) -> bool:
    """ "Louise Carter", "luisa": it begins with a name that people are given."""
    return pattern("given_name").match(fold(said)) is not None


def names_somebody(name: str) -> bool:
    """ "Dr. Kavita Rao", "Luis Gil": a title or a given name, and a name behind it."""
    said = without_title(name).split()
    is_given = bool(said) and has_given_name(said[0])
    return is_titled(said) and (is_given or len(said) < len(name.split()))


def _cased(word: str) -> str:
    """ "ana" as Ana: a hurried hand writes names small. Particles and inner capitals stay."""
    return word if fold(word) in PARTICLES or not word.islower() else word[:1].upper() + word[1:]


def read_credentials(piece: Piece, heard: HeardCustomer, step: Step | None) -> bool:
    """Where the credentials go; False when the piece does not speak of them."""
    if step is not Step.CREDENTIALS_EMAIL and not says("credentials", piece.text):
        return False
    emails = [value for value in piece.values if value.kind == "email"]
    if emails and emails[0].value is None:
        heard.problems.append(Problem("email_wrong", emails[0].said[:80]))
    elif emails:
        heard.credentials = emails[0].value or ""
    elif to := _first_receiver(fold(piece.text)):
        heard.credentials = to
    else:
        return False
    return True


def _first_receiver(folded: str) -> str:
    """ "To me and I'll set it up for her" goes to me; "to the client, not to me" does not."""
    places: dict[int, str] = {}
    whose = re.compile(rf"\s+(?:{any_of('to_customer')})(?!\w)")  # "a mi cliente"
    for kind, to in (("to_customer", CUSTOMERS), ("another", OTHER), ("to_me", OWN)):
        for found in pattern(kind).finditer(folded):
            denial = re.search(rf"\b({any_of('denies')})\s+(?:send\s+|to\s+)*$", folded[: found.start()])
            is_in_the = (
                denial and denial[1] == "no" and re.match(r"noss|meu|minh|do |del[ea]s?\b", found.group())
            )
            is_denied = denial and not is_in_the  # Portuguese "no nosso e-mail"
            if not (is_denied or (to == OWN and whose.match(folded, found.end()))):
                places[found.start()] = to
    return places[min(places)] if places else ""
