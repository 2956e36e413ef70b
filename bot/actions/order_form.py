"""The order form: each message is read, decided upon, checked, and the next open step is requested."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import FollowupAction

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.cancelling import agrees_to_cancel, begun_anew, cancel_wanted, throw_away
from bot.actions.chat import Chat, Event
from bot.actions.confirming import SHOW_ALL, accept_confirmation, has_rested, is_outdated
from bot.actions.domains import check_wishes, recheck_domains
from bot.actions.former import heard_with_former
from bot.actions.hearing import hear
from bot.actions.offers import TOLD_BY_REVIEW, offer_person, say_notes, with_offers
from bot.actions.questions import AnswerPrice
from bot.actions.repeating import repeated_now, sounds_like_one
from bot.actions.said_so_far import said_so_far
from bot.actions.second_order import second_draft, takes_it_up
from bot.actions.shown_total import without_shown_total
from bot.actions.telling import tell_what_was_pressed
from bot.ordering.answering import is_answer, names_what_is_asked
from bot.ordering.cancelling import SENT, UNSURE, calls_off
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.checked_domain import OFFERS
from bot.ordering.domain_asked import takes_it, tells_name
from bot.ordering.draft import ONLY_WHEN_IN_QUESTION, Draft, Step
from bot.ordering.former import means_usual_card
from bot.ordering.heard import Heard
from bot.ordering.meaning import ANSWERS, SMALL_TALK, SURE, is_for, lets_go, meaning
from bot.ordering.newcomer import CONTACT_STEPS
from bot.ordering.outcome import Outcome, lasting
from bot.ordering.shop import Shop
from bot.ordering.supposing import asks_price, leaves_it
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any
from bot.ordering.warm_yes import agrees
from bot.wiring import ledger

# The conversation itself is meant, whatever else the words might be.
MOVES = frozenset(("cancel", "start_over", "go_back", "human", "help", "change_language"))
# "What is that?" speaks of the code where a code is asked for.
WHAT_IS_THAT = SMALL_TALK - {"greet", "thank", "goodbye", "wait", "frustrated"}
# What is said by somebody who does not get on.
TROUBLE = frozenset(("out_of_scope", "help", "frustrated"))
PRICES = frozenset(("ask_price", "ask_savings", "ask_total", "ask_difference"))
PATIENCE = 3  # misunderstandings in a row
# Questions that say themselves what has been heard so far.
NAME_WHAT_IS_KNOWN = frozenset((Step.CONFIRM, Step.CUSTOMER_ADDRESS, *CONTACT_STEPS))


class ValidateOrderForm(SpokenAction):
    """Called by Rasa whenever the form runs: after an answer, and on the way back from a digression."""

    def name(self) -> str:
        return "validate_order_form"

    async def act(self, chat: Chat) -> list[Event]:
        if chat.intent == "forget":
            return []  # whatever the marketplace says, a rule sees to it
        if agrees_to_cancel(chat):
            return [*await throw_away(chat), slots.request_step(None), FollowupAction("action_listen")]
        if fresh := await begun_anew(chat, await chat.shop()):
            return [*slots.fresh_slots(), *await self._hear(fresh)]
        if asks_beside_waiting(chat):
            priced = await AnswerPrice().act(chat)
            return [*priced, slots.request_step(slots.requested_step(chat.tracker))]
        return await self._hear(await without_shown_total(chat))

    async def _hear(self, chat: Chat) -> list[Event]:
        shop = await chat.shop()
        draft, questions = slots.read_draft(chat.tracker, shop), slots.read_questions(chat.tracker)
        second = slots.read_second(chat.tracker)
        kept = questions if chat.intent == "wait" else lasting(questions)
        asked = slots.requested_step(chat.tracker)
        outcome = Outcome(draft, questions=kept, second=second, asked=asked)
        outcome.understood = chat.intent not in TROUBLE
        outcome.is_priced = chat.intent in PRICES or asks_price(chat.text)
        outcome.supposed = slots.read_supposed(chat.tracker, shop)
        if is_unread(chat, shop):
            heard = await heard_with_former(chat, hear(chat, draft, asked, shop), draft, asked, shop)
            if is_digression(chat, heard):
                return []  # no slot event: Rasa rejects the form for this turn and asks the rules
            outcome = await repeated_now(chat, heard, draft, shop) or await self._decide(
                chat, heard, draft, shop
            )
        if outcome.confirmed or await has_rested(chat):
            await recheck_domains(chat, outcome, shop)
        step: Step | None = outcome.next_step(shop.catalog)
        tell_notes(chat, outcome, draft, shop)
        misunderstood = count_misunderstanding(chat, outcome, shop)
        outcome.questions = with_offers(chat, outcome.questions)
        events = slots.draft_events(outcome.draft, chat.tracker)
        events.append(slots.topic_event(draft, outcome.draft, chat.tracker, outcome.about))
        events.append(slots.misunderstood_event(misunderstood))
        events.append(slots.priced_event(outcome.is_priced, outcome.supposed, chat.tracker))
        if outcome.draft.payment != draft.payment is None:
            await ledger().card_pages.close(chat.turn.conversation)
        if outcome.confirmed and step is Step.CONFIRM:
            events += await accept_confirmation(chat, outcome, shop)
            if slots.confirmed_event() in events:
                step = None
        if outcome.wants_review and step is Step.CONFIRM:
            outcome.ask(Step.CONFIRM, SHOW_ALL)
        events.append(slots.second_event(outcome.second))
        return [*events, slots.questions_event(outcome.questions), slots.request_step(step)]

    async def _decide(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> Outcome:
        step, questions = slots.requested_step(chat.tracker), slots.read_questions(chat.tracker)
        begins, second = step is None and draft.plan is None, slots.read_second(chat.tracker)
        if begins and second:  # the other order was offered
            offered, second = await second_draft(chat, shop), None
            if offered and takes_it_up(heard, offered):
                draft, heard = offered, replace(heard, plans=())
        intent = wanted(chat, heard)
        heard = Heard() if intent in (SENT, UNSURE) else heard
        priced = (slots.is_after_price(chat.tracker), slots.read_supposed(chat.tracker, shop))
        message = Message(heard, intent, chat.text, step, second, *priced)
        outcome = decide(message, draft, questions, shop)
        await check_wishes(chat, outcome, shop)
        if chat.intent == "confirm":
            outcome.confirmed = not is_outdated(chat)
            if outcome.confirmed:
                outcome.questions.pop(Step.CONFIRM, None)
            elif not await tell_what_was_pressed(chat):
                outcome.tell("review_outdated" if step is Step.CONFIRM else "review_gone")
                outcome.wants_review = step is Step.CONFIRM
        return outcome

    async def after_failure(self, chat: Chat) -> list[Event]:
        """Stay where we are: the slots are untouched and the same step is asked again."""
        questions = slots.read_questions(chat.tracker)
        step = slots.requested_step(chat.tracker) or Step.PLAN
        return [slots.questions_event(questions), slots.request_step(step)]


def is_unread(chat: Chat, shop: Shop) -> bool:
    """Whether the message has not been answered by a rule. "Hola, business basic" is greeted, and read; so is
    what only sounds like a repeat."""
    if slots.requested_step(chat.tracker) is None and chat.intent in ("greet", "repeat_order"):
        return chat.intent == "greet" or sounds_like_one(chat, shop)
    if not slots.was_answered_elsewhere(chat.tracker):
        return True
    step = slots.requested_step(chat.tracker)
    return _speaks_on(chat, hear(chat, slots.read_draft(chat.tracker, shop), step, shop))


def asks_beside_waiting(chat: Chat) -> bool:
    """ "Espera, ¿cuánto es con historial?": whoever asks for a price wants it told, and no time."""
    is_told = slots.was_answered_elsewhere(chat.tracker)
    return chat.intent == "wait" and not is_told and "?" in chat.text and asks_price(chat.text)


def _speaks_on(chat: Chat, heard: Heard) -> bool:
    """ "Can we do this in English? Paying annually with the visa": the language is another, and the rest is
    read."""
    named = (heard.plans, heard.quantity, heard.term, heard.add_ons, heard.customers, heard.cards)
    is_asked = slots.requested_step(chat.tracker) is not None
    return is_asked and chat.intent == "change_language" and any((*named, heard.domains.names))


def wanted(chat: Chat, heard: Heard) -> str:
    """The intent to act on, whatever "wrong card" sounds like."""
    if chat.intent == "ask_credentials":  # "why mine?" says no address
        is_other = "@" in chat.text or not replace(heard, newcomer=None).is_empty() or chat.confidence < SURE
        return "inform" if is_other else chat.intent
    step = slots.requested_step(chat.tracker)
    is_theirs = step in (Step.PAYMENT, Step.CONFIRM) and heard.customers and is_for(chat.text)
    said_in_another = _speaks_on(chat, heard) and slots.was_answered_elsewhere(chat.tracker)
    if heard.part or said_in_another or (chat.intent == "repeat_order" and is_theirs):
        return "inform"  # "they called me again, it's for La Espiga": whom the open order is for
    if answer := _answer_to_review(chat, heard) or _answer_about_add_ons(chat, heard):
        return answer
    is_usual = means_usual_card(chat.text, step)  # no order yet says which
    if chat.intent == "repeat_order" and (is_usual or not (heard.is_empty() or repeats(chat, heard))):
        return "inform"  # "they called again, it's for Espiga after all"
    if chat.intent == "cancel" and step in ONLY_WHEN_IN_QUESTION and lets_go(chat.text):
        return "skip"  # "forget it" is about that question
    if chat.intent == "cancel" and step in CONTACT_STEPS and heard.newcomer and not calls_off(chat.text):
        return "inform"  # "Beto para todo" stops nothing
    # "A.com. Buy it before they back out" goes nowhere back.
    is_named = chat.intent == "go_back" and step is Step.DOMAIN and tells_name(chat.text, heard.domains)
    if is_named or is_answer(step, chat.intent, heard, chat.text):
        return "inform"
    return cancel_wanted(chat, meaning(chat.intent, chat.confidence, heard), heard)


def _answer_to_review(chat: Chat, heard: Heard) -> str | None:
    """A yes or a no to what is shown, whatever it sounds like."""
    if slots.requested_step(chat.tracker) is not Step.CONFIRM:
        return None
    if agrees(chat.text, repeats=True):  # "yes, both domains" asks nothing about them
        return "affirm" if heard.is_empty() else "inform"
    if not heard.is_empty():
        return None
    # "Yes, go ahead, thanks" is more than thanks; "nah, keep it as it was" is a no.
    return "affirm" if agrees(chat.text) else "deny" if leaves_it(chat.text, True) else None


def _answer_about_add_ons(chat: Chat, heard: Heard) -> str | None:
    """ "Tempting, but no, let's leave it at that" wants no add-on, and ends no order; "the whole lot, she
    wants to sleep" wants all of them."""
    takes = heard.is_pick and heard.add_ons and not heard.asks
    is_asked = slots.requested_step(chat.tracker) is Step.ADD_ONS and (heard.no_add_ons or takes)
    return "inform" if is_asked and chat.intent != "human" and not calls_off(chat.text) else None


