"""No add-on is wanted: "sin complementos", "nope, budget is tight", "só o plano", "no to all of them"."""

from __future__ import annotations

from itertools import pairwise

from bot.ordering.draft import Step
from bot.ordering.plain import plain_answer
from bot.ordering.reading.choice import positions
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.thrown_away import throws_all_away
from bot.ordering.reading.whole_names import part_numbers
from bot.ordering.vocabulary import has_any, vocabulary

_REFUSALS = frozenset(("no_more", "deny"))
_SIGH = 3  # letters: "mm", "lol"
_NEAR = 4  # words behind a "not": "no need for any of that"


def refuses_all(said: Sentence) -> bool:
    """Where add-ons are asked for, a clause that wants none of them; the other clauses may say why, or name
    what they have already. None if an add-on is wanted beside it: "no security, but DR yes"."""
    if said.step is not Step.ADD_ONS or said.draft.add_ons or "?" in said.text:
        return False
    if _does_not_know(said):
        return False
    clauses = _clauses(said)
    refusing = [clause for clause in clauses if _wants_none(said, clause)]
    if not refusing or has_any("still_waiting", _spoken(said, range(refusing[-1].start, len(said.words)))):
        return False
    nothing = [clause for clause in refusing if _says_nothing(said, clause)]
    sure = max((clause.start for clause in nothing), default=-1)  # what is named before it was only looked at
    return not any(
        (_names_an_add_on(said, clause) or _picks(said, clause)) and clause.start > sure
        for clause in clauses
        if clause not in refusing and not has_any("have_it_already", _spoken(said, clause))
    )


def _does_not_know(said: Sentence) -> bool:
    """ "No, I don't know what that is" refuses nothing; "no se quiere ninguno" does."""
    for clause in _clauses(said):
        sentence = f"{' '.join(_spoken(said, clause))} "
        is_wanted = any(f"no se {word} " in sentence for word in said.cues["wanted"])
        asks = any(sentence.startswith(f"{phrase} ") for phrase in said.cues["what_is"])
        if asks or (not is_wanted and has_any("not_knowing", sentence.split())):
            return True
    return False


def claim_refused(said: Sentence) -> bool:
    """Whether it refuses all of them; then what add-ons are called, or a "zero", means nothing else."""
    if not refuses_all(said):
        return False
    named, plans = said.shop.add_on_names, said.shop.plan_names
    for place, word in enumerate(said.words):
        of_plans = plans.holders(word.text)
        is_other = bool(of_plans) and said.draft.plan not in of_plans
        is_own = said.draft.plan in of_plans and _is_only_plan(said, said.clause(place, place))
        if is_own or (not is_other and named.holders(word.text)):
            said.claim({place})
    said.claim(place for number in said.numbers() if number.value == "0" for place in said.places(number))
    no_names = said.cues["turned_down"] | said.cues["add_on_noun"]  # "el cliente declinó los complementos"
    said.claim(place for place, word in enumerate(said.words) if word.text in no_names)
    return True


def _clauses(said: Sentence) -> list[range]:
    starts = [place for place in range(len(said.words)) if not place or said.ends_before(place)]
    return [range(one, two) for one, two in pairwise([*starts, len(said.words)])]


def _spoken(said: Sentence, clause: range) -> list[str]:
    return [said.words[place].text for place in clause]


def _wants_none(said: Sentence, clause: range) -> bool:
    spoken = _spoken(said, clause)
    if has_any("asks", spoken) or has_any("costs_little", spoken):
        return False
    if _names_an_add_on(said, clause) or _points_at_one(said, clause):
        return False
    if _is_only_plan(said, clause) or has_any("no_money", spoken):
        return True
    others = said.cues["rest_of_them"] | said.cues["but_for"] - said.cues["joins"]
    if not others.isdisjoint(spoken[1:]) or has_any("nothing_but", spoken):
        return False
    if has_any("leaves_add_ons", spoken) or not said.cues["nothing"].isdisjoint(spoken):
        return True
    if _counts_zero(said, clause):
        return True
    return any(refuses(said, clause) for refuses in (_is_bare_no, _says_none, _does_without))


def _is_bare_no(said: Sentence, clause: range) -> bool:
    """ "Mm no", "dessa vez não", "tempting, but no", "precisa disso não", "así está bien"."""
    spoken = _spoken(said, clause)
    if plain_answer([said.words[place] for place in clause], True) in _REFUSALS:
        return True
    kinds = ("polite", "courtesy", "yes_tag", "for_now", "hold_on", "however", "acknowledging")
    small = vocabulary().filler.union(*(said.cues[kind] for kind in kinds)) - said.cues["no"]
    left = [word for word in spoken if word not in small and (len(word) > _SIGH or word in said.cues["no"])]
    ends = is_denial(said.words, clause[-1], said.language) and said.cues["not_knowing_verb"].isdisjoint(
        spoken
    )
    is_fine = len(spoken) > 1 and said.cues["fine_without"].issuperset(spoken)
    return (bool(left) and said.cues["no"].issuperset(left)) or ends or is_fine


def _says_nothing(said: Sentence, clause: range) -> bool:
    """ "Nada de eso", "none, they're skint"; "nothing else" may stand beside what is wanted."""
    spoken, nothing, more = _spoken(said, clause), said.cues["nothing"], said.cues["no_more_of"]
    behind = zip(spoken, [*spoken[1:], ""], strict=True)
    return any(word in nothing and follows not in more - nothing for word, follows in behind)


