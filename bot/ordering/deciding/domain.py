"""Which domains. A name is only wished for here: the marketplace checks it before it enters the draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ordering.catalog import DomainNeed
from bot.ordering.deciding.checked_domain import FREE_INSTEAD, OFFERS
from bot.ordering.deciding.contested import Contested, contested
from bot.ordering.deciding.message import Message
from bot.ordering.deciding.named_domains import domains_said, ends_with, left_to_wish
from bot.ordering.deciding.taken_domain import about_the_taken, drop, transfer_of, without_code
from bot.ordering.domain_asked import takes_it
from bot.ordering.domain_heard import HeardName
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.domains import BadDomain, DomainName, read_domain, shown
from bot.ordering.draft import DOMAIN_STEPS, DomainChoice, Step
from bot.ordering.outcome import DomainWish, Outcome
from bot.ordering.shop import Shop
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary

TO_TRANSFER, THEIRS = "domain_to_transfer", "domain_theirs_which"


def decide_domain(message: Message, outcome: Outcome, shop: Shop) -> None:
    heard = message.heard.domains
    solution = shop.catalog.solution_of(outcome.draft.plan)
    if solution and solution.needs_domain is DomainNeed.NONE:
        if heard.names or heard.more or heard.transfer or heard.theirs or heard.auth_code:
            outcome.tell("domain_not_needed", plan=solution.name)
        return
    said = domains_said(message, outcome)
    named = left_to_wish(said, message, outcome, shop)
    _accept_offered(named, message, outcome)
    if len(named) > 1 and (heard.in_turn or heard.either):
        one_of = _wish_in_turn if heard.in_turn else _ask_which
        one_of(named, message, outcome, shop)
        return
    for place, name in enumerate(named):
        _wish(name, place, message, outcome, shop)
    if heard.none or heard.no_extras:
        _without(message, outcome)
    elif (heard.more or heard.replaced) and message.intent != "skip":  # "lo dejamos para otro día"
        _another(outcome, heard.replaced)
    elif not said:
        _nothing_named(message, outcome)
    _fill_the_gap(outcome)


def _fill_the_gap(outcome: Outcome) -> None:
    """The plan's own domain is gone and nothing else is to be: what was additional to it takes its place."""
    draft, is_open = outcome.draft, any(step in outcome.questions for step in DOMAIN_STEPS)
    if draft.domain and not (draft.domain.name or outcome.wishes or is_open) and draft.extra_domains:
        outcome.draft = replace(draft, domain=draft.extra_domains[0], extra_domains=draft.extra_domains[1:])


def _ask_which(named: Sequence[HeardName], message: Message, outcome: Outcome, shop: Shop) -> None:
    """ "a.com or b.mx" are not both. Who dictates the same words again means all of them."""
    own = outcome.draft.domain
    is_extra = own is not None and own.name is not None and any(name.extra for name in named)
    read = [read_domain(name.text, shop.catalog) for name in named]
    names = tuple(one.name for one in read if isinstance(one, DomainName))
    step = Step.EXTRA_DOMAINS if is_extra else Step.DOMAIN
    pending = outcome.questions.get(step)
    is_clear = (pending and pending.choices == names) or len({*names}) == 1
    if is_clear and message.heard.domains.is_dictated:
        _wish(named[0], 0, message, outcome, shop)
    else:
        outcome.ask(step, "domain_which", names)


