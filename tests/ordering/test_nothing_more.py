"""Add-ons are asked for, and somebody wants nothing, in whole sentences."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=20)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nada, já chega de gastar kkkk", "pt"),
        ("ele disse que não quer nada a mais", "pt"),
        ("não precisa de nada disso", "pt"),
        ("ela falou que não vai querer mais nada", "pt"),
        ("dice que no quiere nada más", "es"),
        ("ninguno, que luego se queja de la factura", "es"),
        ("no me pidieron nada de eso", "es"),
        ("nothing, they've spent enough already", "en"),
        ("she doesn't want anything else", "en"),
        ("he says he doesn't need any of that", "en"),
        ("none, they're skint", "en"),
        ("nope, budget is tight this quarter 😅", "en"),
        ("leave all those off, the boss would have my head", "en"),
        ("she rolled her eyes at the prices so that's a no to all of them", "en"),
        ("they've already got their own phones, so no extras", "en"),
        ("let me think... nope, we can do without", "en"),
        ("boss says no bells and whistles", "en"),
        ("Thank you for the offer but we won't be needing any add-ons.", "en"),
        ("hmm copilot, archiving... no, none, we don't use it", "en"),
        ("lol no, they already fainted at the price", "en"),
        ("por el momento no se requiere ningún adicional, muchas gracias", "es"),
        ("no ocupan nada de eso mae, sigamos", "es"),
        ("naranjas, puro plan base 😅", "es"),
        ("mi jefe me mata si le sumo algo más, así está bien", "es"),
        ("ya tienen su archivado en otro lado, ninguno", "es"),
        ("ahorita no joven, gracias 😂", "es"),
        ("jajaja no, ahorita", "es"),
        ("kkkk não, dessa vez", "pt"),
        ("bah, deixa sem, já tá caro que chega", "pt"),
        ("o cliente ja tem telefone de outro lugar, nao precisa de nenhum", "pt"),
        ("dessa vez não, quem sabe na renovação", "pt"),
        ("Agradeço a oferta, mas seguiremos somente com o plano contratado.", "pt"),
        ("oxente, precisa disso não, segue o baile", "pt"),
        ("0", "en"),
        ("0 add-ons", "en"),
        ("0 complementos", "es"),
        ("0 adicionais", "pt"),
        ("the client declined all of them", "en"),
        ("they turned them all down", "en"),
        ("el cliente los rechazó", "es"),
        ("o cliente recusou todos", "pt"),
        ("nothing extra for these guys, they already bought copilot elsewhere", "en"),
        ("none, she bought archiving somewhere last year", "en"),
        ("nada extra, ya compraron copilot por otro lado", "es"),
        ("nada extra, já compraram copilot em outro lugar", "pt"),
        ("microsoft is plenty for them", "en"),
        ("con microsoft basta y sobra", "es"),
        ("o microsoft já dá conta", "pt"),
        ("just the 20 licences please", "en"),
        ("só as 20 licenças", "pt"),
        ("not worth it for them", "en"),
        ("los tres están fuera de presupuesto", "es"),
        ("tá fora do orçamento", "pt"),
        ("nones, están muy caros", "es"),
    ],
)
def test_nothing_is_wanted(text: str, language: str) -> None:
    assert hear(text, Step.ADD_ONS, STANDARD, "chitchat", language=language).no_add_ons


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("não sei nada disso", "pt"),
        ("nada ainda, espera", "pt"),
        ("no entiendo nada", "es"),
        ("I don't know anything about these", "en"),
        ("what are they, i've never used any", "en"),
        ("copilot and nothing else", "en"),
        ("no quiero el copilot, quiero teams phone", "es"),
        ("no archiving, but copilot yes", "en"),
        ("nothing but copilot", "en"),
        ("copilot for them, the others not needed", "en"),
        ("no, wait, let me ask", "en"),
        ("coloca copilot e mais nada", "pt"),
        ("nada de telefone, só copilot", "pt"),
        ("sei não", "pt"),
        ("😂", "en"),
        ("...", "es"),
        ("nada más el copilot", "es"),
        ("none except copilot", "en"),
        ("no extras bar copilot", "en"),
        ("ninguno menos copilot", "es"),
        ("nenhum fora o copilot", "pt"),
        ("microsoft isn't enough, add copilot", "en"),
        ("they bought 3 new servers, so copilot for those", "en"),
        ("no budget for everything, copilot only", "en"),
        ("0 copilot, 3 archiving", "en"),
        ("his card was declined, all of it", "en"),
    ],
)
def test_other_words_with_nothing_in_them_refuse_none(text: str, language: str) -> None:
    assert not hear(text, Step.ADD_ONS, STANDARD, language=language).no_add_ons


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("No sé qué es eso. Ninguno.", "no_more"),
        ("ni idea qué son, no", "deny"),
        ("Ninguno, no sé para qué sirve", "no_more"),
        ("not sure what that is, none", "no_more"),
        ("I don't know what those are. No thanks.", "deny"),
        ("haven't a clue, none please", "no_more"),
        ("what's copilot? none", "no_more"),
        ("sei lá o que é isso, nenhum", "no_more"),
        ("nenhum, nem sei pra que serve", "no_more"),
        ("não sei o que é copilot. Nenhum.", "no_more"),
    ],
)
def test_who_does_not_know_what_it_is_and_wants_none_answers(text: str, plain: str) -> None:
    heard = hear(text, Step.ADD_ONS, STANDARD, "help")
    assert (heard.plain, heard.add_ons) == (plain, ())


@pytest.mark.parametrize(
    "text", ["no, I don't know what that is", "no sé qué es eso", "no sé", "não sei o que é isso"]
)
def test_who_only_does_not_know_refuses_nothing(text: str) -> None:
    heard = hear(text, Step.ADD_ONS, STANDARD, "help")
    assert heard.plain is None
    assert not heard.no_add_ons


def test_what_is_wanted_beside_it_stays_heard() -> None:
    heard = hear("no idea, copilot, nothing else", Step.ADD_ONS, STANDARD)
    assert [each.mpn for each in heard.add_ons] == ["COP"]


def test_nothing_else_keeps_what_is_wanted_already() -> None:
    wanted = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP"),))
    assert not hear("she doesn't want anything else", Step.ADD_ONS, wanted).no_add_ons


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("none except copilot", "en"),
        ("no extras except copilot", "en"),
        ("ninguno menos copilot", "es"),
        ("nenhum fora o copilot", "pt"),
        ("sin archivado, pero el copilot sí", "es"),
        ("sem archiving, mas copilot sim", "pt"),
        ("no archiving, but copilot yes", "en"),
        ("they declined archiving, so just copilot", "en"),
        ("archiving was declined but copilot is fine", "en"),
        ("archiving was declined, copilot is fine", "en"),
        ("el archivado lo rechazaron, ponles copilot", "es"),
        ("rechazó archiving pero quiere copilot", "es"),
        ("recusou o archiving, mas quer copilot", "pt"),
    ],
)
def test_the_one_that_is_saved_is_wanted(text: str, language: str) -> None:
    heard = hear(text, Step.ADD_ONS, STANDARD, language=language)
    assert [each.mpn for each in heard.add_ons if not each.removed] == ["COP"]
    assert not heard.no_add_ons


@pytest.mark.parametrize("text", ["out of budget, all three", "none, she bought copilot from somebody else"])
def test_what_is_refused_or_theirs_is_not_added(text: str) -> None:
    heard = hear(text, Step.ADD_ONS, STANDARD, "inform")
    assert heard.no_add_ons
    assert not [each for each in heard.add_ons if not each.removed]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("are none of these needed?", "no_more"),
        ("¿ninguno es obligatorio?", "no_more"),
        ("nenhum deles é obrigatório?", "no_more"),
        ("no, wait", "deny"),
        ("no, espera", "deny"),
        ("não, espera", "deny"),
        ("don't know if they need any", "no_more"),
        ("no sé si les hace falta", "no_more"),
    ],
)
def test_what_only_sounds_like_a_no_settles_nothing(text: str, intent: str) -> None:
    outcome = _decided(text, intent)
    assert outcome.draft.add_ons is None
    assert outcome.questions[Step.ADD_ONS].reason == "add_ons_which"


@pytest.mark.parametrize("text", ["none, what's next?", "ninguno, ¿qué sigue?", "nope"])
def test_a_no_beside_a_question_about_something_else_settles_it(text: str) -> None:
    assert _decided(text, "no_more").draft.add_ons == ()


def _decided(text: str, intent: str) -> Outcome:
    heard = hear(text, Step.ADD_ONS, STANDARD, intent)
    return decide(Message(heard, intent, text, Step.ADD_ONS), STANDARD, {}, shop())
