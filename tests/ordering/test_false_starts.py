"""What is called off in the same breath is dropped whole; what follows is the order."""

import pytest

from tests.ordering.shops import hear

BEHIND = "20 Business Premium yearly for La Espiga"


@pytest.mark.parametrize(
    "text",
    [
        "please book 5 copilot... sorry, that was another client. ",
        "8 Business Basic mensual for San Rafael, no wait that's another customer. ",
        "8 Business Basic con copilot - ignore that, wrong ticket. ",
        "Need Copilot for 4, hang on that's not theirs. ",
        "10 Business Basic, mensual, for San Rafael. Forget that. ",
        "ponme 5 copilot... perdón, eso era de otro cliente. ",
        "8 Business Basic con copilot - olvida eso, me equivoqué de correo. ",
        "8 Business Basic con archivado. ay no, ese no es. ",
        "Copilot para 4, no, eso era lo de ayer. ",
        "põe 5 copilot... desculpa, isso era de outro cliente. ",
        "8 Business Basic com copilot - esquece isso, email errado. ",
        "8 Business Basic mensual. Desconsidera. ",
    ],
)
def test_a_false_start_is_dropped_whole(text: str) -> None:
    heard, alone = hear(text + BEHIND), hear(BEHIND)
    ordered = (heard.plans, heard.quantity, heard.term, heard.add_ons, heard.customers, heard.second)
    assert ordered == (("BP",), "20", "year", (), ("esp",), None)
    assert heard.unknown_customer == alone.unknown_customer


@pytest.mark.parametrize(
    "text",
    [
        "10 business basic with copilot for La Espiga, scratch that, yearly",
        "10 business basic with copilot for La Espiga. I ordered from the wrong ticket before",
        "10 business basic with copilot for La Espiga. 5 premium was another client",
        "10 business basic con copilot para La Espiga. Olvida eso del dominio",
    ],
)
def test_a_correction_without_an_order_of_its_own_drops_nothing(text: str) -> None:
    heard = hear(text)
    assert (heard.customers, [each.mpn for each in heard.add_ons]) == (("esp",), ["COP"])


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("10 business basic for La Espiga, sorry, standard, yearly", "BS"),
        ("10 business basic for La Espiga, actually make it standard, yearly", "BS"),
        ("10 business basic para La Espiga, perdón, standard, anual", "BS"),
        ("10 business starter para La Espiga, perdón, standard, anual", "GSD"),
        ("10 business basic para La Espiga, desculpa, standard, anual", "BS"),
        ("10 business basic para La Espiga, melhor o standard do google, anual", "GSD"),
    ],
)
def test_another_level_in_the_same_breath_is_of_the_same_solution(text: str, plan: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity) == ((plan,), "10")


@pytest.mark.parametrize(
    "text",
    [
        "3 business basic for... hang on. ok 4, La Espiga, yearly",
        "3 business basic for La Espiga, wait, 4, yearly",
        "3 business basic para La Espiga... a ver, ok 4, anual",
        "3 business basic para La Espiga... opa, ok 4, anual",
    ],
)
def test_a_number_of_its_own_behind_a_wait_takes_the_other_back(text: str) -> None:
    assert hear(text).quantity == "4"