def _wish(name: HeardName, place: int, message: Message, outcome: Outcome, shop: Shop) -> None:
    heard, about = message.heard.domains, contested(outcome.questions)
    is_extra = _is_extra(name, place, message, outcome, about)
    domain = read_domain(name.text, shop.catalog)
    if isinstance(domain, BadDomain):
        step = Step.EXTRA_DOMAINS if is_extra else Step.DOMAIN
        endings = ", ".join(f".{tld.name}" for tld in shop.catalog.tlds)
        outcome.ask(step, domain.reason, domain.suggestions, said=name.text[:60], endings=endings)
        return
    pending = outcome.questions.get(Step.DOMAIN)
    was_asked = pending.reason if pending else None
    is_settled = name.theirs and about is not None and about.name == domain.name
    transfer = name.transfer or is_settled or heard.auth_code is not None or was_asked == TO_TRANSFER
    is_taken_up = pending is not None and domain.name in pending.choices
    theirs = (name.theirs and not heard.asked) or (was_asked in (THEIRS, FREE_INSTEAD) and not is_taken_up)
    known = next((one for one in outcome.draft.domains() if one.name == domain.name), None)
    is_news = (transfer or theirs) and known is not None and known.action == "register"
    if known and not is_news and heard.auth_code is None:
        outcome.questions.pop(Step.EXTRA_DOMAINS if is_extra else Step.DOMAIN, None)
        outcome.tell("domain_already", domain=domain.shown)
        return
    if known and is_news:  # it was to be registered
        outcome.draft = outcome.draft.without_domain(known.name)
    code = heard.auth_code if place == 0 else None
    outcome.wishes.append(DomainWish(domain, is_extra, transfer, heard.asked, theirs, code))


def _wish_in_turn(named: Sequence[HeardName], message: Message, outcome: Outcome, shop: Shop) -> None:
    """ "a.com, and if it's taken b.mx": the first that is free."""
    count = len(outcome.wishes)
    _wish(replace(named[0], theirs=False), 0, message, outcome, shop)
    read = [read_domain(name.text, shop.catalog) for name in named[1:]]
    others = tuple(one for one in read if isinstance(one, DomainName))
    outcome.wishes[count:] = [replace(wish, asked=False, or_else=others) for wish in outcome.wishes[count:]]


def _is_extra(
    name: HeardName, place: int, message: Message, outcome: Outcome, about: Contested | None
) -> bool:
    """The first name is the plan's own; another one is additional if it is said to be, or comes after it."""
    has_own = outcome.draft.domain is not None and outcome.draft.domain.name is not None
    has_own = has_own or any(not wish.is_extra for wish in outcome.wishes)
    if name.is_new:
        return any(not wish.is_extra for wish in outcome.wishes)
    if about is not None and place == 0 and not name.extra:
        return about.is_extra
    heard = message.heard.domains
    others = [one for one in heard.endings if not any(ends_with(name.text, one.text) for name in heard.names)]
    several = len(heard.names) + len(others) > 1
    adding = name.extra or message.step is Step.EXTRA_DOMAINS or several or place > 0
    return has_own and adding


def _without(message: Message, outcome: Outcome) -> None:
    """ "No domain", "no additional domains"."""
    draft, heard, about = outcome.draft, message.heard.domains, contested(outcome.questions)
    if about is not None and (about.is_extra or (heard.none and draft.domain is None)):
        drop(about, outcome)
        return
    for step in DOMAIN_STEPS if heard.none else (Step.EXTRA_DOMAINS,):
        outcome.questions.pop(step, None)
    gone = draft.domains() if heard.none else list(draft.extra_domains)
    for choice in gone:
        outcome.tell("domain_removed", domain=shown(str(choice.name)))
    own = DomainChoice(None) if heard.none else draft.domain
    outcome.draft = replace(draft, domain=own, extra_domains=())


def _another(outcome: Outcome, is_instead: bool) -> None:
    """Another name is wanted, but which? In place of the contested one, else in addition to the plan's, or
    instead of it."""
    about, own = contested(outcome.questions), outcome.draft.domain
    for step in (Step.DOMAIN_TAKEN, Step.AUTH_CODE):
        outcome.questions.pop(step, None)
    has_own = own is not None and own.name is not None
    if not is_instead and (about.is_extra if about else has_own):
        outcome.ask(Step.EXTRA_DOMAINS, "ask_extra_domains")
    else:
        outcome.ask(Step.DOMAIN, "ask_another_domain")


