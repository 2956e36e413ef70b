"""A yes is heard among kind words; whatever holds back, asks or names something else is no yes."""

import re
from pathlib import Path

import pytest
import yaml

from bot.ordering.warm_yes import agrees

NLU = Path(__file__).parents[2] / "data" / "nlu"
# What may answer the review, or names a part of the order that is compared with it.
ANSWERS = {"affirm", "confirm", "inform", "no_more"}

YES = """así mero|the price is fine, yes|price looks right, yes|sí, el precio está bien
está bien el total, confirmo|o preço tá bom, sim
le pareció bien el precio, adelante|al cliente le gustó el precio, mándalo
perfecto, les conviene el precio, mándalo|they're happy with the price, go ahead
he liked the price, go ahead|ele gostou do preço, pode fechar
o cliente achou bom o preço, pode mandar
correct, go ahead|Yes, kindly go ahead|yes sir pls proceed|yes please thanks so much
looks good, order it|correcto, mandalo|lgtm, order it|dale tmb|sim tb|sí, dale nomás
Yes, I confirm the order. Many thanks.|confirmado, mil gracias
correcto, sí|sí, bacán|si, gracias robot|sí, es todo, gracias|sim, fecha esse
fechou, confirma|revendedor confirmou|é isso, sim|isso mesmo, pode confirmar
Pode confirmar esse também|correto, confirmo|Ficou ótimo, confirmo.|já é, confirma
Sim, confirmo. A gente precisa urgente.|sim, demorou, confirma|SIM PELO AMOR DE DEUS
Sim, eu confirma. Obrigado!|yes that's all thank you, confirm|si senor confirmo
perfect, please proceed with the order|yes go on then|go ahead mate|ok confirmado jefe
dale loco mandale|sisi dale|Yes, that is correct. Place the order please.
all good from our side, please proceed|Sí, así está perfecto, procede por favor
claro que sí, confirmo|va, hazlo|si si confirmalo ya|Isso, pode fechar o pedido
tá tudo certo, pode mandar|sim senhora|manda ver, chefe|pode confirmar sim
yes, we confirm|Great, go ahead and place it
yep, go right ahead|Lovely, yes please|yeah no worries, send it through
yes that's right go ahead|sim, ele confirmou|confirma também|agora tá certo, sim
Yes, it is correct now|Yes, now it's right|You bet, go ahead|OK, yes, place the order
yes, go ahead abeg|bora, fecha|sim sim confirma logo|listo, confirmame el pedido
yes please go ahead and place that for me|está todo correcto, confírmalo por favor
sí, ya lo revisé con el cliente, confírmalo por favor|correcto, tramítalo|eso es todo, proceda
todo está como lo pidieron, adelante|listo pues, hágale|de una parce|sale, vámonos con eso
va que va, mándalo|simón, jálale|así mero, confírmalo porfa|está perfecto así, ciérralo
conforme, proceda con la compra|me parece perfecto, puede proceder|dale que va, metele nomás
sí sí, hacelo antes que se arrepienta|perfecto, queda tal cual, envíalo|vale, perfecto, pues tramítalo
venga, tira|pues nada, adelante con ello|ok, todo en orden, confirme el pedido por favor
sí señor, así es, gracias|está bien así, gracias, confirma|ya está, dale para adelante
confirmado, muchas gracias por la ayuda|sí, es correcto, envíen el pedido
excelente, ahora sí quedó, dale|yes that's exactly what they asked for, please order it
looks spot on, go ahead and place it|yeah go on, place it|all correct on my side, please submit
perfect, lock it in thanks|sure thing, send it off|yep that's the lot, crack on
yes please, the client has already signed off|great, that matches my notes. go ahead
brilliant, get it ordered please|yes, kindly do the needful and place the order|good to go from my end
yes I'm happy with all of that, please proceed|ok let's do this, place it
that's all fine thanks, please go ahead|yes confirmed, the customer is waiting for it
looks right to me, order away|no changes, place it please|sweet, send it through mate
yes, that'll do nicely, thank you|go for it, cheers|sim, pode efetuar a compra
tá certinho, pode fechar o pedido|isso, pode mandar que o cliente já aprovou|beleza, manda bala
fechou, pode tocar o pedido|perfeito, pode finalizar|tudo certo por aqui, confirma pra mim
sim, é isso mesmo que ele quer, pode pedir|ok, conferi tudo, pode emitir|de acordo, favor prosseguir
show de bola, fecha aí|bora, confirma logo|isso aí, agora ficou certo, pode enviar
uai, tá bom demais, pode confirmar|pode ser, confirma|sim senhor, pode passar|tá joia, manda ver
está tudo correto, por gentileza confirme|aham, pode ir|sim, confirmadíssimo|certo, vamos fechar
ótimo, sem mais mudanças, confirma|positivo, pode concluir
That agrees with my figures. Yes, please place the order.|yep go ahead and place it I'm driving
Yes, that's what they decided, place it
sí, ya se lo leí completo y está de acuerdo, adelante|Perfecto, me cuadra. Puede confirmarlo.
sí así ya quedó, no le muevo más, confírmalo|bueno ni modo, sí, confírmalo|De acordo. Podem prosseguir.
melhorou, pode ir|os valores conferem, pode efetuar o pedido|vale, tira
vale, tira|tira pa'lante|venga, tira millas|sale y vale|por supuesto|tal cual, dale|luz verde|dele pues
sí, mándalo porque me urge|sí, sin cambios|hágale pues mijo|dale :)|de una parce|sí quiero|vamos con eso
crack on|ship it 🚀|sounds right to me|sorted|make it so|lock it in|happy with that, go ahead
no more changes, place it please|nothing to change, confirm|that's the one, go|spot on, place it
yes, send it because they need it tomorrow|kindly do the needful|please process the order
partiu|toca o barco|pode finalizar|já é|sinal verde|com certeza|tá liberado|sim, sem mudanças
confirma, porque o cliente tá esperando|yes that's the same as on the note, please place it
line 1 is right, place it|matches ticket 20931, place it|yes, same as my list, submit it
yes, place that too, that's my Monday done|the first one is right, place it
yes yes, before she changes her mind again, place it|yes it agrees with what they sent me, place it
la línea 1 está bien, mándalo|sí, envíalo, con eso cierro mi lunes|coincide con la partida 3, envíalo
o primeiro está certo, pode mandar|linha 2 certa, pode mandar|isso, manda, fechei minha semana
sí, ya lo vi con el cliente, confírmalo|ya vi que está bien, confírmalo|listo, ya lo chequé, confírmalo
yes, I've checked it with the client, confirm|I've read it all, go ahead|the price is fine, place it
total's fine, go ahead|yes the total looks right, go ahead|right, let's get it done|no dramas, go ahead
leave it like that and place it|please confirm the same|sim, já vi com o cliente, confirma
deixa assim mesmo, pode mandar|o total bate, pode confirmar|siim|siim cofirma|siim, pode ser
confírmalo sí|procede con la compra|de acuerdo, procede con ello|mándalo con todo|manda com tudo
yes, before she changes her mind, place it|sí, mi cliente ya lo leyó y le pareció bien, confírmalo
perfecto, ya lo revisó mi cliente, mándelo|el correo está bien, confirmo|todo bien con el iva, dale
a ver, sí, todo bien, mándalo|had a look, it's fine, place it|spoke to him, he's fine with it, place it
already approved by finance, please proceed|o endereço tá certo, pode mandar|confirma pra gente"""

