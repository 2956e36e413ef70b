"""Chosen without a name: by price, by place, or with a finger on it."""

from decimal import Decimal

import pytest

from bot.ordering.catalog import AddOn, Catalog, DomainNeed, Plan, Solution, Term
from bot.ordering.domain_heard import HeardName
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.money import Money
from bot.ordering.order import Customer
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop
from tests.ordering import shops


def prices(month: int) -> dict[Term, Money]:
    return {Term.MONTH: Money(Decimal(month), "USD"), Term.YEAR: Money(Decimal(month * 10), "USD")}


def solution(name: str, plans: dict[str, tuple[str, int]]) -> Solution:
    made = tuple(Plan(mpn, plan, prices(price), 1, 300) for mpn, (plan, price) in plans.items())
    extras = (AddOn("ARC", "Archiving", prices(3)), AddOn("COP", "Copilot", prices(30)))
    return Solution(name, name.lower(), True, DomainNeed.OPTIONAL, made, extras)


def shop() -> Shop:
    office = {"BB": ("Suite Basic", 7), "BS": ("Suite Standard", 15), "BP": ("Suite Premium", 26)}
    boxes = {"DS": ("Box Standard", 18), "DA": ("Box Advanced", 30)}
    known = shops.shop()
    solutions = (solution("Suite", office), solution("Box", boxes))
    return Shop(known.account, Catalog(solutions, known.catalog.tlds), known.customers, known.cards)


PLANS = ("BS", "DS")
CARDS = ("card-v", "card-m")
CUSTOMERS = ("esp", "tor", "raf")


def hear(text: str, step: Step | None, offered: tuple[str, ...] = (), draft: Draft | None = None) -> Heard:
    entities: list[Entity] = shops.entities(text)
    return listen(Sentence(text, entities, shop(), draft or Draft(), step, "inform", offered, step))


@pytest.mark.parametrize(
    "text", ["el mas barato", "the cheapest", "o mais barato", "mas barato", "el económico"]
)
def test_the_cheapest_of_what_was_offered(text: str) -> None:
    heard = hear(text, Step.PLAN, ("BP", "DS", "BS"))
    assert heard.plans == ("BS",)
    assert heard.is_whole
    assert heard.is_pick


@pytest.mark.parametrize("text", ["el mas caro", "the most expensive one", "o mais caro", "la menos barata"])
def test_the_dearest_of_what_was_offered(text: str) -> None:
    assert hear(text, Step.PLAN, ("DS", "BS", "BP")).plans == ("BP",)


@pytest.mark.parametrize("text", ["quiero el suite mas barato", "the cheapest suite plan please"])
def test_the_cheapest_of_a_solution_that_is_named(text: str) -> None:
    assert hear(text, None).plans == ("BB",)


def test_the_cheapest_of_the_solution_that_the_order_is_about() -> None:
    draft = Draft(plan="DA", quantity=5)
    assert hear("mejor el mas barato", Step.CONFIRM, (), draft).plans == ("DS",)


def test_the_cheapest_of_everything_is_one_of_each_solution() -> None:
    assert hear("el mas barato", Step.PLAN).plans == ("BB", "DS")


@pytest.mark.parametrize("text", ["esta muy caro", "algo mas barato hay?", "no es barato"])
def test_a_word_about_prices_chooses_nothing(text: str) -> None:
    assert hear(text, Step.PLAN, PLANS).plans == ()


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("el segundo", "tor"),
        ("la primera", "esp"),
        ("the third one", "raf"),
        ("o último", "raf"),
        ("el ultimo cliente", "raf"),
        ("opcion 2", "tor"),
        ("el 3", "raf"),
        ("2", "tor"),
        ("first", "esp"),
        ("a segunda opção", "tor"),
    ],
)
def test_one_of_a_list_by_its_place(text: str, chosen: str) -> None:
    heard = hear(text, Step.CUSTOMER, CUSTOMERS, Draft(plan="BS", quantity=5))
    assert (heard.customers, heard.quantity) == ((chosen,), None)
    assert heard.unknown_customer is None


