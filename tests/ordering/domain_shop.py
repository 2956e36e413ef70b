"""A small shop for what is decided about domains: a plan that wants one, a plan that takes none."""

from dataclasses import replace
from decimal import Decimal

from bot.ordering.catalog import Catalog, DomainNeed, Plan, Solution, Term, Tld
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.checked_domain import settle
from bot.ordering.domain_edges import Span
from bot.ordering.domain_heard import HeardDomains
from bot.ordering.domain_words import DomainListener
from bot.ordering.domains import DomainName
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.money import Money
from bot.ordering.order import Account, DomainCheck, DomainState
from bot.ordering.outcome import DomainWish, Outcome, Question
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop

ACME = DomainName("acme.com", "acme.com")
USD = {Term.MONTH: Money(Decimal(5), "USD"), Term.YEAR: Money(Decimal(50), "USD")}
TLDS = ("com", "net", "org", "mx", "com.mx", "com.ar", "es", "io")
SHOP = Shop(
    Account("R", "demo", "Nube", "reseller", "a@b.example", "es", "MX"),
    Catalog(
        (
            Solution("Mail", "mail", True, DomainNeed.REQUIRED, (Plan("MAIL", "Mail Basic", USD, 1, 300),)),
            Solution("Backup", "backup", True, DomainNeed.NONE, (Plan("BAK", "Backup Pro", USD, 1, 300),)),
        ),
        tuple(Tld(name, Money(Decimal("12.99"), "USD"), auth_code=name != "es") for name in TLDS),
    ),
    (),
    (),
)
MAIL = Draft(plan="MAIL", quantity=5)
OWN = Draft(plan="MAIL", quantity=5, domain=DomainChoice("tornillo.com"), term=Term.YEAR)
FREE = DomainCheck("", DomainState.FREE)
TAKEN = DomainCheck(
    "", DomainState.TAKEN, transferable=True, needs_auth_code=True, alternatives=("acme.org", "acme.mx")
)
LOCKED = DomainCheck("", DomainState.TAKEN, alternatives=("acme.org",))


def tagged(text: str, *names: str) -> list[Span]:
    return [Span(name, text.index(name), text.index(name) + len(name)) for name in names]


def heard(text: str, *names: str, step: Step | None = None, intent: str = "inform") -> HeardDomains:
    """What is heard in ``text``; ``names`` are what the engine tagged in it."""
    wordless = intent in ("affirm", "deny", "skip", "no_more")
    return DomainListener(text, tagged(text, *names), TLDS, step, intent, wordless).listen()


def said(
    text: str, *names: str, draft: Draft, step: Step | None, intent: str = "inform", **more: object
) -> Outcome:
    """What is decided on ``text``. ``questions`` are those that were open, ``auth_code`` a reference."""
    entities = [Entity("domain", span.text, span.start, span.end) for span in tagged(text, *names)]
    questions: dict[Step, Question] = more.get("questions", {})  # type: ignore[assignment]
    understood = listen(Sentence(text, entities, SHOP, draft, step, intent))
    if "auth_code" in more:
        understood = Heard(domains=HeardDomains(auth_code=str(more["auth_code"])))
    return decide(Message(understood, intent, text, step), draft, questions, SHOP)


def reasons(outcome: Outcome) -> list[str]:
    return [note.reason for note in outcome.notes]


def asked(outcome: Outcome) -> dict[Step, str]:
    return {step: question.reason for step, question in outcome.questions.items()}


def wishes(outcome: Outcome) -> list[tuple[str, bool]]:
    return [(wish.domain.name, wish.is_extra) for wish in outcome.wishes]


def settled(wish: DomainWish, check: DomainCheck, draft: Draft = MAIL) -> Outcome:
    outcome = Outcome(draft, wishes=[wish])
    settle(wish, check, outcome, SHOP)
    return outcome


def contest(reason: str = "domain_taken", draft: Draft = MAIL, **changes: object) -> dict[Step, Question]:
    """The open questions after acme.com was found to be taken."""
    questions = settled(DomainWish(ACME, **changes), TAKEN, draft).questions  # type: ignore[arg-type]
    return {step: replace(question, reason=reason) for step, question in questions.items()}
