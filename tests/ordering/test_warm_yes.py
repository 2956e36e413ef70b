"""A yes is heard among kind words; whatever holds back, asks or names something else is no yes."""

import pytest

from bot.ordering.warm_yes import agrees

YES = """correct, go ahead|Yes, kindly go ahead|yes sir pls proceed|yes please thanks so much
looks good, order it|correcto, mandalo|lgtm, order it|dale tmb|sim tb|sí, dale nomás
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
yes please go ahead and place that for me|está todo correcto, confírmalo por favor"""

NOT_YES = """pode ser pix|confirm the address|confirma el correo|manda la factura|send me the quote
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
send it to the customer|mándalo al cliente|manda pro cliente"""


@pytest.mark.parametrize("text", [one for line in YES.splitlines() for one in line.split("|")])
def test_a_yes_with_kind_words_around_it_is_one(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("text", [one for line in NOT_YES.splitlines() for one in line.split("|")])
def test_what_holds_back_is_no_yes(text: str) -> None:
    assert not agrees(text)