def _says_none(said: Sentence, clause: range) -> bool:
    """ "No need for any of that", "that's a no to all of them"; "she can't code at all" is no refusal."""
    spoken = _spoken(said, clause)
    if has_any("at_all", spoken):
        return False
    if throws_all_away(said, clause):
        return True
    kinds = ("anything", "that_one", "everything", "add_on_noun")
    all_of = frozenset[str]().union(*(said.cues[kind] for kind in kinds))
    if _turns_down(said, clause):
        return True
    denials = [at for at, place in enumerate(clause) if is_denial(said.words, place, said.language)]
    return any(not all_of.isdisjoint(spoken[at + 1 : at + 1 + _NEAR]) for at in denials)


def _counts_zero(said: Sentence, clause: range) -> bool:
    """ "0", "0 add-ons", "0 of those"; "0 licences" counts the plan's."""
    zeros = [said.places(number) for number in said.numbers() if number.value == "0"]
    of_plan = said.cues["seats"] | said.cues["plan_noun"]
    return any(places & set(clause) for places in zeros) and of_plan.isdisjoint(_spoken(said, clause))


def _turns_down(said: Sentence, clause: range) -> bool:
    """ "Declined all of them", "los rechazó", "recusou todos"; a card is declined, too."""
    spoken = _spoken(said, clause)
    kinds = ("anything", "that_one", "everything", "add_on_noun", "it", "of_them", "article")
    all_of = frozenset[str]().union(*(said.cues[kind] for kind in kinds)) - said.cues["the"]
    is_card = not said.cues["card"].isdisjoint(spoken)
    return not (is_card or said.cues["turned_down"].isdisjoint(spoken) or all_of.isdisjoint(spoken))


def _saves_one(said: Sentence) -> bool:
    """ "None except security", "no extras bar the storage": what is named behind it is wanted."""
    for clause in _clauses(said):
        for at in clause:
            before = range(clause.start, at)
            if said.words[at].text in said.cues["but_for"] and _names_an_add_on(said, range(at, clause.stop)):
                no = said.cues["nothing"] | said.cues["negation"]
                return not no.isdisjoint(_spoken(said, before)) and not _names_an_add_on(said, before)
    return False


def _does_without(said: Sentence, clause: range) -> bool:
    """ "Segue sem", "she'll be right without them", "no bells and whistles", "sem penduricalho"."""
    spoken = _spoken(said, clause)
    small = vocabulary().filler | said.cues["polite"] | said.cues["that_one"] | said.cues["add_on_noun"]
    for at, word in enumerate(spoken):
        behind = [each for each in spoken[at + 1 :] if each not in small]
        if word in said.cues["bare_without"]:
            return all(each not in vocabulary().every_word for each in behind) and len(behind) < _NEAR
    return False


def _is_only_plan(said: Sentence, clause: range) -> bool:
    """ "Just the backup on its own", "seguiremos somente com o plano", "puro plan base"."""
    spoken = _spoken(said, clause)
    known = ("1", str(said.draft.quantity))  # "just the 10 licences"
    if any(said.places(number) & set(clause) for number in said.numbers() if number.value not in known):
        return False
    nouns = said.cues["plan_noun"] | said.cues["seats"] | said.cues["bare_plan"]
    has_plan = any(word in nouns or said.draft.plan in said.shop.plan_names.holders(word) for word in spoken)
    is_bare = not (said.cues["only"] | said.cues["bare_plan"]).isdisjoint(spoken)
    return has_plan and (is_bare or _will_do(said, spoken))


def _will_do(said: Sentence, spoken: list[str]) -> bool:
    """ "The backup is plenty for them", "con el respaldo basta", "o backup dá conta"; "isn't enough" wants
    more, and "basic is enough" may be another plan."""
    names = said.shop.plan_names
    others = any(names.holders(word) and said.draft.plan not in names.holders(word) for word in spoken)
    not_so = said.cues["negation"] | said.cues["if"] | said.cues["nothing"]
    return has_any("suffices", spoken) and not others and not_so.isdisjoint(spoken)


def _names_an_add_on(said: Sentence, clause: range) -> bool:
    """One of this plan's, by a word that the plan's own name has not."""
    solution = said.shop.catalog.solution_of(said.draft.plan)
    if solution is None:
        return False
    own, plans = said.shop.add_on_names_of[solution.service_name], said.shop.plan_names
    nouns = said.cues["add_on_noun"] | said.cues["thing"]
    if any(min(places) in clause for _, places in part_numbers(said)):
        return True
    return any(
        own.holders(word) and said.draft.plan not in plans.holders(word) and word not in nouns
        for word in (said.words[place].text for place in clause)
    )


def _points_at_one(said: Sentence, clause: range) -> bool:
    """ "El primero no", "skip the second one" are of one of those that are offered."""
    spoken = _spoken(said, clause)
    is_degree = has_any("the_lesser", spoken) or has_any("the_greater", spoken)
    return is_degree or any(place in clause for _, place in positions(said))


def _picks(said: Sentence, clause: range) -> bool:
    """ "No, el segundo"; not "no, that's the last one"."""
    is_told = not said.cues["copula"].isdisjoint(_spoken(said, clause))
    return _points_at_one(said, clause) and not is_told


def refuses_add_ons(said: Sentence) -> bool:
    """ "Sin complementos": a no at most two words before the noun. "Só o backup" is one, too."""
    if _saves_one(said):
        return False
    if "?" not in said.text and any(throws_all_away(said, clause) for clause in _clauses(said)):
        return True
    said_of = [
        word for place, word in enumerate(said.words) if place not in said.claimed
    ]  # "the two add-ons"
    nouns = [place for place, word in enumerate(said_of) if word.text in said.cues["add_on_noun"]]
    before = {word.text for noun in nouns for word in said_of[max(0, noun - 2) : noun]}
    return bool(before & (said.cues["without"] | said.cues["negation"]))
