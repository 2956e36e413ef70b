"""Where a message names domains: in full, as a label with endings, by an address; and registrars."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.ordering.domain_edges import Span
from bot.ordering.domain_spoken import begins_at, doubtful_words, is_label, label_words, without_accents
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.text import Word, fold, words
from bot.ordering.vocabulary import vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words

_NAME = 8  # letters; a shorter word beside "domain" may be slang or a slip
_LONG = 4  # letters; "laespiga com" is a name, "que es" is not


@dataclass
class Mentions:
    """``spans`` are what the engine tagged, ``addresses`` the e-mails; ``wordless``: one word is no name.

    What is found: ``names``, ``endings`` of a name that is known, ``registrars``; ``is_of_address``: the name
    is that of an address. ``is_dictated``: how many words of it belong to the name is not clear.
    """

    text: str
    words: Sequence[Word]
    spans: Sequence[Span]
    tlds: Sequence[str]
    step: Step | None
    wordless: bool
    addresses: Sequence[Span]
    names: list[Span] = field(default_factory=list)
    endings: list[Span] = field(default_factory=list)
    registrars: list[Span] = field(default_factory=list)
    is_of_address: bool = False
    is_dictated: bool = False

    def __post_init__(self) -> None:
        self.cues = vocabulary().cues
        self.is_asked = self.step in DOMAIN_STEPS and self.step is not Step.AUTH_CODE
        found, self.endings = self._tagged(), self._endings()
        spoken = [name for name in found if self._is_spoken_ending(name)]
        self.endings = [each for each in self.endings if not overlaps(each, spoken)]
        self.endings += [Span(self._spoken_ending(name), name.start, name.end) for name in spoken]
        found = [name for name in found if name not in spoken]
        if self.is_asked and self.step is not Step.DOMAIN_TAKEN and not found:
            found = self._in_pieces() or self._without_dots() or self._alone()
        elif not self.is_asked and not found and not self.endings:
            found = self._without_dots() or self._without_ending()
        self.registrars = [name for name in found if self._is_registrar(name, found)]
        self.names = sorted(
            (name for name in found if name not in self.registrars), key=lambda name: name.start
        )
        if len(self.names) == 1:
            self.names = self._dictated(self.names[0])
        self.names = without_accents(self.names, self.words)
        if not self.names and self.is_asked and has_phrase("the_one_of", self.words):
            self.names = self._of_address()
            self.is_of_address = bool(self.names)

    def drop(self, gone: Collection[Span]) -> None:
        """Names that are taken back for others."""
        self.names = [name for name in self.names if name not in gone]
        self.endings = [ending for ending in self.endings if ending not in gone]

    def _tagged(self) -> list[Span]:
        found = [self._with_country(span) for span in self.spans if span.text]
        if self.is_asked:
            found += [span for span in self._dotted() if not overlaps(span, [*found, *self.addresses])]
        return found

    def _with_country(self, name: Span) -> Span:
        """ "Padariafresca ponto com br": of an ending in two parts the second is said without its dot."""
        behind = next((word for word in self.words if word.start >= name.end), None)
        whole = f"{name.text.partition('.')[2]}.{behind.text}" if behind else ""
        if not behind or whole not in self.tlds or behind.text in vocabulary().every_word:
            return name
        adjoins = self.text[name.end : behind.start].isspace()
        return replace(name, text=f"{name.text}.{behind.text}", end=behind.end) if adjoins else name

    def _dictated(self, name: Span) -> list[Span]:
        """ "Tuercas del norte punto com, todo junto"; without "todo junto" it may be "norte.com"."""
        name, ends = self._without_all_in_one(name)
        start = begins_at(self.text, ends)
        before = [word for word in self.words if start <= word.start < name.start]
        nouns = [place for place, word in enumerate(before) if word.text in self.cues["domain_itself"]]
        is_one_word = has_phrase("one_word", self.words)
        is_spoken = name.text not in self.text
        if not is_one_word and not (is_spoken and (nouns or self.is_asked)):
            return [name]
        before = before[nouns[-1] + 1 :] if nouns else before
        said = label_words(before, self.words)
        doubtful = doubtful_words(before, said) if is_one_word and is_spoken else ()
        if not (said or doubtful):
            return [name]
        whole = self._joined(said, name)
        self.is_dictated = bool(doubtful) or not is_one_word
        if doubtful:
            return [self._joined(doubtful, name), whole]
        return [whole, name] if self.is_dictated else [whole]

    def _joined(self, said: Sequence[Word], name: Span) -> Span:
        """The words of a name, run together."""
        start = said[0].start if said else name.start
        return Span(re.sub(r"[^\w-]", "", self.text[start : name.start]) + name.text, start, name.end)

    def _without_all_in_one(self, name: Span) -> tuple[Span, int]:
        """ "Erva mate, tudo junto, ponto com" is no "junto.com": its ending, and where its words end."""
        place = next((at for at, word in enumerate(self.words) if word.start == name.start), -1)
        label, dot, ending = name.text.partition(".")
        for phrase in sorted(self.cues["one_word"], key=len, reverse=True):
            parts = phrase.split()
            first = place + 1 - len(parts)
            if first > 0 and label == parts[-1] and [w.text for w in self.words[first : place + 1]] == parts:
                return Span(dot + ending, self.words[first].start, name.end), self.words[first - 1].end
        return name, name.start

    def _dotted(self) -> Iterable[Span]:
        for part in re.finditer(r"\S+", self.text):
            said = part.group().strip(".,;:!?()")
            is_dotted = "." in said and "@" not in said and part.group()[0] != "."
            if is_dotted and fold(said) not in self.cues["software"]:
                yield Span(part.group(), part.start(), part.end())

    def _alone(self) -> list[Span]:
        """A single word that can be read, whatever it is: "dps", "tmb" and "vlw" are short for something."""
        bare = self.text.strip()
        says_nothing = self.wordless or self._says("more") or bare.startswith(".") or "@" in bare
        is_name = len(bare.split()) == 1 and not says_nothing and re.search(r"[aeiou\d.]", fold(bare))
        return [Span(bare, 0, len(self.text))] if is_name else []

    def _in_pieces(self) -> list[Span]:
        """ "laespiga . com", "laespiga com", "laespiga .com y .mx"."""
        text = fold(self.text)
        tld = self._any_tld(r"[\s.,]+")
        found = re.fullmatch(rf"\W*([\w-]+)(\s*[.,]\s*|\s+)({tld})\W*", text)
        if found and is_label(found[1]) and (found[2].strip() or len(found[1]) >= _LONG):
            self.endings = []
            return [Span(f"{found[1]}.{_dotted_tld(found[3])}", found.start(1), found.end(3))]
        tokens = [Word(each.group(), *each.span()) for each in re.finditer(r"[^\W_][\w-]*", text)]
        labels = [each for each in tokens if not overlaps(each, self.endings) and is_label(each.text)]
        if labels and len(self.endings) == 1:  # "padaria do bairro .com", whatever else a "bairro" is
            labels = [each for each in tokens if self._is_before_ending(each)] or labels
        if not self.endings or len(labels) != 1:
            return []
        label = self._with_article(labels[0])
        names = [replace(each, text=f"{label.text}.{each.text}") for each in self.endings]
        if len(names) == 1 and label.start < names[0].start:
            names = [replace(names[0], start=label.start)]
        self.endings = []
        return names

    def _without_dots(self) -> list[Span]:
        """ "Tacos del norte com mx": no other words end in both; within an order, behind "domain"."""
        long = [tld.replace(".", r"\s+") for tld in self.tlds if "." in tld]
        noun = rf"\b(?:{'|'.join(sorted(self.cues['domain_itself']))})\b[^,;:.!?\n]*?\b"
        before, behind = ("", r"\W*$") if self.is_asked else (noun, r"\b(?![.-]?\w)")
        label = rf"([^\W_][\w-]{{{_LONG - 1},}})"
        found = re.search(rf"{before}{label}\s+({'|'.join(long)}){behind}", fold(self.text))
        if not long or not found or not is_label(found[1]):
            return []
        self.endings = []
        name = self._with_article(Word(found[1], *found.span(1)))
        return [Span(f"{name.text}.{_dotted_tld(found[2])}", name.start, found.end(2))]

    def _without_ending(self) -> list[Span]:
        """ "..., domain bluefernstudios": which ending, is asked then."""
        for place, (noun, label) in enumerate(pairwise(self.words)):
            ends = re.match(r"\s*([,;!\n]|\.(\s|$)|$)", self.text[label.end :])
            is_name = len(label.text) >= _NAME and is_label(label.text)
            if noun.text not in self.cues["domain_itself"] or not (ends and is_name):
                continue
            before = {word.text for word in self.words[max(place - 2, 0) : place]}
            if label.text not in ordinary_words() and before.isdisjoint(
                self.cues["without"] | self.cues["negation"]
            ):
                return [Span(self.text[label.start : label.end], label.start, label.end)]
        return []

    def _is_before_ending(self, label: Word) -> bool:
        """Nothing but marks are between: "panes de la abuela, .com"; not in "acme, que termine .com"."""
        ending, cues = self.endings[0], ("picks", "domain_use", "domain_noun", "dot")
        if label.text in vocabulary().filler.union(*(self.cues[cue] for cue in cues)):
            return False
        between = [word.text for word in words(self.text[label.end : ending.start])]
        return label.end <= ending.start and self.cues["dot"].issuperset(between)

    def _with_article(self, label: Word) -> Word:
        """A domain is masculine: an article that is not belongs to the name ("la espiga .com")."""
        before = [word for word in self.words if word.end <= label.start][-1:]
        article = next((word for word in before if word.text in self.cues["article_of_names"]), None)
        return Word(article.text + label.text, article.start, label.end) if article else label

    def _of_address(self) -> list[Span]:
        """ "El de su correo, ana@a.com", unless that mailbox is rented."""
        hosts = [replace(each, text=each.text.rpartition("@")[2]) for each in self.addresses[:1]]
        return [host for host in hosts if host.text.partition(".")[0].lower() not in self.cues["webmail"]]

    def _is_registrar(self, name: Span, names: Sequence[Span]) -> bool:
        """Where a domain is registered: "en godaddy.com", "a.com está en b.net"."""
        label, known = fold(name.text).partition(".")[0], self.cues["registrar"]
        if label in known or fold(name.text) in known:
            return True
        before = [word for word in self.words if word.end <= name.start][-2:]
        where = self.cues["where"] | (self.cues["of_brand"] if self._says("transfer") else frozenset())
        if not before or before[-1].text not in where or names[0].start >= name.start:
            return False
        if has_phrase("settled_on", before) or has_phrase("wanted_first", before):
            return False  # "quedó en b.com", "pensaban en a.com"
        if before[0].text in self.cues["extra"] or fold(names[0].text).startswith(f"{label}."):
            return False  # "a.com, and chuck in a.net"
        if before[-1].text not in self.cues["negation"]:
            return True
        claims = {word for phrase in self.cues["theirs"] for word in phrase.split()}
        return before[0].text in claims  # "a.com está no b.net", but "a.com, no b.net"

    def _endings(self) -> list[Span]:
        """ ".mx", "punto mx"; when the name is settled but not the ending, "el mx" or "mx" alone too."""
        spoken = rf"(?:{'|'.join(sorted(self.cues['dot']))})\s+"
        tld = self._any_tld(rf"(?:\.|\s+{spoken})")
        pattern = rf"(?<![\w.-])(?:\.|{spoken})({tld})(?![\w-]|\.\w)"
        found = [
            Span(re.sub(rf"\s+{spoken}", ".", m.group(1)), m.start(), m.end())
            for m in re.finditer(pattern, fold(self.text))
        ]
        found = [span for span in found if not overlaps(span, [*self.spans, *self.addresses])]
        if not found and self.step is Step.DOMAIN_TAKEN:
            small = vocabulary().filler | self.cues["picks"] | self.cues["polite"]
            said = [word for word in self.words if len(self.words) == 1 or word.text not in small]
            bare = ".".join(word.text for word in said)
            found = [Span(bare, said[0].start, said[-1].end)] if bare in self.tlds else []
        return found

    def _any_tld(self, dot: str) -> str:
        """A pattern of every ending for sale, the longest first."""
        longest = sorted(self.tlds, key=len, reverse=True)
        return "|".join(dot.join(map(re.escape, tld.split("."))) for tld in longest)

    def _is_spoken_ending(self, name: Span) -> bool:
        """ "El punto mx" was tagged as the domain el.mx; "el com.mx" names no domain either."""
        label, _, ending = fold(name.text).partition(".")
        if fold(name.text) in self.tlds:
            return True
        written = fold(self.text[name.start : name.end])
        small = vocabulary().filler | self.cues["joins"]
        return label in small and ending in self.tlds and "." not in written

    def _spoken_ending(self, name: Span) -> str:
        said = fold(name.text)
        return said if said in self.tlds else said.partition(".")[2]

    def _says(self, cue: str) -> bool:
        return any(word.text in self.cues[cue] for word in self.words)


def has_phrase(cue: str, said: Sequence[Word]) -> bool:
    """Whether any of the cue's phrases, of one word or more, is said."""
    sentence = f" {' '.join(word.text for word in said)} "
    return any(f" {phrase} " in sentence for phrase in vocabulary().cues[cue])


def named_in(text: str, known: Collection[str], found: Sequence[Span]) -> list[Span]:
    """The order's own domains, also where the engine takes one for something that is taken back."""
    mentions = [
        Span(name, at.start(), at.end())
        for name in known
        for at in re.finditer(rf"(?<![\w.@-]){re.escape(name)}(?![\w-]|\.\w)", fold(text))
    ]
    return [span for span in mentions if not overlaps(span, found)]


def overlaps(span: Span | Word, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _dotted_tld(said: str) -> str:
    return re.sub(r"[\s.,]+", ".", said)
