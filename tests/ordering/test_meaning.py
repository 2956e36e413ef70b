import pytest

from bot.ordering.answering import is_answer
from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.meaning import announces_order, is_for, meaning
from tests.ordering.shops import hear, shop


@pytest.mark.parametrize(
    ("text", "step", "intent", "confidence"),
    [
        ("copilot", Step.ADD_ONS, "ask_add_ons", 0.9),
        ("yearly", Step.TERM, "ask_savings", 0.45),
        ("San Rafael", Step.CUSTOMER, "chitchat", 0.22),
        ("la mastercard", Step.PAYMENT, "ask_payment", 0.8),
        ("no espera, con la otra tarjeta, la mastercard", Step.CONFIRM, "ask_payment", 0.8),
    ],
)
def test_a_name_is_an_answer_whatever_it_sounds_like(
    text: str, step: Step, intent: str, confidence: float
) -> None:
    assert meaning(intent, confidence, hear(text, step, Draft(plan="BS", quantity=5))) == "inform"


@pytest.mark.parametrize("text", ["¿y la visa?", "cuanto cuesta el premium", "which customers, San Rafael?"])
def test_a_question_stays_a_question_though_it_names_something(text: str) -> None:
    assert meaning("ask_price", 0.9, hear(text, Step.PAYMENT)) == "ask_price"


def test_a_yes_that_the_engine_only_guesses_confirms_nothing() -> None:
    assert meaning("affirm", 0.4, hear("a ver que tal", Step.CONFIRM)) == "nlu_fallback"
    assert meaning("affirm", 0.9, hear("a ver que tal", Step.CONFIRM)) == "affirm"


@pytest.mark.parametrize(("text", "intent"), [("valeu", "thank"), ("que demora, ta dificil", "frustrated")])
def test_sure_small_talk_is_nobodys_name(text: str, intent: str) -> None:
    assert meaning(intent, 0.8, hear(text, Step.CUSTOMER, Draft(plan="BS", quantity=5), intent)) == intent


def test_an_order_is_not_thrown_away_on_a_guess() -> None:
    assert meaning("cancel", 0.3, hear("mmm", Step.CONFIRM)) == "nlu_fallback"


def test_thanks_beside_a_yes_do_not_hide_the_yes() -> None:
    assert meaning("thank", 0.9, hear("dale gracias", Step.CONFIRM)) == "affirm"


@pytest.mark.parametrize("intent", ["cancel", "help", "go_back", "human", "ask_price"])
def test_a_command_is_nobodys_name_where_a_customer_was_asked_for(intent: str) -> None:
    heard = hear("cancelar", Step.CUSTOMER, Draft(plan="BS", quantity=5), intent)
    assert meaning(intent, 0.9, heard) == intent


@pytest.mark.parametrize(
    "text",
    [
        "volvamos al anual",
        "can we go back to yearly?",
        "volvamos al standard",
        "back to basic",
        "go back to premium",
    ]
    + [
        "volver a 30",
        "back to 30 seats",
        "volta pro premium",
        "go back to the visa",
        "volvamos con la espiga",
    ],
)
@pytest.mark.parametrize("step", [Step.CONFIRM, Step.CUSTOMER, Step.ADD_ONS])
def test_going_back_to_something_that_is_named_is_a_change(text: str, step: Step) -> None:
    heard = hear(text, step, Draft(plan="BS", quantity=5), "go_back")
    assert meaning("go_back", 0.9, heard) == "inform"
    assert heard.unknown_customer is None


@pytest.mark.parametrize(
    "text",
    [
        "go back",
        "back one step",
        "go back 1 step",
        "volver",
        "volvamos al paso anterior",
        "volta 1 passo",
        "back to the plan",
    ]
    + [
        "volvamos a la pregunta anterior",
        "vuelve al plazo",
        "volta pra pergunta anterior",
        "can we go back?",
    ],
)
@pytest.mark.parametrize("step", [Step.CONFIRM, Step.CUSTOMER, Step.QUANTITY])
def test_going_back_to_a_question_is_a_step_back(text: str, step: Step) -> None:
    quantity = None if step is Step.QUANTITY else 5
    assert (
        meaning("go_back", 0.9, hear(text, step, Draft(plan="BS", quantity=quantity), "go_back")) == "go_back"
    )


