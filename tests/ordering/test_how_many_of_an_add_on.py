"""How many of an add-on: for one, for some, for all, another one; several where people are not counted."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.names import NameIndex
from bot.ordering.reading import Sentence, listen
from bot.ordering.text import words
from tests.ordering.shops import hear, shop, solution

STANDARD = Draft(plan="BS", quantity=12, term="year")
REVIEWED = replace(
    STANDARD,
    add_ons=(AddOnChoice("COP"), AddOnChoice("ARC", 5)),
    customer=shop().customers[0],
    payment="card-v",
)
HOSTING = Draft(plan="LNX", quantity=1, term="year", customer=shop().customers[0], payment="card-v")


def after(
    text: str, draft: Draft, step: Step = Step.CONFIRM, intent: str = "inform", language: str = ""
) -> Draft:
    heard = hear(text, step, draft, intent, language=language)
    return decide(Message(heard, intent, text, step), draft, {}, shop()).draft


def counts(
    text: str, draft: Draft, step: Step = Step.CONFIRM, intent: str = "inform"
) -> dict[str, int | None]:
    language = "pt" if {"pra", "um", "mas"} & set(text.split()) else ""
    return {each.mpn: each.quantity for each in after(text, draft, step, intent, language).add_ons or ()}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one copilot", 1),
        ("solo un copilot", 1),
        ("un copilot nomas", 1),
        ("just one copilot", 1),
        ("só um copilot", 1),
        ("solo uno de copilot", 1),
        ("copilot pero para 2 nada más", 2),
        ("copilot but only for 2", 2),
        ("copilot mas só pra 2", 2),
        ("copilot for the 3 managers", 3),
        ("2 lots of copilot", 2),
        ("3 paquetes de copilot", 3),
        ("2 pacotes de copilot", 2),
        ("copilot en 4 de ellos", 4),
        ("copilot for the boss only", 1),
        ("copilot solo al gerente", 1),
        ("copilot pra chefe", 1),
        ("copilot for the director and 2 managers", 2),
        ("copilot for me only", 1),
        ("copilot nomás para mí", 1),
        ("copilot for one", 1),
        ("copilot para uno", 1),
        ("copilot pra um", 1),
        ("copilot para mi cliente", None),
        ("3 need copilot", 3),
        ("copilot", None),
        ("copilot para todos", None),
    ],
)
def test_an_add_on_has_the_number_that_is_said_of_it(text: str, number: int | None) -> None:
    assert counts(text, STANDARD, Step.ADD_ONS) == {"COP": number}
    assert after(text, STANDARD, Step.ADD_ONS).quantity == 12


@pytest.mark.parametrize(
    "text",
    ["everyone gets archiving, 2 get copilot", "archivado a todos y 2 llevan copilot"]
    + ["copilot, pero solo 2, y archivado", "archiving for everybody and copilot just for 2"]
    + ["archivado para todos y copilot para 2", "arquivamento pra todo mundo e copilot pra 2"],
)
def test_each_has_its_own(text: str) -> None:
    assert counts(text, STANDARD, Step.ADD_ONS) == {"COP": 2, "ARC": None}


@pytest.mark.parametrize(
    "text",
    ["archiving for everyone", "archivado para todos", "archiving for all of them", "arquivamento pra todos"],
)
def test_for_all_follows_the_plan_again(text: str) -> None:
    assert counts(text, REVIEWED) == {"COP": None, "ARC": None}


@pytest.mark.parametrize(
    ("text", "number"),
    [("another archiving", 6), ("otro archivado", 6), ("1 more archiving", 6), ("mais um arquivamento", 6)],
)
def test_another_is_one_more(text: str, number: int) -> None:
    assert counts(text, REVIEWED)["ARC"] == number


@pytest.mark.parametrize(
    "text",
    [
        "2 less archiving",
        "3 archiving instead of 5",
        "archivado para 3 en vez de 5",
        "just 3 archiving not 5",
    ],
)
def test_fewer_of_what_has_its_own_number(text: str) -> None:
    assert counts(text, REVIEWED) == {"COP": None, "ARC": 3}
    assert after(text, REVIEWED).quantity == 12


def test_some_and_the_others() -> None:
    text = "archiving for 4 of them and copilot for the other 8"
    assert counts(text, STANDARD, Step.ADD_ONS) == {"ARC": 4, "COP": 8}


def test_one_more_of_what_all_have_is_one_more_than_all() -> None:
    assert counts("1 more copilot", REVIEWED)["COP"] == 13


@pytest.mark.parametrize("text", ["3 ssl", "ssl x3", "3 lots of ssl", "3 certificados ssl"])
@pytest.mark.parametrize("step", [Step.ADD_ONS, Step.CONFIRM])
def test_hosting_has_as_many_as_are_said(text: str, step: Step) -> None:
    assert counts(text, HOSTING, step) == {"SSL": 3}
    assert after(text, HOSTING, step).quantity == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("otro ssl", 4),
        ("un ssl más", 4),
        ("mais um ssl", 4),
        ("agrega 2 ssl", 5),
        ("quita un ssl", 2),
        ("tira um ssl", 2),
    ]
    + [("remove one ssl", 2)],
)
def test_more_and_fewer_of_several(text: str, number: int) -> None:
    intent = "remove" if text.startswith(("quita", "tira", "remove")) else "inform"
    assert counts(text, replace(HOSTING, add_ons=(AddOnChoice("SSL", 3),)), intent=intent) == {"SSL": number}


def test_another_of_the_only_one_makes_two() -> None:
    assert counts("otro ssl", replace(HOSTING, add_ons=(AddOnChoice("SSL"),))) == {"SSL": 2}


def test_no_more_than_the_marketplace_sells() -> None:
    known = shop()
    limited = tuple(
        replace(each, add_ons=tuple(replace(extra, maximum=2) for extra in each.add_ons))
        for each in known.catalog.solutions
    )
    known = replace(known, catalog=replace(known.catalog, solutions=limited))
    outcome = decide(
        Message(hear("3 ssl", Step.CONFIRM, HOSTING), "inform", "3 ssl", Step.CONFIRM), HOSTING, {}, known
    )
    assert [note.reason for note in outcome.notes] == ["add_on_quantity_wrong"]


@pytest.mark.parametrize(
    "text", ["agrega otro", "add another", "adiciona mais um", "add another user", "otro usuario"]
)
def test_another_without_a_name_is_of_the_plan(text: str) -> None:
    assert after(text, REVIEWED).quantity == 13


@pytest.mark.parametrize("text", ["con otra", "agrega otra tarjeta", "add another domain", "otra cosa"])
def test_another_of_something_else_counts_nothing(text: str) -> None:
    assert after(text, REVIEWED).quantity == 12


@pytest.mark.parametrize(
    "text",
    [
        "30 giga é pouco, troca pro premium",
        "30 gigas no alcanzan, cambia al premium",
        "30 gigs is not enough, change to premium",
    ]
    + ["2 teras é demais, muda pra basic"],
)
def test_what_is_stored_counts_nobody(text: str) -> None:
    assert after(text, REVIEWED, language="pt" if " é " in text else "").quantity == 12


def test_a_greeting_orders_no_daily_backup() -> None:
    hosting = solution("Web Hosting", {"LNX": "Linux Hosting Pro"}, {"BKP": "Daily Backup"}, per_seat=False)
    known = replace(shop(), catalog=Catalog((hosting,)))
    for text, found in (("g'day, linux hosting pro", 0), ("linux hosting pro with a daily backup", 1)):
        assert len(listen(Sentence(text, (), known, Draft(), None)).add_ons) == found


def test_less_than_all_of_a_new_order_get_one() -> None:
    heard = hear("they need 14 Business Standard, and the 3 partners want Copilot on theirs", Step.PLAN)
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == ("14", [("COP", "3")])


def test_the_number_behind_the_plans_name_counts_it() -> None:
    text = "they are 31 altogether so what they want is the Business Premium for 26 people"
    assert hear(text, Step.PLAN).quantity == "26"


@pytest.mark.parametrize("text", ["right, leave it at 5 then", "dejalo en 5", "deixa em 5"])
def test_what_is_an_add_ons_number_already_stays_its(text: str) -> None:
    assert after(text, REVIEWED) == REVIEWED


EIGHT = replace(REVIEWED, plan="BP", quantity=8, add_ons=(AddOnChoice("TEL"), AddOnChoice("COP", 2)))


@pytest.mark.parametrize(
    "text",
    """que el copilot sea para 3|el copilot va para 3|el copilot tiene que ser para 3|el copilot mejor para 3