NOT_YES = """le pareció alto el precio, mándalo|no le gustó el precio, mándalo
le gustaría otro precio, confirma|he liked the old price, go ahead
they're happy with the price if it drops, go ahead|ele achou alto o preço, pode fechar
le gustó más el precio de la otra tienda, adelante
pode ser pix|confirm the address|confirma el correo|manda la factura|send me the quote
the price is high, yes|yes but the price is fine|sim, se o preço tá bom
si es que el precio está bien, sí|sí, si es que está bien el precio|si el precio esta bien, va
sí, si el total es correcto|if the price is right, yes|o preço está certo|el precio está bien
yes tomorrow|si mañana|sim, quando o cliente pagar|yes if it stays below 30
yes after lunch|ok, understood|yes I see|si pero espera|sí, cuando me digan
sim chefe vai aprovar amanha|yes, tell me more|yes show me the total|claro, que precio
sim pro tornillo?|yes and no|sim cancela|yes, one more question|yes but on the other card
sim, mas muda|confirm with my boss|I confirm tomorrow|confirmo mas tarde|claro que no
no confirmo|not confirmed|don't place it|pode cancelar tudo|yeah right
correct the quantity|correct the address|deja confirmar|le confirmo al rato|ok lo reviso
dale pero mañana|yes I'd like to know more|sim, qual o total|why would I confirm this
I'd say yes if the tax was right|sim, só um minuto|yes, that looks expensive|si, muy caro
thanks|sim, me explica|confirm delivery date|order status please|place an order
send it to my email|order another one|sim, e quanto fica|ok go back|sip, deja veo
claro, deja checo|confirm nothing|good grief|vale verga
borra todo|kkkk|kkkkkk|desfaz isso|eres muy listo|isso é ridículo|isso é um lixo|o que é isso
o que faz agora|o que vai aí|pra que serve isso|o que significa isso|que acepto si confirmo
yes I got it|sim recebi|si recibi|certo, e o dominio|yes the domain|sim o cartão
confirmo recibido|si gracias por la info|yes thanks for the info|vou confirmar com ele
voy a confirmar con mi jefe|I will confirm soon|I confirm receipt|yes send me a copy
I see, right|claro, entendido
cualquiera me sirve|send it to the customer|mándalo al cliente|manda pro cliente
sí, pero primero dime el total|ok, lo consulto y te aviso|déjame ver con mi jefe
creo que sí, pero no estoy seguro|confírmalo mañana|si el cliente paga, confírmalo
cuando me digas el precio lo confirmo|no lo confirmes todavía|todavía no lo mandes|aún no, falta un dato
está bien, pero quita el copilot|sí, y agrega otro dominio|puede confirmar el precio?
confirma que el total sea con impuestos|quiero confirmar con el cliente|tengo que confirmarlo con él
voy a confirmarlo con el cliente|antes de confirmarlo dime cuánto es|no estoy de acuerdo|no me cuadra
eso no está correcto|casi, pero son 12|mándame la cotización por favor|mándalo a mi correo
perfecto, gracias por la información|está bien caro, no|espérame, ahorita te confirmo|sí, en un rato
yes but change the card first|let me check with the boss and I'll confirm|don't place it yet
not yet, one more thing|I think so, let me ask|please confirm the price first|could you send me a quote
please send the quote to the client|yes once they have paid|if it's under 500 go ahead
go ahead after lunch|hold on before you place it|before you place it check the tax|that's not right
I don't agree|looks right but wait|ok I'll tell them|sounds expensive|great, I'll think about it
can you confirm delivery|please hold the order|please cancel the order|yes, tomorrow|order status
send that report to me|yes to the domain no to the rest|nope, not correct|sim, mas antes me diz o total
vou confirmar com o cliente|preciso confirmar com ele|deixa eu ver com o chefe|pode confirmar o valor?
se o cliente pagar, confirma|quando ele aprovar pode fechar|ainda não, falta uma coisa
não pode confirmar|não confirma ainda|não fecha|acho que sim, mas deixa eu ver|tá caro, não sei
manda a proposta pra mim|manda por e-mail|pode mandar o orçamento|confirma se tem desconto
tá certo, mas muda pra 12|só confirma amanhã|depois eu confirmo|não está certo|não concordo
não tá certo isso|obrigado, depois eu vejo|pode cancelar|pode esperar|ok, vou falar com ele
sim, só que mensal|tira o copilot e confirma|let's do it again from the beginning
do it over from the beginning|hazlo igual para cafe luna|daqui a pouco te confirmo|send them to me
manda pra mim|que puedes hacer por mi
si mi jefe dice que sí|si lo apruebas tú|si el cliente quiere|pode ser que sim|puede ser que sí|ok, tira
sim, tira|tira|vale, tira el pedido a la basura|yes because I want 30
line 1 is wrong, place it|place it on Monday|mándalo el lunes|yes, but first line 2|manda 30 da linha 1
sale muy caro|vale mucho|espero luz verde del cliente|green light from finance pending
make it so that it's cheaper|process it tomorrow|no changes
I'm not happy with that|dale 🤔|is it good to go|dame luz verde|si lo pagan ellos
client hasn't approved|confírmalo con el cliente|confirma com ele|que lo confirme mi jefe|dale, te escucho
dale, avísame|claro, pregúntale|go ahead, I'm listening|put it in writing|put it on hold
confírmame si ya quedó|mándalo si llega el pago|sí, si él quiere|confírmalo, si el cliente paga
sí, ya no lo quieren más|yes they don't want it anymore|yes because I'm not sure|sí porque no sé
mándalo porque ya no lo quiero|confirmo con él|let me confirm|go ahead, and the price
adelante, el total por favor|ya lo vi|sí, ya lo vi|I've read it|já li|read it, not happy with it
el precio es otro, confírmalo|ya lo vi, luego confirmas|el total está mal, dale
ya lo vi, mándalo a revisión|mándalo por whatsapp|send it to my inbox|email it to the client, then confirm
o preço subiu, confirma isso|price went up, confirm please|is the total right, confirm|send it to them
manda pro chefe|mándalo a mi jefe|the address is off, confirm"""


