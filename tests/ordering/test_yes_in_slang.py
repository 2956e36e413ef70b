"""How people say yes to a shown order in their own slang, and what only sounds like it."""

import pytest

from bot.ordering.warm_yes import agrees

SPANISH_YES = """va tambien|va también|ese también va|sí, este tambien|dale también a este|este igual, dale
también confirmado|y este también confírmalo|pues sí|sí pues|ya po|ya po, dale|sí po|dale po
dale che|sí che, mandale|dale nomás che|sí, confirmá de una vez|confirmá de una vez|confirmá
confirmala|confirmalo ya|confirmá nomás|confirmá el pedido|confirmá porfa|mandá nomás
mandalo de una vez|hacelo de una vez|hazlo de una vez por todas|ya hazlo|ya pues, hazlo
ya confírmalo, por favor|ya mándalo caray|que sí, confírmalo ya|que sí, hombre|sí hombre, sí
ya te dije que sí|te dije que sí, confírmalo|sí ya, confirma|sí sí sí|sisas|hágale pues
hágale parcero|hágale mijo|listo, hágale|listo parce|de una|de una, parce|claro que sí|cómo no
obvio que sí|obvio po|bacán, dale|ya, dale|tá bueno, dale|va pues|sale pues|órale pues|órale, va
arre|arre pues|jalo|ándale|ándale pues|ándale, mándalo|a darle|a huevo|simón, mándalo
simón, confírmalo carnal|ya estás|sobres|va que va|pos órale|pos sí, dale|chévere, confírmalo
pe, dale|ya pe, confirma|sí pe|claro pe causa|vale, venga|venga, vale|vale tío, adelante|venga va
venga, confírmalo|dale caña|sí por favor confirma el pedido gracias
sí por favor confirmar el pedido muchas gracias|eh sí está bien confírmalo por favor
eh sí eh confirma|bueno sí dale|mmm sí, dale|sí, tramítelo por favor
sí señorita, confirme por favor|proceda por favor|procedan nomás|puede proceder|favor de proceder
favor confirmar|se confirma|confirmado por favor|sí, quiero confirmar el pedido|quiero confirmar
quiero que lo confirmes|necesito que lo confirmes ya|puedes confirmarlo por favor
confírmamelo porfis|lo confirmo|la confirmo|te lo confirmo|por mí dale|por mí, sí|por mi sí
todo ok, dale|todo ok|ok todo bien dale|ok dale|okey dale|oki doki|metele|metele nomás|mándale
échale|éntrale|dale gas|dale play|dale clic|dale pa'lante|pa'lante|vamos pa' lante|vamos
vamo arriba|vamo|vamos que se puede|joya, confirmá|de diez, dale|piola, dale|buenísimo, dale
genial, confirmalo|listo el pollo|listo, mandalo|listo, enviálo|cerralo|sí, cerralo|sí, envialo
enviá|sí, así está bien|así está bien, mandalo|así nomás, dale|así, dale|así déjalo, confirma
déjalo así y confirma|sí, así|sí así mismo|eso mero|está chido, mándalo|fierro|fierro pariente|va
vaaa|vas|vas, dale|sí, por fa|sí x fa|si porfis|sip|sipo|sí, jefe|sí mi rey|sí mi amor|siiii
siiiiii dale|ok 👍|👍 dale|✅ confirmado|sí, todo correcto, gracias|todo correcto gracias, adelante
está todo bien, adelante|sí, está perfecto|sí, está bien, confirma ya por favor que me urge
sí ya confirma que tengo prisa|apúrate, confirma|apúrate y confírmalo|confírmalo rápido
ya ya ya dale|ya, confirma, no tengo todo el día|confirma y ya|mándalo y ya|confírmalo y listo
hazlo y listo|dale y listo|confirmá y listo|sí, con eso|con eso, dale|sí, tal cual|sí, como está
como está, dale|sí, tal como está|acepto el pedido|acepto, gracias|apruebo|aprobado, adelante
autorizado, proceda|sí, autorizo el cargo|autorizo el pago|sí, haz el cargo|haz el cargo
sí, hazme el pedido|hacé el pedido|hacé nomás|pídelo|pedilo|sí pedilo|pídelo ya|cómpralo|comprá
comprá nomás|sí, compra|sí, procesalo|sí, póngalo|sí, dele|dele nomás|sí, que salga ya|que se haga
que se confirme|trato hecho|hecho, dale|cerrado|cerramos|va mi gallo|ya quedamos, dale
no más cambios, confirma|nada más, confirma|nada más, dale|eso es todo, confirma
sería todo, confirma|es todo, confirma por favor"""