def repeats(chat: Chat, heard: Heard) -> bool:
    """Whether an order is to be repeated: not "the same one" where a customer or a card is asked for, nor
    "all the same, but yearly", "now it's b.com, the .org is the same" where an order is open."""
    step = slots.requested_step(chat.tracker)
    is_asked = step in (Step.CUSTOMER, Step.PAYMENT) or (
        step in (Step.QUANTITY, Step.TERM) and names_what_is_asked(step, heard)  # "same as last time, 20"
    )
    is_open = chat.tracker.get_slot("plan") is not None
    said = words(chat.text)
    but = says_any("however", said) or says_any("rest_the_same", said)  # "a Premium, lo demás igual"
    changes = heard.corrects or heard.domains.names or heard.add_ons or but
    changes = is_open and changes  # "the same number of defender"
    if step is Step.CONFIRM and agrees(chat.text, repeats=True):
        return False  # "kindly proceed with the same"
    return not is_asked and not changes and says_any("the_same", said)


def is_digression(chat: Chat, heard: Heard) -> bool:
    """Whether a rule should answer. "Harbor" may sound like a greeting, but it names a customer."""
    step, intent = slots.requested_step(chat.tracker), wanted(chat, heard)
    if step is None or intent in ANSWERS or heard.domains.auth_code:
        return False
    if heard.new_card and step in (Step.PAYMENT, Step.CONFIRM) and chat.intent not in MOVES:
        return False
    if answers_about_domain(chat, heard):
        return False
    if heard.newcomer is not None and heard.newcomer.is_certain() and intent != "ask_credentials":
        return False  # an address or a phone number is an answer, whatever its words sound like
    return step is not Step.AUTH_CODE or intent not in WHAT_IS_THAT


