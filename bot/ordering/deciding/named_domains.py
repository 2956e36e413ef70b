"""What becomes of the names of a message beside the domains of the order: which stay, which go, and which
are left to be wished for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ordering.deciding.checked_domain import OFFERS
from bot.ordering.deciding.contested import contested
from bot.ordering.deciding.message import Message
from bot.ordering.deciding.taken_domain import drop
from bot.ordering.domain_heard import HeardName
from bot.ordering.domains import BadDomain, DomainName, read_domain, shown
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop


def domains_said(message: Message, outcome: Outcome) -> list[HeardName]:
    """The names of the message, its endings in full, and what "only the .com" takes out."""
    said = [*message.heard.domains.names, *_spelled_out(message, outcome)]
    return said + _all_but(said, outcome.draft)


def left_to_wish(
    said: Sequence[HeardName], message: Message, outcome: Outcome, shop: Shop
) -> list[HeardName]:
    """The names that are not taken out. One that takes an additional domain's place is additional too."""
    before = outcome.draft
    named = [name for name in said if not _take_out(name, message, outcome, shop)]
    old = None if message.step is Step.EXTRA_DOMAINS else _same_ending(named, outcome)
    if old:
        outcome.draft = outcome.draft.without_domain(old)
        outcome.tell("domain_removed", domain=shown(old))
    if outcome.draft.domain == before.domain and outcome.draft.extra_domains != before.extra_domains:
        return [replace(name, extra=True, is_new=False) for name in named]
    return named


def _same_ending(named: Sequence[HeardName], outcome: Outcome) -> str | None:
    """ "It's b.mx" beside a.com and a.mx means the latter."""
    own, extras = outcome.draft.domain, outcome.draft.extra_domains
    if len(named) != 1 or named[0].extra or contested(outcome.questions) or not (own and own.name):
        return None
    ending = named[0].text.lower().partition(".")[2]
    old = [str(known.name) for known in extras if ends_with(str(known.name), ending)]
    known = {str(one.name) for one in outcome.draft.domains()}
    is_other = not ends_with(own.name, ending) and named[0].text.lower() not in known
    return old[0] if len(old) == 1 and is_other else None


def _spelled_out(message: Message, outcome: Outcome) -> list[HeardName]:
    """ "The .mx": the name that the talk is about under that ending."""
    about, own = contested(outcome.questions), outcome.draft.domain
    here = [one.text for one in message.heard.domains.names if not one.removed]  # "a.com and the .org"
    name = here[0] if here else about.name if about else (own.name if own else None) or _suggested(outcome)
    if name is None:
        return []
    label = name.partition(".")[0]
    in_full = {one.text.lower().partition(".")[2] for one in message.heard.domains.names if not one.removed}
    found = []
    for ending in message.heard.domains.endings:
        known = [str(one.name) for one in outcome.draft.domains() if ends_with(str(one.name), ending.text)]
        is_known = known and not (about or ending.extra or ending.joined)
        if not ending.removed and (ending.text in in_full or (here and is_known)):
            continue  # "it should end with .org, so a-b.org"; "b.com, the .org stays"
        # "Take out the .net" means the one that is there, whatever its label.
        is_there = known and (ending.removed or is_known)
        found.append(replace(ending, text=known[0] if is_there else f"{label}.{ending.text}"))
    return found


def _all_but(said: Sequence[HeardName], draft: Draft) -> list[HeardName]:
    """ "Leave only the .com": of the order's domains, those that are to go."""
    known = [str(one.name) for one in draft.domains()]
    named = {name.text.lower() for name in said}
    is_only = any(name.only and name.text.lower() in known for name in said if not name.removed)
    return [HeardName(name, removed=True) for name in known if is_only and name not in named]


def _suggested(outcome: Outcome) -> str | None:
    """ "Tacos" lacks an ending, ".com, .net or .mx?" - "el .mx"."""
    names = [name for step in OFFERS for name in getattr(outcome.questions.get(step), "choices", ())]
    return names[0] if len({name.partition(".")[0] for name in names}) == 1 else None


def ends_with(name: str, ending: str) -> bool:
    return name.partition(".")[2] == ending


def _take_out(name: HeardName, message: Message, outcome: Outcome, shop: Shop) -> bool:
    """Whether the name was taken out of the order, or asked to be."""
    domain = read_domain(name.text, shop.catalog)
    if not name.removed or isinstance(domain, BadDomain):
        return name.removed
    about = contested(outcome.questions)
    if about and about.name == domain.name:
        drop(about, outcome)
        return True
    if all(known.name != domain.name for known in outcome.draft.domains()):
        _refuse(domain, message, outcome)
        return True
    outcome.draft = outcome.draft.without_domain(domain.name)
    outcome.tell("domain_removed", domain=domain.shown)
    return True


def _refuse(domain: DomainName, message: Message, outcome: Outcome) -> None:
    """Not wanted, and not in the order either: where one is asked for, that is an answer."""
    names = message.heard.domains.names
    if message.step is Step.DOMAIN and all(name.removed for name in names):
        outcome.questions.pop(Step.DOMAIN, None)
        outcome.draft = outcome.draft.with_domain(DomainChoice(None))
        outcome.tell("domain_postponed", domain=domain.shown)
    else:
        outcome.tell("domain_not_in_order", domain=domain.shown)