ENGLISH_YES = """yes, dropbox, go|yes mate|yeah mate go for it|yep mate send it|no worries, place it
good as gold mate|too right mate
she'll be right, place it|sweet as, go ahead|sweet as|bonza|ripper, do it|good as gold
beauty, place it|grand, go ahead|grand so, place it|aye go on|aye, go on then|ah go on|go on so
go on, place it so|sound, go ahead|sound, place it|deadly, send it|yes innit|yeah innit go ahead
yeah go on then bruv|safe, place it|bet|bet, send it|say less|word, do it|yup yup|yuppers|yessir
yes ma'am|yassss|yasss place it|heck yes|heck yeah, send it|hells yeah|yes yes yes|yes already
yes, just do it already|just do it already|just place it already|just place the order
just place it|just confirm it|just send it|just do it|omg yes place it|omg just place it
for god's sake yes|for the love of god place it|ffs yes|ffs just place it|yes!! place it now
yes place it now please|place it now|place it right now please|I said yes|i already said yes
I said yes, place it|yes I told you yes|like I said, yes|yes, confirm it please|please confirm
please confirm the order|kindly confirm|kindly place the order|kindly do the needful
please do the needful|do the needful sir|please to proceed|please to confirm order|kindly proceed
kindly proceed with the same|proceed with same|please proceed with this order only|yes this only
yes that only, confirm|confirm only|ok na, confirm|yes na|yes ya|yes da|yes yaar, place it
haan, confirm|haan ji|yes ji|ok ji proceed|yes sir confirm it sir|okay sir place it
please do it fast|please do it quickly|fast fast confirm|yes this one also|this one also, confirm
yes to this one as well|yes to this one too|place this one too|place this as well|confirm this too
same here, place it|that one too, go|yes and this one too|yep, that one too|also yes
also confirmed|also place this one|yes please go ahead and place the order thank you
yes please confirm the order thanks|yeah that's fine just go ahead and place it thanks
um yes please|uh yes go ahead|er, yes please place it|umm yeah ok|well yes|well, yes, go ahead
hmm yes, go ahead|oh yes|oh yes please|ok yes|ok yeah|ok yep do it|okey|okie|oki|k go|kk|kk go
yes k|go|go go go|gogogo|GO!|go please|do it!!|do it now|make it happen|ship it|ship it!|send
send it|send it through please|fire it off|fire away|punch it|hit send|submit|submit please
submit it now|smash it|lets goooo|let's do this|let's do it|yolo place it|approved by me, go
approved|consider it approved|you have my approval|approved, please order|agreed, place|I approve
I approve this order|I approve the order|I accept|I accept, place order|I agree|I agree, go ahead
I confirm|i hereby confirm|confirming|confirming, yes|confirmed from my side
confirmed from our end|ok from my side|ok from our side please proceed|fine from my side
all good from my side|order confirmed|confirm order|place order|yes place order|order now|buy now
buy|buy it|purchase it|yes purchase|complete the order|complete it|finalize it|finalise please
finish it|get it done|get it over with|yes get it done|get on with it, yes|yes, get on with it
go ahead then|go ahead now|go ahead please and thank you|absolutely yes|100% yes|1000% yes
definitely place it|for sure|for sure, go|sure|sure, go|sure do it|sure why not|why not, go ahead
yes correct|yes that is right|yes all right|alright, go|alright then, place it|righto, go
right you are, place it|rightio place it|cool, go|cool do it|cool cool, place it|neat, place it
perfect, go|perfect place it|great, go|great place it|nice, place it|nice one, go ahead
cheers, go ahead|ta, go ahead|brill, go ahead|lovely jubbly, go ahead|lovely, place it
smashing, go ahead|yes as shown|as shown, go ahead|as is, place it|yes as is|just like that, go
yes like that|exactly like that, place it|looks good place it|looks good to me, ship
looks great yes|yes looks good|lgtm|lgtm ship it|👍👍|👍 go|✅|yes 👍|yes!!!|yes.|YES|Y|yah
can, go ahead|ok lah|ok lah go|yes lah|confirm lah"""

