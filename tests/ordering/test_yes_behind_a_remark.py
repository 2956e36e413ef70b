"""Who tells to place the order may say first where they have been, who agreed, how they feel about it."""

import pytest

from bot.ordering.warm_yes import agrees

YES = """afirmativo, cambio y fuera 😂 mándalo|no le veo ningún pero, confírmalo
beleza, beleza, pode lançar, e bom fim de semana pra vocês
dale nomás che, que en la panadería están esperando esto hace rato
Ana just texted me a thumbs up so let's get it ordered|ouch, pricier than last time, but fine, put it through
right, before I change my mind lol, hit the button|bet, run it, thanks for being quick
li tudo pro cliente em voz alta e ele achou ótimo, pode pedir|oxe, claro que quero, faça o pedido meu rei
não tenho nada a mudar, pode confirmar|que sí hombre, que sí, haz el pedido y a otra cosa
perdón, andaba en otra llamada, sí métela ya|ya pe, pásalo de una vez causa
va de viaje, todo está cabal|sipo, cursa la orden, está impeque
uy carito jaja pero bueno, confírmelo|bacán, le doy el ok, que quede pedido al tiro
Estimados, conforme con el detalle y el total. Favor de proceder con la orden. Saludos cordiales, Maribel
acabo de leerle todo a don Chuy y dice que adelante, que le entremos
no le cambies nada, está perfecto, pídelo
tá bien así, ya me autorizaron de gerencia, puede colocarlo
confrimo el pedido, disculpe la demora estaba almorzando
órale sí, écheselo, y gracias por la paciencia eh
claro que sí con muchísimo gusto, hágame el favor y lo pide
ya lo vio la señora de la panadería y le gustó, póngalo nomás
sorry, courier was at the door, yes place that order now
Kindly proceed with the order, everything is as per discussion
yes i am agree with all, you can make the order
bit dear if you ask me but Ana's happy with it, so put it through please
ys plase go ahed, on my phone srry
All checked against the PO, figures match. Please place the order. Kind regards, Fiona
yes better, do it|right, I've got the thumbs up from finance, so please do
perfect, exactly what we quoted them. confirmed ✅|that's the lot, nothing missing, order away
sure thing, terms are fine too, make it so 🚀
opa desculpa, tava falando com fornecedor, pode fechar sim
foi mal a demora, o wifi caiu. Sim, quero que faça o pedido
o dono da padaria acabou de me dar o ok aqui no zap, pode confirmar
égua, até que enfim! confirma aí maninho|tá aprovado pelo financeiro desde ontem, pode tocar
vixe quase esqueci de responder, é sim, pode fechar a compra
tá dentro do orçamento da padaria, então aprova aí por favor
pode sim, é pra hoje ainda, o cliente tá me cobrando"""

NOT_YES = """dale, que quieren otra cosa|mándalo, que no falte el copilot|make it so that it's cheaper
Muito obrigada pelo resumo, ficou bem claro 😊|todo claro|tudo claro|tá claro
quedó todo muy claro, gracias|they'd rather have the big one, place it|quieren la otra, va
todavía no pagan, mándalo luego|échame la mano|I need to ring Ana, then place it
cuando paguen, mándalo|si don Ernesto firma, dale|omítelo|el cliente quiere menos, mándalo
que sea otro plan, mándalo|change the plan, place it|muda o plano, pode fechar
sorry, wrong card, place it|perdón, era otra tarjeta, dale
desculpa, era outro cartão, pode mandar|once Ana signs, place it
quando ele assinar, pode fechar|assim que pagarem, pode mandar|en cuanto firmen, mándalo
add copilot, place it|agrega el copilot, dale|bota o copilot, pode fechar
no firewall yet, hold, send it later|va, mira|vai, fala|go, tell me|pásalo a mensual
ponlo en la otra|put that on the other one"""


@pytest.mark.parametrize("text", [one for line in YES.splitlines() for one in line.split("|")])
def test_a_remark_before_it_takes_no_yes_back(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("text", [one for line in NOT_YES.splitlines() for one in line.split("|")])
def test_a_wish_a_condition_or_what_was_understood_is_none(text: str) -> None:
    assert not agrees(text)
