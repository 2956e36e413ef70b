"""What the marketplace's answer about a wished domain makes of the order."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.catalog import Tld
from bot.ordering.deciding.contested import Contested, contested
from bot.ordering.domains import DomainName, shown
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.order import DomainCheck, DomainState
from bot.ordering.outcome import DomainWish, Outcome
from bot.ordering.shop import Shop

MAX_TRIES = 3
MAX_ALTERNATIVES = 4
OFFERS = {Step.DOMAIN: "domain_offer", Step.EXTRA_DOMAINS: "extra_domain_offer"}
# A name that was said to be somebody's, or to be transferred, and that nobody has.
FREE_INSTEAD = "domain_free_instead"


def settle(wish: DomainWish, check: DomainCheck, outcome: Outcome, shop: Shop) -> None:
    """Free and transferable names enter the draft, others become a question."""
    tld = shop.catalog.tld(wish.domain.name.partition(".")[2])
    if check.state is DomainState.FREE and tld:
        _free(wish, tld, outcome)
    elif check.state is DomainState.TAKEN and tld:
        _taken(wish, check, tld, outcome)
    else:
        reason = "domain_ending_not_sold" if check.state is DomainState.NOT_SOLD else "domain_not_valid"
        endings = ", ".join(f".{known.name}" for known in shop.catalog.tlds)
        facts = {"said": wish.domain.shown, "endings": endings}
        outcome.ask(_asked_at(wish), reason, check.alternatives[:MAX_ALTERNATIVES], **facts)


def still_holds(choice: DomainChoice, check: DomainCheck) -> bool:
    """Whether a domain of the order can be had as it was chosen."""
    if choice.action == "register":
        return check.state is DomainState.FREE
    right = check.auth_code_accepted or not check.needs_auth_code
    return check.state is DomainState.TAKEN and check.transferable and right


def _free(wish: DomainWish, tld: Tld, outcome: Outcome) -> None:
    """Nobody buys what they believed to be registered: that it is free, and its price, are told first."""
    if wish.transfer or wish.theirs:
        _answered(wish.is_extra, outcome)
        outcome.ask(_asked_at(wish), FREE_INSTEAD, (wish.domain.name,), domain=wish.domain.shown)
    elif wish.asked:
        _answered(wish.is_extra, outcome)
        step = Step.EXTRA_DOMAINS if _has_own(outcome) else Step.DOMAIN
        outcome.ask(step, OFFERS[step], (wish.domain.name,), domain=wish.domain.shown)
    else:
        _enter(wish, DomainChoice(wish.domain.name), outcome)
        # That there may be more is said once.
        added = "extra_domain_added" if wish.is_extra else "domain_added"
        outcome.tell(added, domain=wish.domain.shown, amount=tld.price)


def _taken(wish: DomainWish, check: DomainCheck, tld: Tld, outcome: Outcome) -> None:
    is_settled = wish.theirs and check.transferable  # whose it is; nobody looks for another one
    free = () if is_settled else check.alternatives[:MAX_ALTERNATIVES]
    about = Contested(
        wish.domain.name, wish.domain.shown, "", free, wish.is_extra, check.transferable, wish.tries
    )
    if wish.asked and _has_own(outcome):
        outcome.tell("domain_is_taken", domain=about.shown)
    elif _is_second(about, outcome):
        outcome.tell("domain_also_taken", domain=about.shown)
    elif not check.transferable:
        _ask(about, "domain_not_transferable", outcome)
    elif not wish.transfer:
        _ask(about, "domain_theirs" if wish.theirs else "domain_taken", outcome)
    elif wish.auth_code is None and check.needs_auth_code:
        _ask(about, "ask_auth_code", outcome)
    elif wish.auth_code is not None and check.auth_code_accepted is False:
        _wrong(about, outcome)
    else:
        code = wish.auth_code if check.needs_auth_code else None
        _enter(wish, DomainChoice(about.name, "transfer", code), outcome)
        outcome.tell("domain_transfer_added", domain=about.shown, amount=tld.price)


def _is_second(about: Contested, outcome: Outcome) -> bool:
    """Whether another name is in question already and is not superseded by this one: one at a time."""
    other = contested(outcome.questions)
    if other is None or other.name == about.name:
        return False
    together = other.name in {wish.domain.name for wish in outcome.wishes}
    return together or other.is_extra != about.is_extra


def _has_own(outcome: Outcome) -> bool:
    return outcome.draft.domain is not None and outcome.draft.domain.name is not None


def _wrong(about: Contested, outcome: Outcome) -> None:
    tried = replace(about, tries=about.tries + 1)
    if tried.tries < MAX_TRIES:
        _ask(tried, "auth_code_wrong", outcome)
    else:
        _ask(replace(about, tries=0), "auth_code_given_up", outcome)


def _ask(about: Contested, reason: str, outcome: Outcome) -> None:
    step = Step.AUTH_CODE if reason in ("ask_auth_code", "auth_code_wrong") else Step.DOMAIN_TAKEN
    _answered(about.is_extra, outcome)
    outcome.questions[step] = about.question(step, reason)


def _enter(wish: DomainWish, choice: DomainChoice, outcome: Outcome) -> None:
    _answered(wish.is_extra, outcome)
    draft: Draft = outcome.draft
    outcome.draft = draft.with_extra_domain(choice) if wish.is_extra else draft.with_domain(choice)


def _answered(is_extra: bool, outcome: Outcome) -> None:
    """What was asked about the plan's own domain, or about an additional one, is asked no more."""
    outcome.questions.pop(Step.EXTRA_DOMAINS if is_extra else Step.DOMAIN, None)
    about = contested(outcome.questions)
    if about is not None and about.is_extra == is_extra:
        for step in (Step.DOMAIN_TAKEN, Step.AUTH_CODE):
            outcome.questions.pop(step, None)


def _asked_at(wish: DomainWish) -> Step:
    return Step.EXTRA_DOMAINS if wish.is_extra else Step.DOMAIN


def wish_again(choice: DomainChoice, is_extra: bool) -> DomainWish:
    """The wish behind a domain that is in the draft already."""
    name = str(choice.name)
    return DomainWish(
        DomainName(name, shown(name)), is_extra, choice.action == "transfer", auth_code=choice.auth_code
    )