@pytest.mark.parametrize(
    "text", ["primero dime cuánto cuesta", "el primer mes", "sube a 2", "2 licencias mas"]
)
def test_a_place_in_something_else_chooses_nothing(text: str) -> None:
    heard = hear(text, Step.CUSTOMER, CUSTOMERS, Draft(plan="BS", quantity=5))
    assert heard.customers == ()


def test_a_number_at_a_list_of_plans_is_the_quantity_until_that_is_known() -> None:
    assert hear("2", Step.PLAN, PLANS).quantity == "2"
    assert hear("2", Step.PLAN, PLANS, Draft(quantity=5)).plans == ("DS",)


def test_more_may_be_said_beside_the_choice() -> None:
    heard = hear("el segundo, 10 licencias", Step.PLAN, PLANS)
    assert (heard.plans, heard.quantity) == (("DS",), "10")


@pytest.mark.parametrize("text", ["ese", "si, ese", "that one", "esse mesmo", "esa por favor"])
def test_that_one_is_the_only_one_that_was_offered(text: str) -> None:
    assert hear(text, Step.PLAN, ("BS",)).plans == ("BS",)
    assert hear(text, Step.PLAN, PLANS).plans == ()


@pytest.mark.parametrize("text", ["la otra", "con la otra", "the other one", "o outro"])
def test_the_other_of_two_cards(text: str) -> None:
    heard = hear(text, Step.PAYMENT, CARDS, Draft(plan="BS", payment="card-v"))
    assert (heard.cards, heard.new_card) == (("card-m",), False)


def test_cards_by_their_place() -> None:
    assert hear("la segunda", Step.PAYMENT, CARDS).cards == ("card-m",)


def test_several_add_ons_by_their_places_and_all_of_them() -> None:
    draft = Draft(plan="BS", quantity=5)
    for text in ("el primero y el segundo", "los dos", "os dois", "both of them", "todos"):
        heard = hear(text, Step.ADD_ONS, ("ARC", "COP"), draft)
        assert {extra.mpn for extra in heard.add_ons} == {"ARC", "COP"}, text
    assert [extra.mpn for extra in hear("el mas barato", Step.ADD_ONS, ("ARC", "COP"), draft).add_ons] == [
        "ARC"
    ]


def test_a_free_domain_by_its_place() -> None:
    names = hear("la segunda", Step.DOMAIN_TAKEN, ("a.com", "a.mx")).domains.names
    assert names == (HeardName("a.mx"),)


def test_a_customer_whose_name_sounds_like_a_place_is_meant_by_name() -> None:
    known = shop()
    named = Shop(
        known.account, known.catalog, (Customer("one", "Primera Iglesia", None), *known.customers), ()
    )  # type: ignore[arg-type]
    said = Sentence(
        "primera iglesia", [], named, Draft(), Step.CUSTOMER, "inform", ("esp", "one"), Step.CUSTOMER
    )
    assert listen(said).customers == ("one",)


def test_an_add_on_chosen_before_stays_as_it_is() -> None:
    draft = Draft(plan="BS", quantity=5, add_ons=(AddOnChoice("ARC", 2),))
    assert hear("el segundo", Step.ADD_ONS, ("ARC", "COP"), draft).add_ons[0].mpn == "COP"


@pytest.mark.parametrize(
    "text",
    [
        "el mas basico de los de suite",
        "o básico da suite",
        "the basic suite one",
        "the smallest suite plan for espiga",
        "el suite chico",
        "o suite mais simples",
        "the most basic plan of suite, 7 in total",
        "20 del suite mas sencillo que tengas",
    ],
)
def test_the_simplest_plan_of_a_solution(text: str) -> None:
    assert hear(text, None).plans == ("BB",)


@pytest.mark.parametrize(
    "text",
    [
        "el más completo de suite para san rafael",
        "they want the top suite plan",
        "o mais completo da suite",
        "o top de linha da suite",
        "the most complete suite plan, 5",
        "el suite grande",
        "el tope de gama de suite",
    ],
)
def test_the_most_complete_plan_of_a_solution(text: str) -> None:
    assert hear(text, None).plans == ("BP",)


