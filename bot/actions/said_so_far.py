"""What is known of the order so far, in one line: "Business Premium, 25, annual"."""

from __future__ import annotations

from bot.actions.buyer import shown_address, shown_contact
from bot.actions.chat import Chat
from bot.actions.ticket import known_facts
from bot.ordering.customer import NewCustomer
from bot.ordering.draft import Draft
from bot.ordering.shop import Shop


def said_so_far(chat: Chat, draft: Draft, shop: Shop) -> str:
    """Empty while nothing is known."""
    facts = known_facts(draft, shop)
    said = [
        facts["plan"] and facts["plan"]["name"],
        facts["quantity"],
        facts["domain"],
        *facts["extra_domains"],
    ]
    said += [facts["term"] and chat.phrase(f"term_{facts['term']}")]
    said += [extra["name"] for extra in facts["add_ons"]]
    said += [facts["customer"] and facts["customer"]["name"], facts["payment"] and facts["payment"]["brand"]]
    new = draft.new_customer or NewCustomer()
    said += [shown_address(chat, new.address), shown_contact(new.admin)]
    return ", ".join(str(fact) for fact in said if fact)