PORTUGUESE_YES = """pode também|pode esse também|esse também pode|esse também, pode mandar|manda esse também
confirma esse tbm|também pode|tbm confirmo|sim, esse também|pode visse|pode viu|pode sim visse
pode, viu|pode mandar visse|sim, viu|sim viu|confirma viu|confirma, visse|tá certo visse
tá bom, visse, pode mandar|oxe, pode|oxente, claro|oxe confirma|oxe, manda logo|vixe, pode sim
arretado, confirma|massa, pode|massa, pode fechar visse|bora, visse|simbora|simbora visse|pode uai
uai pode|uai, confirma|uai sô, pode fechar|sim uai|bão, pode mandar|tá bão, pode
tá bão demais, confirma|trem bão, confirma|confirma sô|pode, tchê|bah, pode|bah tchê, confirma
tri, pode mandar|tri legal, confirma|capaz, pode sim|sim tchê|dale, tchê|buenas, pode fechar
tá, pode|tá, pode mandar|tá, confirma|tá bom pode|tá bom então, pode|já era, confirma
é nois, pode mandar|tamo junto, confirma|firmeza|firmeza, pode fechar|firmeza, mano
suave, pode mandar|fechou mano|fechado então|fechadíssimo|pode crer, manda|mó legal, confirma
pode pah|já é|já é, parça|show, confirma|show, pode|top, confirma|top, manda|beleza, pode
blz, manda|blz confirma|belê, pode|joia, pode|joinha, pode mandar|jóia, confirma|valendo
tá valendo, confirma|manda logo|manda logo isso|manda logo esse pedido|confirma logo
confirma logo isso|confirma logo, por favor|confirma logo, pelo amor de deus|fecha logo
fecha logo isso|faz logo|faz logo isso aí|vai logo, confirma|anda logo, confirma|já disse que sim
eu já disse que sim|já falei que sim, confirma|já falei que pode|já falei, confirma|sim, sim, sim
sim, já confirmei|sim já confirmo|sim porra|sim caramba, confirma|confirma de uma vez
manda de uma vez|fecha de uma vez|faz de uma vez|sim, confirma de uma vez por todas
pode confirmar de uma vez|sim por favor confirma o pedido obrigado
sim por favor confirmar o pedido muito obrigada|é sim pode confirmar por favor
ah sim pode confirmar|hum sim pode|então sim, pode|arrã|aham pode|uhum confirma|opa, pode
opa, confirma|opa, manda|opa, sim|eita, pode|claro que sim|claro, pode|claro uai|lógico
lógico, pode|óbvio|óbvio que sim|com certeza, pode mandar|certeza, manda|evidente
sem dúvida, confirma|pode sim|pode sim senhor|pode sim, obrigado|pode sim, por favor
posso sim, confirma|pode, por favor|pode por gentileza|pode confirmar por gentileza
por gentileza, confirmar|favor confirmar|favor confirmar o pedido|favor prosseguir
queira confirmar|queira prosseguir|quero confirmar|quero confirmar o pedido|quero sim|sim quero
eu quero sim, confirma|eu confirmo|confirmo o pedido|confirmo, pode mandar|confirmadíssimo
tá confirmado|está confirmado|pedido confirmado|aprovado, pode seguir|aprovo|autorizo
autorizo a compra|autorizo a cobrança|aceito, pode mandar|concordo, pode fechar|concordo
de acordo, pode mandar|ok de acordo|ok pode|ok, pode fazer|ok manda|ok confirma|ok confirmado
tudo certo, pode|tudo certo, manda|tudo certinho, confirma|tudo ok|tudo ok, pode|tudo ok, confirma
tudo nos conformes, pode mandar|perfeito, manda|perfeito, pode|perfeito, fecha|ótimo, manda
ótimo, fecha|excelente, confirma|maravilha, confirma|maravilha, pode|isso, confirma|isso, manda
isso, pode|isso aí, manda|isso mesmo, manda|é isso, confirma|é isso, manda|é esse mesmo, confirma
exato, confirma|exatamente, pode|assim mesmo, confirma|assim mesmo, pode mandar
do jeito que tá, manda|do jeito que está, pode confirmar|tá do jeito que eu quero, confirma
pode ir|pode ir em frente|segue|segue em frente|toca|toca pra frente|toca em frente|vai|vai!
vai com tudo|vai que vai|vai, manda|vamo|vamo que vamo|vamo nessa|vamos em frente|bora|bora bora
bora lá, confirma|bora, manda|partiu|partiu, confirma|só confirma|só confirmar|só mandar|só fecha
é só confirmar|nada mais, confirma|mais nada, confirma|mais nada, pode fechar|é só isso, confirma
só isso mesmo, pode confirmar|pode comprar|pode pedir|compra|compra aí|compra logo|pede|pede aí
pode lançar|lança aí|pode processar|processa|processa aí|finaliza|finaliza aí|finaliza pra mim
conclui|pode concluir|mete ficha|mete marcha|mete bronca|taca-lhe pau|taca pau|manda brasa
manda vê|manda ver|manda chumbo|👍|👍 pode|✅|sim 👍|siiim|simmm|s|ss|sss"""