@pytest.mark.parametrize("text", ["espera", "un momento", "perai", "hold on"])
@pytest.mark.parametrize("step", [Step.CUSTOMER, Step.CONFIRM])
def test_who_wants_a_moment_is_nobodys_name(text: str, step: Step) -> None:
    assert meaning("wait", 0.9, hear(text, step, Draft(plan="BS", quantity=5), "wait")) == "wait"


def test_a_correction_behind_wait_is_heard() -> None:
    assert meaning("wait", 0.6, hear("perai, 30", Step.CONFIRM, Draft(plan="BS", quantity=5))) == "inform"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("con la visa x favor, anual, sn gabriel, son 33, sin nada extra", "cancel"),
        ("deixa eu te passar: basic, 5 usuarios, anual", "wait"),
        ("me ligaram de novo, basic 5, anual", "repeat_order"),
        ("renovaron el local, quieren 5 basic anual", "change_subscription"),
        ("one thing, 5 basic yearly", "ask_savings"),
    ],
)
def test_two_parts_of_an_order_are_one_whatever_they_sound_like(text: str, intent: str) -> None:
    assert meaning(intent, 0.95, hear(text, Step.CONFIRM, Draft(plan="BS", quantity=5))) == "inform"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("o financeiro disse que tem que ser anual. pode alterar?", "inform"),
        ("they say it has to be yearly, can you change that?", "inform"),
        ("¿puedo cambiar a anual una suscripción que ya tienen?", "change_subscription"),
    ],
)
def test_a_change_is_of_the_open_order_unless_one_is_named_that_they_have(text: str, means: str) -> None:
    heard = hear(text, Step.CONFIRM, Draft(plan="BS", quantity=5, term="month"))
    assert meaning("change_subscription", 0.8, heard) == means


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("quiero hablar con alguien de las 5 basic anual", "human"),
        ("repite el basic anual de siempre", "repeat_order"),
        ("renovar las 5 basic de la suscripcion anual", "change_subscription"),
        ("how much are 5 basic yearly", "ask_price"),
    ],
)
def test_what_a_word_says_plainly_stays_what_it_is(text: str, intent: str) -> None:
    assert meaning(intent, 0.95, hear(text, Step.CONFIRM, Draft(plan="BS", quantity=5))) == intent


@pytest.mark.parametrize("text", ["aff, me ligaram de novo, é pra La Espiga mesmo", "it's for Harbor again"])
def test_for_whom_the_open_order_is(text):
    assert is_for(text)
    assert not is_for("the same for Harbor")


@pytest.mark.parametrize("text", ["que incluya archivado, cuatro paquetes", "with archiving, 4 of them"])
def test_an_add_on_with_its_number_is_wanted_whatever_it_sounds_like(text: str) -> None:
    heard = hear(text.replace("cuatro", "4"), Step.TERM, Draft(plan="BS", quantity=8))
    assert meaning("ask_plans", 0.9, heard) == "inform"


def test_an_order_is_one_though_it_ends_like_a_question() -> None:
    heard = hear("ok I told her, Business Basic enough lah. 9 users, bill monthly can?")
    assert meaning("frustrated", 0.9, heard) == "inform"
    assert meaning("ask_price", 0.9, heard) == "ask_price"


