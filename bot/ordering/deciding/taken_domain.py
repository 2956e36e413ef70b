"""What is said about a name that is registered already, or waits for its auth code."""

from __future__ import annotations

from bot.ordering.deciding.contested import Contested
from bot.ordering.deciding.message import Message
from bot.ordering.domain_edges import clauses
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.domains import DomainName
from bot.ordering.draft import DomainChoice, Step
from bot.ordering.outcome import DomainWish, Outcome
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary


def transfer_of(about: Contested) -> DomainWish:
    return DomainWish(DomainName(about.name, about.shown), about.is_extra, transfer=True)


def about_the_taken(message: Message, about: Contested, outcome: Outcome) -> None:
    """Transfer it, not the customer's, later: about a name that is registered already."""
    heard = message.heard.domains
    is_answer = message.step is Step.DOMAIN_TAKEN
    if is_answer and lacks_code(message.text):
        outcome.questions[Step.DOMAIN_TAKEN] = about.question(Step.DOMAIN_TAKEN, "auth_code_missing")
    elif heard.foreign or (is_answer and message.intent == "deny" and _says_no(message)):
        # A plain "no" to "is it your customer's?"; the next one is meant for the rest of the offer too.
        if about.reason == "domain_taken":
            outcome.questions[Step.DOMAIN_TAKEN] = about.question(Step.DOMAIN_TAKEN, "domain_other")
        else:
            drop(about, outcome)
    elif has_phrase("what_is", words(message.text)) and "?" in message.text:
        return  # "what does transfer mean?"
    elif heard.transfer or (is_answer and message.intent == "affirm"):
        if about.transferable:
            outcome.wishes.append(transfer_of(about))
        else:
            outcome.questions[Step.DOMAIN_TAKEN] = about.question(
                Step.DOMAIN_TAKEN, "domain_not_transferable"
            )
    elif is_answer and message.intent in ("skip", "no_more") and not message.heard.no_add_ons:
        drop(about, outcome)


def lacks_code(text: str) -> bool:
    """ "It's theirs, but we don't have the code", "el código no lo tenemos"."""
    cues, said = vocabulary().cues, words(text)
    denials = cues["negation"] | cues["not_to"]
    parts = [
        {word.text for word in said if start <= word.start < end} for start, end in clauses(text, said, [])
    ]
    return "?" not in text and any(part & cues["code_noun"] and part & denials for part in parts)


def _says_no(message: Message) -> bool:
    """The engine takes "ese lo quiero" for a no."""
    said = words(message.text)
    is_denied = has_phrase("negation", said) and not has_phrase("not_knowing", said)
    return message.text.startswith("/") or message.heard.plain is not None or is_denied


def without_code(message: Message, about: Contested, outcome: Outcome) -> None:
    """The code was asked for and the person said something else."""
    if message.intent == "skip" and not message.heard.domains.foreign:
        drop(about, outcome)
    elif message.intent in ("deny", "no_more", "remove") or message.heard.domains.foreign:
        outcome.questions.pop(Step.AUTH_CODE, None)
        outcome.questions[Step.DOMAIN_TAKEN] = about.question(Step.DOMAIN_TAKEN, "auth_code_missing")
    elif "?" in message.text or message.intent in ("ask_how", "ask_identity") or _is_at_registrar(message):
        outcome.tell("auth_code")
    elif message.heard.is_empty() or message.heard.domains.theirs:
        outcome.questions[Step.AUTH_CODE] = about.question(Step.AUTH_CODE, "auth_code_unclear")


def _is_at_registrar(message: Message) -> bool:
    return has_phrase("registrar", words(message.text))


def drop(about: Contested, outcome: Outcome) -> None:
    """The contested name is given up: an additional one is left out, the plan's own is postponed."""
    for step in (Step.DOMAIN_TAKEN, Step.AUTH_CODE):
        outcome.questions.pop(step, None)
    if outcome.draft.domain is None and not about.is_extra:
        outcome.draft = outcome.draft.with_domain(DomainChoice(None))
        outcome.tell("domain_postponed", domain=about.shown)
    else:
        outcome.tell("domain_left_out", domain=about.shown)
