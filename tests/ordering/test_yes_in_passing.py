"""A yes in a hurry, to somebody dear, once more, with a word of its region; and what only begins like one."""

import pytest

from bot.ordering.around_yes import may_want_it
from bot.ordering.asides import is_in_a_hurry
from bot.ordering.warm_yes import agrees

HURRIED = """do it, I have a meeting in 2 min|go ahead, got a call in 5|yes, my call's starting
do it, I'm late|yes do it, battery dying|place it because I have a flight
go ahead got another call in 10|yes, gotta run|confirma que tengo reunion en 5 minutos
dale que tengo una llamada en 2 min|hazlo que ya me voy|mándalo que se me hace tarde
sí, me están llamando|hágale que voy tarde|dale, ando manejando|confirma que tenho reunião em 5 minutos
pode que tenho reunião|manda que tô com pressa|vai que tô com pressa|pode que vou almoçar
sim, tão me ligando|confirma, tenho call em 5"""

TO_SOMEBODY = """si mi ciela confirmalo|si mi ciela|sí mi cielo, dale|si mi rey dale|si mi jefe dale
si mi vida mandalo|si bebé dale|si guapo adelante|sure hun|yas queen|yes bossman|confirma flor
pode fechar, meu anjo"""

ONCE_MORE = """yes again|again yes|same again yes|yes once more|yes, first one done|ok, this one too
sure, that one as well|ok, ese también|vale y este también|ok, ese también, gracias|sí otra vez
de nuevo sí|confirmo otra vez|sí, el primero ya está|ok, esse também|beleza, esse também|sim de novo
sim outra vez|sim, o primeiro já foi|así mismo, gracias|asi mismito"""

OF_A_REGION = """grand, work away|work away there|fire ahead so|drive on|ah sure go on|go for your life
away ye go|yh|mhm|uh huh|aight bet|fasho|say no more|ya|ya can|ok can|can proceed|okok|cfm|oya go
carry go|no wahala, go ahead|please action|it's a go|all systems go|certainly|defo|damn right
yes, much appreciated|ándele pues|ya rugiste|filo|eso|eso, gracias|metele pata|a full|seguro que sí
sin duda|sírvase procesar|procédase|estoy conforme|sí, muy amable|blza|vdd|ctz
certeza absoluta|isso, valeu|é nóis|manda pau|pode dar andamento|favor dar andamento
pode dar prosseguimento|providencie|perfeitamente|tô dentro|quero"""

NO_YES = """carry on explaining|perfeitamente claro
do it in an hour|go ahead after my call|hold on, I have a meeting in 2 min
I have a call in 5|ok, I have a meeting|ok got a call in 5|brb got a call|yes when I'm back
do it after my meeting|yes, in the morning|work away from home|will it work|he's away at work
carry on shopping|move forward the date|ok can you|ok can wait|can you|no wahala but wait|again
same again|once more|another one|first one done?|cfm price|cfm tmr|confirm tmr|k later|kk thanks
much appreciated|aye right|yeah sure, pull the other one|tengo reunión en 5 minutos
si tengo reunion en 5 minutos|listo, tengo reunión|confirma en un rato que tengo junta
espera que tengo reunión|dale en un rato|dale, te llamo|sí en la tarde|sí por la noche|dele la vuelta
confirma que haya|confirma que mi cliente tiene|confírmame que tengo saldo|confirma eso con él
confirma com meu chefe|confirma con mi jefe|confirma que tenho saldo|confirma si puedes|si quieren
si pueden|si alcanza|si mi ciela quiere|si mi amor me deja|si mi jefe confirma|si mi rey me da permiso
ya lo confirmé|ya confirmé|ya lo pedí|ya no|venga ya|que venga mi jefe|ay sí claro|sí claro, ajá
y dale con lo mismo|muy amable|muy amable gracias|se agradece|ese también|este también no|ok, ese no
otra vez|de nuevo|tenho reunião em 5 minutos|espera que tenho reunião|sim à tarde|sim, tô vendo
sim se meu chefe deixar|meu chefe vai ver|bora esperar|bora almoçar|bora negociar|vamos mudar
vamos a esperar|manda nada|nada certo|pode ir mudando|manda em dólar|claro, e eu sou o papa
aham, senta lá|esse também|esse também não|ok, esse não|de novo|outra vez|mesma coisa|grato|agradeço
te ligo"""


def each(*lists: str) -> list[str]:
    return [one for each in lists for line in each.splitlines() for one in line.split("|")]


@pytest.mark.parametrize("text", each(HURRIED, TO_SOMEBODY, ONCE_MORE, OF_A_REGION))
def test_a_yes_in_passing_is_one(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("text", each(NO_YES))
def test_what_only_begins_like_one_is_none(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize("text", each("ok, ese también|yes, this one too|quero|por favor|sim, esse também"))
def test_right_after_a_price_it_may_want_what_was_priced(text: str) -> None:
    assert may_want_it(text)


@pytest.mark.parametrize("text", each("yes|sí, confirmo|go ahead please|pode mandar, por favor|ok"))
def test_a_plain_yes_wants_what_is_shown(text: str) -> None:
    assert not may_want_it(text)


@pytest.mark.parametrize(
    "text", each("go ahead, got a call in 5|pode mandar que tenho call em 10|dale que tengo reunión a las 5")
)
def test_a_number_of_a_hurry_counts_nothing(text: str) -> None:
    assert is_in_a_hurry(text, len(text) - 1)


@pytest.mark.parametrize("text", each("do it for 5|tengo prisa, 20|I'm late, make it 20|pode mandar 10"))
def test_any_other_number_may_count(text: str) -> None:
    assert not is_in_a_hurry(text, len(text) - 1)
