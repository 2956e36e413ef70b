"""Answers to what people ask on the way: plans, prices, differences, savings, add-ons, the running total."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from bot.actions import slots
from bot.actions.asking import choice_buttons
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event, button
from bot.actions.confirming import line_phrase
from bot.actions.details import answer_detail
from bot.actions.domain_answers import price_of_domains
from bot.actions.hearing import hear
from bot.actions.offers import say_notes, with_offers
from bot.actions.said_so_far import said_so_far
from bot.actions.ticket import estimate
from bot.ordering.catalog import Plan, Solution, Term
from bot.ordering.deciding import MAX_CHOICES, Message, decide_changes, whole_number
from bot.ordering.deciding.priced import price_for, price_notes, taken_over
from bot.ordering.deciding.supposed import answer_supposed, compare_terms
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard, HeardAddOn
from bot.ordering.outcome import Outcome, Question
from bot.ordering.several import plans_compared
from bot.ordering.shop import Shop
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any


class Answer(SpokenAction):
    """Answers about what the message names, else about what the order is about.

    A plan or quantity named while the order has none yet is taken over: who asks for the price of 25
    Premium is told, and not asked again.
    """

    supposes = False  # whether it may ask what the open order would cost otherwise

    def takes_over(self, chat: Chat, heard: Heard) -> bool:
        return True

    @abstractmethod
    async def answer(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> list[Plan] | None:
        """Say it; returns the plans that were listed, for "the second one" may come next."""

    async def act(self, chat: Chat) -> list[Event]:
        shop = await chat.shop()
        draft = slots.read_draft(chat.tracker, shop)
        heard = _with_it(chat, hear(chat, draft, Step.PLAN, shop))
        if self.supposes and draft.quantity and (outcome := about_this_order(chat, heard, draft, shop)):
            say_notes(chat, outcome, slots.requested_step(chat.tracker), shop)
            supposed = slots.priced_event(True, outcome.supposed, chat.tracker)
            return [*_with_offers(chat), supposed, *_topic(heard)]
        if heard.unsold:
            chat.say("not_sold", said=heard.unsold.text)
            heard = replace(heard, plans=heard.unsold.nearest, is_pick=True)
        shown = await self.answer(chat, heard, draft, shop) or []
        events = [slots.priced_event(False, chat.supposed, chat.tracker), *_topic(heard)]
        events += [slots.offered_event(Step.PLAN, [plan.mpn for plan in shown])] if shown else []
        if heard.is_pick or not self.takes_over(chat, heard):  # who asks for the cheapest has not chosen it
            for_whom = replace(heard, plans=(), quantity=None)  # whom it is for is said for sure
            events += slots.draft_events(taken_over(for_whom, draft, shop), chat.tracker)
            return [*events, *_with_offers(chat)]
        after, known = taken_over(heard, draft, shop), slots.read_questions(chat.tracker)
        if after.plan != draft.plan:
            known.pop(Step.PLAN, None)
        elif draft.plan is None and 1 < len(heard.plans) <= MAX_CHOICES:
            known[Step.PLAN] = Question(Step.PLAN, "plan_unclear", choices=heard.plans)
        return [
            *events,
            *slots.draft_events(after, chat.tracker),
            slots.questions_event(with_offers(chat, known)),
        ]


def _with_it(chat: Chat, heard: Heard) -> Heard:
    """ "Quanto fica com ele?", right after talk of an add-on."""
    topic = slots.read_topic(chat.tracker)
    if heard.add_ons or len(topic) != 1 or not says_any("with_it", words(chat.text)):
        return heard
    return replace(heard, add_ons=(HeardAddOn(topic[0]),))


def _topic(heard: Heard) -> list[Event]:
    """One add-on that is asked about is what the talk is of: "bota em 2" may be said of it."""
    return [slots.talk_of([heard.add_ons[0].mpn])] if len(heard.add_ons) == 1 else []


def _with_offers(chat: Chat) -> list[Event]:
    known = slots.read_questions(chat.tracker)
    return [slots.questions_event(with_offers(chat, known))] if chat.offers else []


def about_this_order(chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> Outcome | None:
    """The answer to "how much would it be yearly?" about an order that has a plan and a quantity."""
    is_own_term = chat.intent == "ask_total" and heard.term == draft.term  # "each month altogether?"
    heard = replace(heard, is_whole=False, term=None if is_own_term else heard.term)
    said = Message(heard, "inform", chat.text, None)
    return answer_supposed(said, draft, {}, decide_changes(said, draft, {}, shop), shop)


def solution_named(chat: Chat, heard: Heard, shop: Shop) -> Solution | None:
    """By its own name, or by what all plans that may be meant are for: "what do you have for backup?"."""
    said = str(chat.entity("value") or "") or chat.text
    found = {match.key for match in shop.solution_names.best(words(said))}
    if len(found) != 1:
        found = {known.service_name for plan in heard.plans if (known := shop.catalog.solution_of(plan))}
    return next((s for s in shop.catalog.solutions if found == {s.service_name}), None)


def plans_offered(chat: Chat, shop: Shop) -> list[Plan]:
    """Those of which one is asked for: "¿cuánto sale cada uno?", "¿cuál es mejor?"."""
    asked = slots.read_questions(chat.tracker).get(Step.PLAN)
    return [plan for key in (asked.choices if asked else ()) if (plan := shop.catalog.plan(key))]


def plans_meant(heard: Heard, draft: Draft, shop: Shop) -> list[Plan]:
    keys = heard.plans or ((draft.plan,) if draft.plan else ())
    return [plan for plan in (shop.catalog.plan(key) for key in keys) if plan]


def plan_line(chat: Chat, plan: Plan, described: bool = False) -> str:
    description = f". {plan.description}" if described and plan.description else ""
    prices = {term.value: plan.prices[term] for term in Term}
    return chat.phrase("plan_line", plan_name=plan.name, description=description, **prices)


def say_solutions(chat: Chat, shop: Shop) -> None:
    lines = [
        chat.phrase("solution_line", solution=s.name, plans=", ".join(plan.name for plan in s.plans))
        for s in shop.catalog.solutions
    ]
    buttons = [button(s.name, "ask_plans", value=s.name) for s in shop.catalog.solutions]
    chat.say("plans_all", buttons, lines="\n".join(lines))


class AnswerPlans(Answer):
    def name(self) -> str:
        return "action_answer_plans"

    async def answer(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> list[Plan] | None:
        solution = solution_named(chat, heard, shop)
        wants_advice = any(says_any(cue, words(chat.text)) for cue in ("best", "advice"))
        offered = plans_offered(chat, shop) if wants_advice else []
        if solution is None and offered:
            chat.say("prices", lines="\n".join(plan_line(chat, plan, described=True) for plan in offered))
            return offered
        if solution is None:
            say_solutions(chat, shop)
            return None
        lines = "\n".join(plan_line(chat, plan, described=True) for plan in solution.plans)
        keys = tuple(plan.mpn for plan in solution.plans)
        buttons = choice_buttons(chat, Question(Step.PLAN, "", choices=keys), draft, shop)
        chat.say("plans_of", buttons, solution=solution.name, lines=lines)
        return list(solution.plans)


class AnswerPrice(Answer):
    supposes = True

    def name(self) -> str:
        return "action_answer_price"

    async def act(self, chat: Chat) -> list[Event]:
        about_domains = await price_of_domains(chat)
        return await super().act(chat) if about_domains is None else about_domains

    async def answer(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> list[Plan]:
        if await answer_detail(chat, heard, draft, shop):
            return []
        if _told_others(chat, heard, shop):
            return []
        plans = plans_meant(heard, draft, shop) or plans_offered(chat, shop)
        count = whole_number(heard.quantity or "") or draft.quantity
        if not plans:
            say_solutions(chat, shop)
        elif len(plans) == 1 and count:
            for number in (count, whole_number(heard.other or "")):
                if number:
                    say_price(chat, plans[0], number)
        else:
            chat.say("prices", lines="\n".join(plan_line(chat, plan) for plan in plans[:10]))
        return plans


class AnswerSavings(Answer):
    def name(self) -> str:
        return "action_answer_savings"

    async def answer(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> None:
        plans = plans_meant(heard, draft, shop)
        asks_for_less = says_any("discount", words(chat.text))
        if asks_for_less:
            chat.say("no_discount")
            heard = replace(heard, quantity=None)  # "2 months for free" are no licenses
        is_this_order = draft.plan and draft.quantity and not heard.quantity
        if is_this_order and plans == plans_meant(Heard(), draft, shop):
            outcome = Outcome(draft)
            compare_terms(draft, outcome, shop)
            chat.supposed = draft.with_term(Term.YEAR)
            say_notes(chat, outcome, slots.requested_step(chat.tracker), shop)
        elif len(plans) == 1:
            say_price(chat, plans[0], whole_number(heard.quantity or "") or draft.quantity or 1)
        elif not asks_for_less:
            chat.say("which_plan_first")


def _told_others(chat: Chat, heard: Heard, shop: Shop) -> bool:
    """What costs something beside a plan, where none is named: "what about Defender?"."""
    notes = () if heard.plans else price_notes(heard, chat.text, shop)
    for note in notes:
        chat.say(note.reason, **note.data)
    return bool(notes)


def say_price(chat: Chat, plan: Plan, count: int) -> None:
    note = price_for(plan, count)
    chat.say(note.reason, **note.data)


class AnswerDifference(Answer):
    def name(self) -> str:
        return "action_answer_difference"

    def takes_over(self, chat: Chat, heard: Heard) -> bool:
        """Who compares plans has not chosen one; "what does Hosting Pro include?" is about that one."""
        return len(heard.plans) == 1 and says_any("includes", words(chat.text))

    async def answer(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> list[Plan] | None:
        if heard.add_ons and _told_others(chat, heard, shop):
            return None
        compared = plans_compared(words(chat.text), shop, draft.plan or _plan_asked_about(chat, shop))
        apart = [shop.catalog.plan(key) for key in compared]
        plans = [plan for plan in apart if plan][:MAX_CHOICES] or plans_meant(heard, draft, shop)
        solution = solution_named(chat, heard, shop) or shop.catalog.solution_of(
            plans[0].mpn if plans else None
        )
        if solution is None:
            say_solutions(chat, shop)
            return None
        told = plans if len(plans) > 1 or self.takes_over(chat, heard) else list(solution.plans)
        chat.say("prices", lines="\n".join(plan_line(chat, plan, described=True) for plan in told))
        return told


def _plan_asked_about(chat: Chat, shop: Shop) -> str | None:
    """One of those that the question before was about, if all are of one solution."""
    asked = slots.read_questions(chat.tracker).get(Step.PLAN)
    choices = asked.choices if asked else ()
    solutions = {known.service_name for key in choices if (known := shop.catalog.solution_of(key))}
    return choices[0] if len(solutions) == 1 else None


class AnswerAddOns(Answer):
    def name(self) -> str:
        return "action_answer_add_ons"

    async def answer(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> None:
        plans = plans_meant(heard, draft, shop)
        if len(plans) != 1:
            first = [solution.add_ons[0].name for solution in shop.catalog.solutions if solution.add_ons]
            chat.say("add_ons_in_general", examples=", ".join(first[:3]))
            return
        extras = shop.catalog.add_ons_for(plans[0].mpn)
        lines = [
            chat.phrase(
                "plan_line",
                plan_name=e.name,
                month=e.prices[Term.MONTH],
                year=e.prices[Term.YEAR],
                description="",
            )
            for e in extras
        ]
        reason = "add_ons_of" if extras else "add_ons_none"
        chat.say(reason, plan_name=plans[0].name, lines="\n".join(lines))


class AnswerTotal(Answer):
    supposes = True

    def name(self) -> str:
        return "action_answer_total"

    async def answer(self, chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> None:
        if await answer_detail(chat, heard, draft, shop):
            return
        request = draft.request(shop.catalog, shop.account.id)
        known = said_so_far(chat, draft, shop)
        if known and slots.requested_step(chat.tracker) is not Step.CONFIRM:
            chat.say("known_so_far", facts=known)
        if request is None:
            chat.say("total_not_yet")
            return
        quote = await estimate(chat, request)
        lines = "\n".join(line_phrase(chat, line) for line in quote.lines)
        chat.say("total", lines=lines, subtotal=quote.subtotal, tax=quote.tax, total=quote.total)
