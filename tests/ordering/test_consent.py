"""Only a plain yes spends money."""

import pytest

from bot.ordering.consent import consents
from bot.ordering.warm_yes import agrees

YES = """cóbralo|ya po|ya pues|joya|obvio|oka|me late|tá bien|charge it|pode cobrar
eso es|eso mismo, gracias|eso es, gracias|justo eso|é isso|isso mesmo, obrigada|isso mesmo, valeu
that's what we want, thanks|fine by me|of course|por mim tudo bem
pode ser, obrigado|looks good|sounds good|tá bom|isso|mándalo porfa|sale
si x favor|okis|ajá|aye|yes, thats fine|yep go for it
fechou|blz pode fechar|simón|sí, gracias|yes thanks|sim, obrigado|dale, gracias|place it, thanks
let's go|that's right
exatamente, obrigado|isso, exatamente|exactamente|efectivamente, gracias|exactly, thanks|uhum|aham|ajam
dale|sí|si|siii|ok|okk|va|sí, confirmo|confirmo por favor|dale, gracias|hazlo|adelante
listo, confirmado|cofirmo|de acuerdo|está bien, dale|👍|✅|👍🏽|sí 🙏|yes|yep|yes please|go ahead
place it|place the order|do it|confirmed|yeah, go ahead|looks good, go ahead
that's correct|sure|sim|pode|pode confirmar|pode mandar|fechado|isso mesmo|sim, por favor
ahora sí, confirmo|agora sim, confirmo
sim, pode ir em frente, obrigada|pode prosseguir|sim, siga em frente
puedes enviarlo, gracias|si, puede seguir adelante
s|S!|beleza|tá certo|confirmado, obrigado|dale pues|simon|sip|okay|Yes, confirm the order"""

NOT_YES = """no me late|cóbralo mañana|no lo cobres|quiero confirmar el precio|don't charge it
pode cobrar depois|é isso, obrigada|that's it, thanks|eso es todo, gracias|eso es caro|eso no es
of course not|e isso é quanto
ok, thanks|ok gracias|está bien, gracias|perfecto gracias|valeu|ok valeu
beleza, obrigado|looks good, thanks
ok pero espera q pregunto|sim, depois que meu chefe aprovar|yes but after lunch|ok wait
pode cancelar tudo|good grief|that works but wait|all good?|está bien caro|right now no
show me the order|show the order please|show me
send me the terms
n|s?|s, mas muda
no|👎|❌|🛑|😡|🙄|🤔|👎👎|why would I confirm this|yeah right|I'd say yes if the tax was right
not exactly|exactly how much|no exactamente|não exatamente
confirm the price first|okay okay stop|correct the address|confirm nothing|correct the quantity
correct it|/confirm|·/confirm|confirm_order|ok?|sí?|yeah but|ok wait|fine, no|ta caro
esta muy caro|que caro|sale caro|vale verga|le confirmo al rato|dejame confirmar
ok dejame checar|ok lo reviso|ok te aviso|mande|esta bien feo|ok mañana|dale pero mañana
si pero espera|sí, 30|mejor no|claro que no|ya no|gracias|bien|confirm tomorrow|confirma amanhã
depois confirmo|ok, cuanto era|yes and no|sim, mas muda|pode cancelar|espera|ahora no|el pedido
the order|please|can you|ok can you|vai quanto|ok luego|ok cancela|yes cancel||   |..."""


@pytest.mark.parametrize("text", [one for line in YES.splitlines() for one in line.split("|")])
def test_a_plain_yes_consents(text: str) -> None:
    assert consents(text)


@pytest.mark.parametrize("text", [one for line in NOT_YES.splitlines() for one in line.split("|")])
def test_anything_else_does_not(text: str) -> None:
    assert not consents(text)
    assert not agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "sim, por favor. Obrigado de novo",
        "sim! muito obrigado pela ajuda",
        "yes, thank you so much for your patience",
        "sí, y muchas gracias por todo",
        "yes (the cat agrees)",
        "sim, dessa vez tá certo",
        "beleza, fecha assim",
        "dale así nomás",
        "yse",
        "é isso aí",
        "yes oo, confirm am",
        "can lah",
        "ss, era isso vlw",
    ],
)
def test_a_yes_beside_thanks_or_an_aside_is_one(text):
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok, thanks for your help",
        "perfecto, muchas gracias por todo",
        "beleza, obrigado pela ajuda",
        "sí gracias, pero con la visa",
        "sim, obrigado, mas muda pra 10",
        "yes thanks, and add copilot",
        "gracias, luego confirmo",
        "yes (but with the visa)",
        "sim (se for com desconto)",
        "ok (let me check)",
        "así no me sirve",
        "assim não",
    ],
)
def test_thanks_or_an_aside_alone_or_with_a_wish_is_none(text):
    assert not agrees(text)
