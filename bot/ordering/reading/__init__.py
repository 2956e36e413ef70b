"""What one message says about an order, resolved against what this reseller can choose from.

The engine has tagged general things (numbers, terms, domains); names are found here, in the live
catalogue. Each word means one thing only: what has been understood is claimed and not read again.
"""

from bot.ordering.reading.listener import listen
from bot.ordering.reading.sentence import Sentence

__all__ = ["Sentence", "listen"]