@pytest.mark.parametrize(
    "text", ["pasalo al mas completo", "upgrade to the top plan", "muda pro mais completo"]
)
def test_the_most_complete_plan_of_what_the_order_is_about(text: str) -> None:
    assert hear(text, Step.CONFIRM, (), Draft(plan="BB", quantity=5)).plans == ("BP",)


@pytest.mark.parametrize(
    "text",
    [
        "10 suite premium for our biggest client",
        "the top priority",
        "the biggest order so far",
        "box standard",
    ],
)
def test_a_word_of_size_chooses_no_plan_elsewhere(text: str) -> None:
    assert hear(text, Step.CONFIRM, (), Draft(plan="BB", quantity=5)).plans in ((), ("BP",), ("DS",))
    assert not hear(text, Step.CONFIRM, (), Draft(plan="BB", quantity=5)).is_pick


@pytest.mark.parametrize("text", ["the best suite plan", "el mejor plan de suite", "o melhor da suite, 5"])
def test_the_best_plan_is_the_most_complete_one(text: str) -> None:
    assert hear(text, None).plans == ("BP",)


@pytest.mark.parametrize("text", ["the middle suite plan", "el plan intermedio de suite", "o suite do meio"])
def test_the_plan_between_the_others(text: str) -> None:
    assert hear(text, None).plans == ("BS",)


@pytest.mark.parametrize("text", ["best regards, Sam", "mejor suite standard", "all the best", "medio año"])
def test_a_good_wish_chooses_nothing(text: str) -> None:
    assert not hear(text, Step.CONFIRM, (), Draft(plan="BB", quantity=5)).is_pick


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("el básico de los 2", "BB"),
        ("de esos 2 el más completo", "BS"),
        ("the cheaper of the 2", "BB"),
        ("the bigger of those 2", "BS"),
        ("o mais simples dos 2", "BB"),
        ("o mais barato desses 2", "BB"),
    ],
)
def test_how_many_are_offered_is_no_quantity(text: str, plan: str) -> None:
    heard = shops.hear(text, Step.PLAN, Draft(quantity=6), "choose", ("BB", "BS"), Step.PLAN)
    assert (heard.plans, heard.quantity) == ((plan,), None)


def test_more_than_are_offered_are_a_quantity() -> None:
    heard = shops.hear("el básico para los 7", Step.PLAN, Draft(), "choose", ("BB", "BS"), Step.PLAN)
    assert heard.quantity == "7"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the long one", "blue-fern.com"),
        ("the shorter one", "blue.com"),
        ("el más largo", "blue-fern.com"),
        ("el corto, porfa", "blue.com"),
        ("o mais comprido", "blue-fern.com"),
        ("second one on your list please", "blue-fern.com"),
        ("el segundo de tu lista", "blue-fern.com"),
        ("pode ser a primeira da lista", "blue.com"),
        ("it takes too long", None),
        ("mi lista es larga", None),
    ],
)
@pytest.mark.parametrize("step", [Step.DOMAIN, Step.DOMAIN_TAKEN])
def test_of_two_domains_one_is_chosen_by_its_length_or_its_place(text, name, step):
    heard = shops.hear(text, step, offered=("blue.com", "blue-fern.com"))
    assert [each.text for each in heard.domains.names] == [name] * (name is not None)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("the first one", Term.MONTH),
        ("la segunda opción", Term.YEAR),
        ("o primeiro", Term.MONTH),
        ("2", Term.YEAR),
        ("the cheapest", Term.YEAR),
        ("lo que salga mas barato", Term.YEAR),
        ("o mais em conta", Term.YEAR),
    ],
)
def test_a_term_by_its_place_or_its_price(text: str, term: Term) -> None:
    assert hear(text, Step.TERM, (), Draft(plan="BB", quantity=5)).term == term


@pytest.mark.parametrize("text", ["which is cheapest?", "cual es mas barato", "primero quiero saber algo"])
def test_who_asks_chooses_no_term(text: str) -> None:
    assert hear(text, Step.TERM, (), Draft(plan="BB", quantity=5)).term is None
