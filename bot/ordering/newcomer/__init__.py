"""Reading what a message says about a customer who does not exist yet."""

from bot.ordering.newcomer.heard import HeardCustomer, Problem
from bot.ordering.newcomer.listening import Spoken, hear_customer
from bot.ordering.newcomer.reader import read_customer
from bot.ordering.newcomer.situation import CONTACT_STEPS, NEW_STEPS, Situation

__all__ = [
    "CONTACT_STEPS",
    "NEW_STEPS",
    "HeardCustomer",
    "Problem",
    "Situation",
    "Spoken",
    "hear_customer",
    "read_customer",
]