def count_misunderstanding(chat: Chat, outcome: Outcome, shop: Shop) -> int:
    """How many in a row; after a few of them a person is offered, and counting begins again."""
    if slots.was_answered_elsewhere(chat.tracker) and chat.intent in SMALL_TALK - TROUBLE:
        return slots.read_misunderstood(chat.tracker)  # a joke in between is no answer either
    return 0 if outcome.understood else offer_person_in_time(chat, outcome.next_step(shop.catalog), shop)


def offer_person_in_time(chat: Chat, step: Step | None, shop: Shop) -> int:
    """One misunderstanding more, before ``step`` is asked."""
    count = slots.read_misunderstood(chat.tracker) + 1
    if count < PATIENCE:
        return count
    offer_person(chat, step, shop)
    return 0


def tell_notes(chat: Chat, outcome: Outcome, before: Draft, shop: Shop) -> None:
    """What there is to say beside the next question."""
    step, asked = outcome.next_step(shop.catalog), slots.requested_step(chat.tracker)
    if outcome.draft != before and not outcome.notes and step is asked and step not in NAME_WHAT_IS_KNOWN:
        say_what_else_was_said(chat, outcome.draft, shop)
    if step is Step.CONFIRM and slots.read_quote(chat.tracker):
        outcome.notes = [note for note in outcome.notes if note.reason not in TOLD_BY_REVIEW]
    say_notes(chat, outcome, step, shop)