NO_YES = """va también con audio?|también ponle audio|tambien ponle audio conferencing|sí, pero 12
sí, pero con la master|sí, y también un dominio|sí y otro igual para la espiga|va, pero mensual
dale pero que sean 8|ok espera|espera tantito|aguanta|dame un segundo|ahorita te digo
ahorita confirmo|al rato confirmo|en un rato lo confirmo|mañana lo confirmo|gracias|muchas gracias
ok gracias|vale gracias|cuánto es?|y el iva?|también|tambien?|también quiero otro pedido
también quiero otro|también el de ayer|va?|se puede anual?|si le bajas el precio, dale
si me haces descuento va|cuando el cliente me diga|que lo vea mi jefe primero|no|no va|ya no va
no, también no|ya pa qué|ya no|ya pues, cancela|ya fue|ya fue, cancelá|dejalo|déjalo ahí
dejémoslo para mañana|olvídalo|sí claro, como si fuera gratis|de una vez ponle también el dominio
de una vez agrega audio|de una vez cámbialo a anual|de una vez hazme otro de 5
confirmá si hay stock|confirmame el precio|confirmá con el cliente|confirmá el correo
confirmame la dirección|mandame la factura|mandá la cotización|me confirmas el total?
podés confirmar cuánto es|me lo confirmas mañana|te lo confirmo mañana|te lo confirmo luego
te confirmo en un rato|lo confirmo con el cliente|quiero que lo confirmes mañana
necesito que me confirmes el precio|quiero confirmar el precio|no lo confirmes|todavía no|nel
nel pastel|ni modo|ni madres|nada más pregunta|nada más una duda|una cosa más
confirma cuando te diga|confirma si está libre el dominio|confirmo recepción|pos no sé|no sé
tal vez|quizás sí|creo que sí|supongo que sí|a lo mejor sí|vamos a ver|vamos viendo
vamos con el premium|va con la visa también?|mejor el standard|sí, quítale el dominio|son 12
eran 12, no 10|demasiado|está carísimo|qué caro|apúrate|apúrate con la respuesta|rápido|de una vez
de una vez por todas|hombre|che|che boludo|pues|pues...|pues no|pues no sé|ándale, no manches
no manches|a ver|a ver, dale, muéstrame|mándalo a mi correo|sí, mándame el detalle
ok, déjame revisar|ok te confirmo|ok, lo hablo con él|listo, lo reviso|perfecto, lo consulto
perfecto gracias|ya casi|casi|hazlo mensual|hazlo por 12|hazlo anual también|dale al premium
dale con la visa|confirma 12|trato de entender|hecho mierda|hecho bolas|metele también copilot
y cuánto sale anual|póngale 12|póngale audio|ponle|échale un ojo|échale un vistazo|échame la mano
cierra la ventana|cierra sesión|compra otro|compra también el dominio|nada más|eso es todo|es todo
que se espere|que se cancele|por mí que esperen|por mí cancela|por mi cliente no puedo
como está el clima|cómo está el pedido|cómo estás|como estas|yes, but 12|yes but make it 12
yes with the other card|yes and add copilot|yes, also add audio|also|also?|also add audio
also one more|this one too?|this too many|also cancel|yes also cancel|yes for the domain
yes to the audio|yes i see|yes understood|ok understood|ok wait|ok hold on|ok one sec|ok thanks
thanks|thank you|ok great thanks|cool thanks|got it thanks|ok noted|let me check|let me ask
I'll confirm|i will confirm later|will confirm tomorrow|confirming with the client
confirming later|need to confirm with boss|kindly confirm the price|kindly confirm the total
kindly share the quote|kindly revert|please revert|please advise|please clarify
kindly do one thing|kindly change to annual|do the needful and send quote|kindly cancel
please to cancel|only 12|only if they pay|only if it's cheaper|yes only if annual|yes only 5
only monthly|what now|go back|go away|go to hell|go annual|go with the premium|go monthly
go for annual|go with standard|just a sec|just a question|just checking|just asking|just wait
just cancel it already|just make it annual already|just kidding|already?|already placed?
did you place it already|is it placed already|i already placed it|yes i already placed it
yes already have it|they already have it|fine, whatever|whatever|meh|nah|nah mate|yeah nah|yeah no
yeah... no|yeah right|as if|sure, if it's cheaper|sure, when they pay|maybe|maybe yes|probably yes
I guess yes|i guess so|yes i think|i think so|not sure|yes?|yes or no?|can i say yes later
send it to me|send me it|send it by email|send the invoice|ship to another address
place it tomorrow|place it on hold|place another one|buy another|order another|finish it later
get it cheaper|hurry up|come on|for god's sake|ffs|omg|wow|wtf|no way|hell no|heck no
bet it's expensive|say what|word?|safe?|is it safe|sound?|sounds expensive|can?|can you
can i change|can change?|can cancel|cannot|ok can change to 12|12|make it 12|100|100 seats
100% discount|100% sure?|not 100%|same|same again|same for blue fern|same as last time|this only?
only this?|na|na na|mate|bro|sir|sir please|dear sir|hello sir|sir reply|let's see|let's talk
let's wait|lets make it annual|do it annual|do it for 12|do it with visa|do it again|do it monthly
submit a ticket|fire him|wrap it up as gift|close it|close|close the chat|end|stop|exit|quit
pode também colocar audio?|pode também botar o copilot|pode também adicionar um domínio
pode colocar também o antivirus|também quero|também|também?|pode?|pode ser mensal|pode ser anual
pode ser 12|pode ser o premium|pode ser boleto|pode 12|sim, mas 12|sim, mas com outro cartão
sim, só que anual|sim e mais um|pode mas espera|peraí|calma aí|um minutinho|só um minutinho
já confirmo|já te confirmo|já já confirmo|já te falo|daqui a pouco|depois confirmo|amanhã confirmo
confirmo amanhã|obrigado|muito obrigado|valeu|ok obrigado|beleza valeu|tá bom obrigado|visse|viu
viu só|viu?|uai|uai?|oxe|oxe, que caro|oxente|vixe|vixe, caro demais|bah, que caro|tchê|tá caro
tá?|tá|e o desconto?|quanto fica?|quanto que deu|e o imposto|muda pra anual|muda o cartão
tira o domínio|logo|logo mais|logo confirmo|logo te confirmo|até logo|logo logo|manda logo a nota
manda logo o orçamento|manda logo pra mim|confirma logo o preço|fala logo|responde logo|anda logo
de uma vez|já disse|já falei|já disse que não|já falei que não|já disse que são 12|sim, são 12
são 12|eram 12|confirma se tem estoque|confirma com ele|confirma o endereço|confirma o email
confirma o valor|me confirma o total|confirma amanhã|pode confirmar amanhã|pode mandar a fatura
pode mandar pra ele|pode mandar o boleto|pode esperar|pode cancelar|pode apagar|pode deixar
pode deixar pra depois|pode parar|pode voltar|pode me explicar|pode repetir|não|não pode
não, pode não|pode não|pode não ser|não sei|sei lá|sei não|talvez|acho que pode|acho que sim|capaz
capaz que vou pagar isso|se ele pagar pode|se for barato pode|quando ele aprovar|só se for anual
só depois|só amanhã|só 5|só mensal|só isso|é só isso|mais nada|nada mais|nada|quero outro
quero mudar|quero ver|quero pensar|quero cancelar|quero 12|queria|eu queria mudar|vai chover
vai demorar?|vai custar quanto|vai pro cartão?|vai tomar banho|vai cancelar|compra outro
compra também o domínio|pede mais 2|pede outro|põe 12|bota 12|bota também|bota também o audio
segue o link|segue o endereço|segue o email|lança 12|fecha a conta|fecha a janela|esse também não
também não|toca aqui|toca o telefone|firme|suave?|suave na nave?|tudo bem?|tudo certo?|tudo ok?
tudo bem e você|va con otro|va a ser otro|va a pagar luego|vamos a cambiarlo|va, te aviso
va, ahorita|va, mira|va, al rato|va, déjame|va, lo checo|dale, te aviso|dale, ahora veo
dale, ahora confirmo|ya confirmo|ahora te digo|enseguida confirmo|enseguida te confirmo
pronto lo confirmo|ahorita mismo te digo|rápido, cuánto es|urgente|de inmediato|ya mismo|hombre no
joder|joder qué caro|carajo no|mi amor no|jefe no quiere|mi jefe|el jefe|la señora|compra la visa
haz otro|haz un cambio|hace falta algo|hace falta audio|hace frío|manda otro|manda un correo
envía la factura|pide otro|pídele al jefe|pide permiso|procesa el cambio|lanza un error
mandale un correo|mandale la factura al cliente|mandale saludos|échale más|échale 2 más
metele otro|metele dominio|a huevo que no|a huevo quítalo|obvio no|obvio que no
claro que no hombre|trato hecho si bajas el precio|que se haga otro|que se haga mañana
que se confirme el precio|quiero que lo confirmes con mi jefe|quiero que lo confirmes después
necesito que lo mandes a mi correo|no quiero que lo confirmes|tal como está no
no tengo todo el día|qué esperas|también va audio|también va con audio|también va el dominio
va también el dominio|va también para la espiga|este también?|ese también quítalo|este no
sí este no|ese también cambia|sí, ya lo tienen|ya lo tienen|sí, ya lo pedí|sí ya lo mandé
ya lo hice|100%|100% descuento|100 por ciento no|100% no|sí, 100 licencias|ok 100|gone
go on holiday|go away mate|go through the price|go, wait|send a quote|send support
send them a copy|buy later|place?|place what|place 10|process?|complete?|is it complete
finalise later|ship when|submit a complaint|only|only?|only one|only the first|only dropbox
yes only the first one|yes only the plan|yes but only the plan|only confirm if|then what|then no
ok then what|so?|so what|ok so|mate no|sir please wait|sir one doubt|sir kindly wait
sir price is high|dear why|darling no|ok boss wait|I'll confirm soon|I will confirm|we'll confirm
we will approve|I'll tell you|I'll let you know|I'll send it tomorrow|I might confirm
going to confirm|gonna confirm later|soon|confirm soon|already|already have it
yes they already have it|yes we already ordered it|yes already ordered|already done by someone
I already have dropbox|do you confirm it|did you send it|have you placed it|can I change it
are you sure|is he sure|why not monthly|why not premium|why not cheaper|sure why not annual
make it happen monthly|make it happen tomorrow|get on with cancelling|order now what
buy now or later|i agree with him|i agree but|i accept if|i accept the risk?
i agree it's expensive|same here|same please|with the same card|same but annual|as i said 12
like I said, 12|I said no|i said 12|already told you no|already told you 12
what are you waiting for|yes to audio|yes to the backup|yes to archiving|yes for blue fern
yes for the first|yes with antivirus|yes for mcafee|yes to mcafee|go mcafee|metele mcafee
dale con mcafee|sí con mcafee|sim com mcafee|pode com mcafee|pode mcafee|pode botar mcafee
pode incluir mcafee|sim e mcafee|yes and mcafee|sí y mcafee|confirma con mcafee
confirma com mcafee|confirm with mcafee|pode vir|pode falar|pode ver|pode mudar|pode tirar
pode trocar|pode demorar|pode isso?|pode nada|só pode|só pode ser brincadeira|ele pode|pode ele
pode mais barato|pode dividir|pode parcelar|pode ligar|pode chamar alguém|vai pra onde
vai ter desconto|vai dar certo|vai saber|vai, fala|vai que muda|vamos ver|vamos mudar|vamo ver
vamo mudar|toca a mudar|passa o preço|passa pra anual|passa o total|pede desconto|pede pra ele
pede pizza|lança outro|compra outra|compra mais|fecha isso não|faz outro|faz o outro|faz mensal
faz 5|faz desconto|faz favor|manda um email|manda o pix|manda o contrato|manda o link|emite a nota
emite nota|envia a nota|envia o contrato|finaliza não|conclui amanhã|processa amanhã|já te mando
logo mando|já aprovo|depois eu mando|em breve confirmo|agorinha confirmo|já falei não|já falei 12
já disse que não quero|já tem|sim já tem|sim, já comprei|sim, já pedi|sim ele já tem|eita
eita, caro|opa|opa, errei|opa, espera|vixe não|tri caro|demais|caro demais|esse também muda
esse também tira|também esse não|este também não|também pode ser mensal|também pode tirar
pode tirar também|pode também?|pode esse também?|quero sim mais um|quero confirmar o preço
quero que confirme o preço|queira aguardar|queira confirmar o valor|autorizo se baixar
óbvio que não|lógico que não|claro que não|obvio né|mano, não|cara, não|meu deus|homem, calma
ok, homem, espera|não tenho o dia todo|este también|esse tambem|this one too please|demorou|hecho
can|segue o jogo|me lo confirmas porfa"""


def each(*lists: str) -> list[str]:
    return [one for each in lists for line in each.splitlines() for one in line.split("|")]


@pytest.mark.parametrize("text", each(SPANISH_YES, ENGLISH_YES, PORTUGUESE_YES))
def test_a_yes_is_one_in_everybodys_own_words(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("text", each(NO_YES))
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert not agrees(text)
