"""Domain names as people write them: URLs, capitals, accents, a trailing dot, "punto com", "guion"."""

import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from components.component import Fixed
from components.spans import Span, add_entities, longest_first, outside, taken, without_replaced
from components.spelling import fold

# Endings that mark a dotted word as a domain in the middle of a sentence; elsewhere a dot may be a full stop
# without its space ("listo.gracias"). After "www." or "http://", or alone in the message, any ending will do.
GENERIC = (
    "com|net|org|info|biz|edu|gov|gob|mil|int|name|mobi|pro|app|dev|shop|store|online|site|tech|cloud|xyz|club|email"
    "|tienda|travel|blog|art|design|agency|studio|digital|media|live|news|world|company|solutions|services|group"
    "|lat|cat|coop|museum|aero|jobs|tel|asia|today|space|website|host|press|work|academy|care|clinic|dental|law"
)
COUNTRIES = (
    "ar|bo|br|ca|cl|co|cr|cu|ec|es|fr|gt|hn|io|mx|ni|pa|pe|pr|pt|py|sv|tv|uk|us|uy|ve|ai|cc|ch|cn|jp|kr|nz|au|nl"
    "|ie|pl|ru|za|ws|fm|gg|ly|sh|ad|gq|bz|ht|jm|tt|gy|sr|ag|dm|gd|kn|lc|vc|bb|bs"
)
# Country endings that are everyday words as well count only at the end of a phrase.
EVERYDAY = "no|si|me|la|de|se|do|so|is|it|in|at|be|my|to|as|am|um|ao|eu|pm|mi|va"
ENDING = (
    rf"(?:(?:{GENERIC}|{COUNTRIES}|xn--[a-z0-9-]+)(?![\w-])"
    rf"|(?:{EVERYDAY})(?=\.?\s*(?:$|[,;!?)])))"
)
LABEL = r"[\w-]+"
WRITTEN = re.compile(rf"(?<![\w@.-])(?:{LABEL}\.+)+{ENDING}")
EXPLICIT = re.compile(rf"(?:https?://|(?<![\w@.-])www\.)(?:{LABEL}\.)+[^\W\d_]{{2,}}(?:[:/?#]\S*)?")
ALONE = re.compile(rf"^\W*?((?:{LABEL}\.)+[^\W\d_]{{2,}})\W*$")
SPOKEN_DOT = r"\s+(?:punto|dot|ponto)\s+"
# With and without accents: it is looked for in folded text, and replaced in what was written.
SPOKEN_HYPHEN = r"\s+(?:gui[oó]n(?:\s+medio)?|dash|hyphen|h[ií]fen|tra[cç]o|tracinho)\s+"
# A domain is masculine: an article that is not belongs to the name ("la espiga punto com").
NAMES_ARTICLE = r"(?:(?:la|las|los|the)\s+)?"
AT = re.compile(r"\s*(?:\barroba\b|@|\sat\s)\s*", re.IGNORECASE)
SPOKEN = re.compile(
    rf"(?<![\w@.-])(?:{NAMES_ARTICLE}|(?:{LABEL}{SPOKEN_HYPHEN})+)"
    rf"(?:{LABEL}{SPOKEN_DOT})+(?:{GENERIC}|{COUNTRIES})\b"
)
HYPHENED = re.compile(rf"(?<![\w@.-])(?:{LABEL}{SPOKEN_HYPHEN})+(?:{LABEL}\.)+{ENDING}")
# An address that is spelled out: "luis arroba tacos punto com", "luis at tacos dot com", "luis @ tacos.com".
# English says "at" of places too ("it's at godaddy dot com"): no address begins with these.
PLACED = (
    "it|its|is|are|s|re|be|was|were|they|we|he|she|me|us|him|her|them|look|bought|got|registered|hosted|domain"
    "|site|website|one"
)
PARTS = rf"(?:[\w+-]+(?:\.|{SPOKEN_DOT}))"
SPELLED = re.compile(
    rf"(?<![\w@.-])(?:{PARTS}*[\w+-]+\s*(?:\sarroba\s|@)\s*"
    rf"|(?:{PARTS}+(?!(?:{GENERIC}|{COUNTRIES})\s)|(?!(?:{PLACED})\s))[\w+-]+\s+at\s+)"
    rf"(?:{LABEL}(?:\.|{SPOKEN_DOT}))+(?:{GENERIC}|{COUNTRIES})\b"
)


def host_of(written: str) -> str:
    """The bare name: without scheme, www, path, spoken dots and trailing dot; case and accents as written."""
    host = re.sub(SPOKEN_HYPHEN, "-", written, flags=re.IGNORECASE)
    host = re.sub(r"\s", "", re.sub(SPOKEN_DOT, ".", host, flags=re.IGNORECASE))
    host = re.sub(r"^https?://", "", host, flags=re.IGNORECASE)
    host = re.sub(r"^www\.", "", host, flags=re.IGNORECASE)
    return re.split(r"[:/?#]", host)[0].rstrip(".")


# Names of software that look like one.
SOFTWARE = {"asp.net", "vb.net", "ado.net", "socket.io"}


def find_domains(text: str) -> list[Span]:
    """All domain names in the text; the value is the bare host name."""
    folded = fold(text)
    matches = [m for p in (EXPLICIT, WRITTEN, SPOKEN, HYPHENED) for m in p.finditer(folded)]
    spans = [Span(m.start(), m.end(), host_of(text[m.start() : m.end()])) for m in matches]
    alone = ALONE.match(folded)
    if alone and not spans:
        spans.append(Span(alone.start(1), alone.end(1), host_of(text[alone.start(1) : alone.end(1)])))
    return longest_first([span for span in spans if span.value.lower() not in SOFTWARE])


def find_spelled_addresses(text: str) -> list[Span]:
    """E-mail addresses as they are spoken; the value is the address."""
    found = []
    for match in SPELLED.finditer(fold(text)):
        said = AT.sub("@", text[match.start() : match.end()])
        found.append(Span(match.start(), match.end(), host_of(said)))
    return found


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DomainExtractor(Fixed, EntityExtractorMixin):
    """Emits entity `domain`, and `email` for an address that is spelled out; what was found earlier stays."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the domains of each message."""
        for message in messages:
            text = message.get(TEXT) or ""
            add_entities(message, "email", outside(find_spelled_addresses(text), taken(message)), self.name)
            spans = outside(without_replaced(find_domains(text), text), taken(message))
            add_entities(message, "domain", spans, self.name)
        return messages