def say_what_else_was_said(chat: Chat, draft: Draft, shop: Shop) -> None:
    """The open question was not answered, but something else was: say that it has been heard."""
    if known := said_so_far(chat, draft, shop):
        chat.say("noted", facts=known)


def answers_about_domain(chat: Chat, heard: Heard) -> bool:
    """ "Es de mi cliente", "one more domain": an answer, whatever it sounds like; a question is not."""
    said = heard.domains
    if said.names and (said.asked or said.in_turn) and chat.intent not in MOVES:
        return True  # "is a.com registered?", "could we get a.com? if not, b.com", whatever it sounds like
    if slots.requested_step(chat.tracker) is Step.DOMAIN_TAKEN and any(name.picked for name in said.names):
        return True  # "somebody owns it? Then a.com"
    if "?" in chat.text or chat.intent in MOVES:
        return False
    if slots.requested_step(chat.tracker) in OFFERS and chat.intent != "wait" and takes_it(chat.text):
        return True  # "great, take it" is more than thanks
    # "A.com, named after a cat who is a fox": the rest is a remark.
    is_told = said.none or (chat.intent in SMALL_TALK and tells_name(chat.text, said))
    if is_told and slots.requested_step(chat.tracker) in (Step.DOMAIN, Step.DOMAIN_TAKEN):
        return True  # "don't register anything", "they'll tell us later, thanks"
    if said.theirs or said.replaced or any(name.theirs for name in said.names):
        return True
    is_sure = not heard.doubt or (said.chooses() and not heard.asks)
    named = chat.intent == "ask_domain" and bool(said.names) and not said.asked and is_sure
    if slots.requested_step(chat.tracker) in ONLY_WHEN_IN_QUESTION:
        return bool(said.transfer or said.foreign or said.endings or said.none or said.more or named)
    return named or (chat.intent == "ask_domain" and (said.more or said.none or said.no_extras))