@pytest.mark.parametrize(
    "text",
    ["contrato anual", "por contrato anual", "con permanencia anual", "suscripción anual", "renovación anual"]
    + [
        "yearly contract",
        "yearly term",
        "yearly commitment",
        "yearly subscription",
        "contract is yearly",
    ]
    + ["assinatura anual", "fidelidade anual", "contrato mensual"],
)
@pytest.mark.parametrize("intent", ["ask_terms", "change_subscription"])
def test_what_is_annual_is_a_term_and_no_question_about_terms(text: str, intent: str) -> None:
    heard = hear(text, Step.DOMAIN, Draft(plan="BS", quantity=5), intent)
    assert heard.term
    assert meaning(intent, 0.95, heard) == "inform"


@pytest.mark.parametrize(
    "text", ["¿hay contrato anual?", "condiciones del contrato anual", "what are the terms of the yearly one"]
)
def test_who_asks_for_the_terms_chooses_none(text: str) -> None:
    assert meaning("ask_terms", 0.95, hear(text, Step.DOMAIN, Draft(plan="BS", quantity=5))) == "ask_terms"


@pytest.mark.parametrize(
    ("text", "announces"),
    [
        ("order for espiga", True),
        ("pedido para la espiga", True),
        ("pedido", True),
        ("un pedido para la espiga por favor", True),
        ("my order", False),
        ("mi pedido", False),
        ("orders for espiga", False),
        ("pedidos", False),
        ("order?", False),
        ("order status", False),
    ],
)
def test_an_order_is_announced_or_asked_about(text: str, announces: bool) -> None:
    assert announces_order(hear(text), text) is announces


@pytest.mark.parametrize(
    ("text", "intent", "step", "is_one"),
    [
        ("must be 5 seats, he is not sure how long he stays", "ask_delivery", Step.PAYMENT, True),
        ("month by month, can't tell how long they'll stick around", "ask_delivery", Step.TERM, True),
        ("e se fossem 5?", "ask_afterwards", Step.CONFIRM, True),
        ("how long does it take?", "ask_delivery", Step.CONFIRM, False),
        ("how long does it take for la espiga", "ask_delivery", Step.CONFIRM, False),
        ("can I go annual later?", "ask_afterwards", Step.CONFIRM, False),
        ("¿y si lo paso a anual después?", "ask_afterwards", Step.CONFIRM, False),
    ],
)
def test_what_is_asked_before_buying_and_what_only_sounds_like_it(
    text: str, intent: str, step: Step, is_one: bool
) -> None:
    draft = Draft(plan="BS", quantity=9, term=None if step is Step.TERM else Term.YEAR)
    assert is_answer(step, intent, hear(text, step, draft), text) is is_one


def test_boa_tarde_puts_no_term_off() -> None:
    assert hear("Boa tarde! Poderia me ajudar com 10 premium, anual?").term == "year"


def test_half_a_number_of_a_card_is_not_said_again() -> None:
    heard = hear("4388 0246", Step.QUANTITY, Draft(plan="BP"))
    message = Message(heard, "inform", "4388 0246", Step.QUANTITY)
    asked = decide(message, Draft(plan="BP"), {}, shop()).questions[Step.QUANTITY]
    assert "4388 0246" not in str(asked.data)


@pytest.mark.parametrize(
    "text",
    [
        "yeah we know, its theirs. transfer it over",
        "they own it, bring it over to us",
        "its theirs, move it over",
    ],
)
def test_who_brings_a_domain_over_does_not_start_over(text: str) -> None:
    assert meaning("start_over", 1.0, hear(text, Step.DOMAIN_TAKEN, Draft(plan="LNX"))) == "inform"


def test_who_starts_over_does() -> None:
    assert (
        meaning("start_over", 1.0, hear("start over", Step.DOMAIN_TAKEN, Draft(plan="LNX"))) == "start_over"
    )


def test_who_starts_over_may_speak_of_another_customer() -> None:
    text = "no, empecemos de cero, estaba viendo el correo de otro cliente"
    assert meaning("start_over", 0.9, hear(text, Step.DOMAIN, Draft(plan="LNX"))) == "start_over"