@pytest.mark.parametrize("text", [one for line in YES.splitlines() for one in line.split("|")])
def test_a_yes_with_kind_words_around_it_is_one(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("text", [one for line in NOT_YES.splitlines() for one in line.split("|")])
def test_what_holds_back_is_no_yes(text: str) -> None:
    assert not agrees(text)


def test_nothing_that_means_something_else_is_a_yes() -> None:
    """All that the engine is taught as a question, a new start, a wait ..., said at the review."""
    meant = [
        (lesson["intent"], re.sub(r"\[([^\]]*)\](\([^)]*\)|\{[^}]*\})", r"\1", line.removeprefix("- ")))
        for path in NLU.glob("*/*.yml")
        for lesson in yaml.safe_load(path.read_text("utf-8"))["nlu"]
        if lesson.get("intent", "confirm") not in ANSWERS
        for line in lesson["examples"].splitlines()
    ]
    assert len(meant) > 1000
    assert [(intent, text) for intent, text in meant if agrees(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "é isso aí mano, confirma antes que liguem de novo",
        "confirma antes que ele mude de ideia",
        "confírmalo antes de que se arrepientan",
        "yes, go ahead before he rings back",
        "confirmed, quick before they call again",
        "yes please place it before noon",
    ],
)
def test_a_hurry_takes_no_yes_back(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "sí antes de que lo mandes una pregunta",
        "ok before you send it one thing",
        "yes but before you place it make it 5",
        "sim antes que mande muda pra 5",
        "confirm the price before you place it",
        "antes que confirme, quanto é?",
        "não confirma antes que eu fale com ele",
        "confirm with them before you place it",
    ],
)
def test_what_is_to_come_first_is_no_yes(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "Perfeito. Aceito os termos, pode confirmar.",
        "Aceito os termos e confirmo",
        "Li e aceito os termos de serviço, pode fechar",
        "Concordo com os termos, pode enviar",
        "Acepto los términos y condiciones. Confirmar.",
        "Leí los términos y los acepto, adelante",
        "términos aceptados, dale",
        "I accept the terms, place the order",
        "I agree to the terms and conditions, yes",
        "I've read the terms and accept, confirm please",
    ],
)
def test_who_accepts_the_terms_and_says_so_agrees(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "Aceito os termos",
        "acepto los términos",
        "I've read the terms",
        "não aceito os termos",
        "I don't accept the terms",
        "manda os termos, aí eu confirmo",
        "mándame los términos y confirmo",
        "send me the terms and I'll confirm",
        "let me read the terms and confirm",
        "confirmo cuando lea los términos",
        "aceito os termos se tiver desconto",
        "what terms am I accepting",
    ],
)
def test_terms_that_are_asked_for_or_only_accepted_are_no_yes(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "Better. Yes, place the order",
        "That's better, place the order",
        "Mejor así. Sí, confirma",
        "Ahora sí, mejor. Confírmalo",
        "Agora sim, melhor. Pode confirmar",
    ],
)
def test_that_the_review_is_better_now_takes_nothing_back(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text", ["better", "mejor así", "better not place the order", "mejor no, confírmalo mañana", "melhor não"]
)
def test_better_alone_is_no_yes(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize(
    "text", ["Yes, confirm this also", "also confirm this one", "sure, cheers", "yes also"]
)
def test_a_yes_to_one_order_more_is_a_yes(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text", ["yes, also", "yes, and also", "ok also", "yes, also a domain", "cheers", "ok cheers"]
)
def test_what_goes_on_or_only_thanks_is_no_yes(text: str) -> None:
    assert not agrees(text)