def _nothing_named(message: Message, outcome: Outcome) -> None:
    """The message speaks of the name in question, if there is one, or answers what was asked."""
    heard, about = message.heard.domains, contested(outcome.questions)
    if about is not None and heard.auth_code:
        outcome.wishes.append(replace(transfer_of(about), auth_code=heard.auth_code, tries=about.tries))
    elif heard.auth_code:
        outcome.tell("auth_code_not_needed")
    elif about is not None and message.step is Step.AUTH_CODE:
        without_code(message, about, outcome)
    elif about is not None:
        about_the_taken(message, about, outcome)
    elif (heard.transfer or heard.theirs) and not message.heard.asks:
        _about_the_own(message, outcome)
    elif heard.address:
        outcome.ask(message.step or Step.DOMAIN, "domain_is_address", said=heard.address)
    else:
        _answer_offer(message, outcome)


def _about_the_own(message: Message, outcome: Outcome) -> None:
    """ "It's theirs already", "transfer it": the one that was to be registered, or else one to be named."""
    heard, own = message.heard.domains, outcome.draft.domain
    if own is None or own.name is None:
        outcome.ask(Step.DOMAIN, TO_TRANSFER if heard.transfer else THEIRS)
        return
    domain = DomainName(own.name, shown(own.name))
    if own.action == "transfer":
        outcome.tell("domain_already", domain=domain.shown)
        return
    outcome.draft = outcome.draft.without_domain(own.name)
    outcome.wishes.append(DomainWish(domain, transfer=heard.transfer, theirs=heard.theirs))


def _accept_offered(named: Sequence[HeardName], message: Message, outcome: Outcome) -> None:
    """ "Yes, and b.mx too": the one that was found free is taken as well."""
    offered = _offered(message, outcome)
    first = words(message.text)[:1]
    agrees = bool(first) and first[0].text in vocabulary().cues["yes"]
    if offered and agrees and named and all(name.extra for name in named):
        outcome.wishes.append(DomainWish(offered, message.step is Step.EXTRA_DOMAINS))


def _offered(message: Message, outcome: Outcome) -> DomainName | None:
    """The free name that was offered with its price."""
    pending = outcome.questions.get(message.step) if message.step else None
    is_whole = pending and pending.reason == "domain_which" and has_phrase("one_word", words(message.text))
    if pending is None or not (is_whole or pending.reason in (*OFFERS.values(), FREE_INSTEAD)):
        return None
    return DomainName(pending.choices[0], shown(pending.choices[0]))


def refuses_it(text: str) -> bool:
    """ "Too pricey, leave that one"."""
    return has_phrase("too_dear", words(text)) and "?" not in text


def _declines(message: Message) -> bool:
    """ "No", "later"; of an additional one also "drop that one"."""
    is_off = message.step is Step.EXTRA_DOMAINS and message.intent == "remove"
    return is_off or message.intent in ("deny", "skip", "no_more")


def _answer_offer(message: Message, outcome: Outcome) -> None:
    """Yes or no where a domain was asked for: to a name that was found free, or to having one at all."""
    if message.step not in OFFERS or not message.heard.is_empty():
        return
    offered, own = _offered(message, outcome), outcome.draft.domain
    agrees = message.intent == "affirm" and not message.heard.doubt
    if offered and (agrees or takes_it(message.text)):
        outcome.wishes.append(DomainWish(offered, message.step is Step.EXTRA_DOMAINS))
    elif _declines(message) or (offered and refuses_it(message.text)):
        outcome.questions.pop(message.step, None)
        keeps = message.intent not in ("skip", "no_more") and (offered or (own and own.name))
        if message.step is Step.DOMAIN and not keeps:
            if own and own.name:
                outcome.tell("domain_removed", domain=shown(own.name))
            elif "?" in message.text:  # "can I leave that for later?"
                outcome.tell("domain_postponed", domain="")
            outcome.draft = replace(outcome.draft, domain=DomainChoice(None))