en copilot pon 3|el copilot que vaya para 3|copilot needs to be for 3|copilot goes to 3 of them
copilot has to be 3|copilot was meant to be for 3|o copilot é pra 3|o copilot e pra 3
o copilot seja pra 3|o copilot tem que ser pra 3|o copilot vai pra 3""".replace("\n", "|").split("|"),
)
def test_a_clause_about_an_add_on_alone_counts_it(text: str) -> None:
    language = "pt" if "o copilot" in text[:9] else ""
    draft = after(text, EIGHT, language=language)
    assert draft.quantity == 8
    assert [(each.mpn, each.quantity) for each in draft.add_ons or ()] == [("TEL", None), ("COP", 3)]


@pytest.mark.parametrize(
    "text",
    ["quiero copilot y que sean 7", "copilot for the clinic, 7", "copilot e 7 licenças"],
)
def test_what_is_counted_beside_an_add_on_stays_the_plans(text: str) -> None:
    assert after(text, EIGHT).quantity == int(next(char for char in text if char.isdigit()))


@pytest.mark.parametrize("text", ["de copilot ponle 8", "of copilot make it 8", "del copilot 8 por favor"])
def test_an_add_on_spoken_of_first_is_what_is_counted(text: str) -> None:
    known = Draft(plan="BP", quantity=22, add_ons=(AddOnChoice("COP", 5),))
    heard = hear(text, Step.PAYMENT, known)
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (None, [("COP", "8")])


@pytest.mark.parametrize(
    "text",
    [
        "que incluya archivado, 4 paquetes",
        "con archiving, 4 licencias",
        "include archiving, 4 of them",
        "plus archiving, 4 please",
        "inclui arquivamento, 4 caixas",
    ],
)
def test_a_number_that_stands_behind_an_add_on_alone_is_its(text: str) -> None:
    draft = after(text, STANDARD, Step.TERM)
    assert (draft.quantity, draft.add_ons) == (12, (AddOnChoice("ARC", 4),))


@pytest.mark.parametrize(
    "text",
    ["con archiving, 20 usuarios", "agrega archivado, mejor 10", "add archiving, make it 10 seats"]
    + ["add archiving, 10 seats instead", "agrega archivado, y que sean 10"],
)
def test_a_number_that_corrects_the_plans_is_the_plans(text: str) -> None:
    assert after(text, STANDARD, Step.TERM).quantity in (10, 20)


@pytest.mark.parametrize(
    "text", ["business standard con 3 paquetes de copilot", "business standard y 3 licencias de copilot"]
)
def test_packs_of_an_add_on_are_not_the_plans(text: str) -> None:
    heard = hear(text)
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == (None, ["3"])


@pytest.mark.parametrize(
    "text",
    [
        "copilot please, and make it 15 users",
        "copilot, y que sean 15 usuarios",
        "copilot, e passa pra 15 usuários",
    ],
)
def test_more_users_than_the_plan_has_are_the_plans(text: str) -> None:
    assert counts(text, STANDARD, Step.ADD_ONS) == {"COP": None}
    assert after(text, STANDARD, Step.ADD_ONS).quantity == 15


def test_a_number_of_a_name_stands_beside_its_word() -> None:
    index = NameIndex({"def": "Defender for Office Plan 1", "sto": "Cloud Storage 100 GB", "aud": "Audio"})
    places = {match.key: match.places for match in index.find(words("3 defender and 1 audio"))}
    assert places == {"def": {1}, "aud": {4}}
    (named, *_) = index.find(words("3 defender plan 1"))
    assert named.places == {1, 2, 3}
    (named, *_) = index.find(words("storage of 100 gb"))
    assert named.places == {0, 2, 3}
