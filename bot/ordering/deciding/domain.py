"""Which domain; the marketplace checks it before it enters the draft."""

from __future__ import annotations

from bot.ordering.catalog import DomainNeed
from bot.ordering.deciding.message import Message
from bot.ordering.domains import BadDomain, read_domain
from bot.ordering.draft import Step
from bot.ordering.outcome import Outcome, Question
from bot.ordering.shop import Shop


def decide_domain(message: Message, outcome: Outcome, shop: Shop) -> None:
    said = message.heard.domain
    if said is None or (message.step is Step.DOMAIN and message.intent in ("skip", "deny", "no_more")):
        return
    solution = shop.catalog.solution_of(outcome.draft.plan)
    if solution and solution.needs_domain is DomainNeed.NONE:
        outcome.tell("domain_not_needed", plan=solution.name)
        return
    domain = read_domain(said, shop.catalog)
    if isinstance(domain, BadDomain):
        endings = ", ".join(f".{tld.name}" for tld in shop.catalog.tlds)
        data = {"said": said[:60], "endings": endings}
        outcome.questions[Step.DOMAIN] = Question(Step.DOMAIN, domain.reason, data, domain.suggestions)
    else:
        outcome.domain = domain
