// src/session.js
var KEY = "pedido-token";
var OWN = "pedido-agent";
var unstored = null;
function token() {
  try {
    return sessionStorage.getItem(KEY) ?? unstored;
  } catch {
    return unstored;
  }
}
function keep(token2) {
  unstored = token2;
  try {
    sessionStorage.setItem(KEY, token2);
  } catch {
  }
}
function forget() {
  unstored = null;
  try {
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem(OWN);
  } catch {
  }
}
async function signIn(credentials) {
  keep((await call("POST", "/api/session", credentials)).token);
}
async function signOut() {
  await call("DELETE", "/api/session").catch(() => {
  });
  forget();
}
var whoAmI = () => call("GET", "/api/session");
async function call(method, path, body) {
  const headers = { "Accept-Language": document.documentElement.lang };
  if (token()) headers.Authorization = `Bearer ${token()}`;
  if (body) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(content.error ?? ""), { status: answer.status });
  return content;
}

// src/words/en.json
var en_default = {
  signOut: "Sign out",
  welcome: "Order by chatting",
  welcomeHint: "Sign in with your marketplace account.",
  login: "Login",
  password: "Password",
  signIn: "Sign in",
  conversation: "Conversation",
  write: "Write a message…",
  send: "Send",
  ticket: "Your order",
  typing: "Pedido is typing",
  reconnecting: "Reconnecting…",
  ended: "Your session has ended. Please sign in again.",
  offline: "Pedido cannot be reached. Please try again.",
  onBehalf: "{actor} on behalf of {subject}",
  hello: "What shall we order today?",
  helloHint: "Say the order as you would on the phone, or pick a way to start.",
  starts: [
    "I want 25 Business Premium for a year",
    "Which plans do you have?",
    "How does this work?"
  ],
  blank: "You will see the order here while you put it together.",
  plan: "Plan",
  quantity: "Quantity",
  term: "Term",
  domain: "Domain",
  addOns: "Add-ons",
  customer: "Customer",
  payment: "Payment",
  month: "monthly",
  year: "annual",
  subtotal: "Subtotal",
  tax: "Tax",
  total: "Total",
  number: "Order no. {number}",
  status: {
    draft: "Draft",
    quoted: "To confirm",
    confirmed: "Confirmed",
    sending: "Sending",
    placed: "Placed",
    submitted: "Submitted",
    processing: "Processing",
    completed: "Completed",
    rejected: "Rejected",
    unknown: "Being checked",
    absent: "Being checked",
    needs_human: "Under review",
    expired: "Expired",
    cancelled: "Cancelled",
    error: "Failed"
  },
  person: "You: ",
  bot: "Pedido: ",
  code: "Authorization code",
  reveal: "Show what I write",
  close: "Close the chat",
  open: "Open the ordering chat",
  openNews: "Open the ordering chat: new messages",
  toChat: "Go to the chat",
  toDesk: "Go to the desk",
  account: "My account",
  chats: "My chats",
  chatsHint: "Order from these chats, too. Only accounts that you approve here count, and you can unlink them whenever you like.",
  sessions: "Open sessions",
  limits: "A session that is not used ends after {idle}; none lasts longer than {absolute}. What you end here stops working within a minute.",
  endOthers: "End all the others",
  endSession: "End",
  thisSession: "This one",
  unknownDevice: "Unknown device",
  openedAt: "opened {when}",
  seenAt: "used {when}",
  actingFor: "on behalf of {subject}",
  link: "Link {platform}",
  linkAnother: "Link another {platform} account",
  telegramHint: "Order in Telegram, in private with the bot.",
  slackHint: "Order in Slack, in direct messages with the app.",
  notConnected: "{platform} is not connected to this service. Whoever runs it can connect it.",
  openBot: "Open the bot in {platform} and press Start",
  orSend: "Or send it this in a private message:",
  telegramSend: "Send this to the bot in a private message:",
  slackSend: "Send this to the app in a direct message:",
  thenApprove: "Come back here: you will see the name of whoever sent it, to approve it.",
  tenMinutes: "Good for ten minutes, once. Do not share it.",
  copy: "Copy",
  copied: "Copied",
  dropOffer: "Discard",
  asks: "wants to order in your name. Is it you?",
  asksToLink: "{handle} asks to be linked from {platform}",
  approve: "Yes, approve",
  notMe: "Not me",
  linkedAt: "linked {when}",
  unlink: "Unlink",
  toApprove: "To approve",
  isLinked: "Linked",
  notLinked: "Not linked",
  whoCalls: "Who is calling?",
  whoCallsHint: "Type the name and press Enter. A code will reach them, to check that they are who they say.",
  findReseller: "Reseller",
  codeSent: "A four-digit code was sent to {mail} and to their own chat. You do not see it.",
  codeSentToChat: "A four-digit code was sent to their own chat. You do not see it.",
  askForCode: "Ask the caller to tell you. It is good for five minutes and three tries.",
  callerCode: "Code that the caller says",
  checkCode: "Check",
  codeAgain: "Send another code",
  otherCaller: "Another reseller",
  keys: "Shortcuts",
  keyWrite: "Write",
  keyRead: "Read aloud",
  keyCard: "Send card link",
  keyOrders: "Today's orders",
  keyEnd: "End the call",
  newCardSaid: "new card",
  readBack: "To read aloud",
  readIn: "The caller's language",
  ordersToday: "Today's orders by phone",
  closeOrders: "Close",
  noOrders: "No orders yet today.",
  inDoubt: "To be settled",
  inDoubtHint: "Nobody could find out whether the marketplace has them. Look there; what you choose is checked before it is kept, and the reseller is told.",
  itIsPlaced: "It was placed",
  neverMade: "Never made",
  settledPlaced: "Done: it is order {number}.",
  settledNever: "Done: it was not made, and the reseller will know.",
  at: "Time",
  by: "Taken by",
  forWhom: "Reseller",
  what: "Order",
  orderNumber: "Number",
  state: "State",
  settle: "Settle"
};

// src/words/es.json
var es_default = {
  signOut: "Salir",
  welcome: "Haz pedidos conversando",
  welcomeHint: "Entra con tu cuenta del marketplace.",
  login: "Usuario",
  password: "Contraseña",
  signIn: "Entrar",
  conversation: "Conversación",
  write: "Escribe un mensaje…",
  send: "Enviar",
  ticket: "Tu pedido",
  typing: "Pedido está escribiendo",
  reconnecting: "Reconectando…",
  ended: "Tu sesión terminó. Entra de nuevo.",
  offline: "No hay conexión con Pedido. Inténtalo de nuevo.",
  onBehalf: "{actor} en nombre de {subject}",
  hello: "¿Qué pedimos hoy?",
  helloHint: "Escribe el pedido como lo dirías por teléfono, o elige por dónde empezar.",
  starts: [
    "Quiero 25 Business Premium por un año",
    "¿Qué planes tienes?",
    "¿Cómo funciona esto?"
  ],
  blank: "Aquí verás el pedido mientras lo armas.",
  plan: "Plan",
  quantity: "Cantidad",
  term: "Período",
  domain: "Dominio",
  addOns: "Complementos",
  customer: "Cliente",
  payment: "Pago",
  month: "mensual",
  year: "anual",
  subtotal: "Subtotal",
  tax: "Impuestos",
  total: "Total",
  number: "Pedido n.º {number}",
  status: {
    draft: "En preparación",
    quoted: "Por confirmar",
    confirmed: "Confirmado",
    sending: "Enviando",
    placed: "Realizado",
    submitted: "Enviado",
    processing: "En proceso",
    completed: "Completado",
    rejected: "Rechazado",
    unknown: "Comprobando",
    absent: "Comprobando",
    needs_human: "En revisión",
    expired: "Vencido",
    cancelled: "Cancelado",
    error: "Con error"
  },
  person: "Tú: ",
  bot: "Pedido: ",
  code: "Código de autorización",
  reveal: "Mostrar lo escrito",
  close: "Cerrar el chat",
  open: "Abrir el chat de pedidos",
  openNews: "Abrir el chat de pedidos: hay mensajes nuevos",
  toChat: "Ir al chat",
  toDesk: "Ir a la mesa",
  account: "Mi cuenta",
  chats: "Mis chats",
  chatsHint: "Pide también desde estos chats. Solo cuentan las cuentas que apruebes aquí, y puedes desvincularlas cuando quieras.",
  sessions: "Sesiones abiertas",
  limits: "Una sesión sin uso se cierra a los {idle}; ninguna dura más de {absolute}. Lo que cierres aquí deja de funcionar en menos de un minuto.",
  endOthers: "Cerrar todas las demás",
  endSession: "Cerrar",
  thisSession: "Esta",
  unknownDevice: "Dispositivo desconocido",
  openedAt: "abierta el {when}",
  seenAt: "usada {when}",
  actingFor: "en nombre de {subject}",
  link: "Vincular {platform}",
  linkAnother: "Vincular otra cuenta de {platform}",
  telegramHint: "Pide por Telegram, en privado con el bot.",
  slackHint: "Pide por Slack, en mensajes directos con la app.",
  notConnected: "{platform} no está conectado en este servicio. Lo conecta quien lo opera.",
  openBot: "Abre el bot en {platform} y pulsa Iniciar",
  orSend: "O envíale esto en un mensaje privado:",
  telegramSend: "Envía esto al bot en un mensaje privado:",
  slackSend: "Envía esto a la app en un mensaje directo:",
  thenApprove: "Vuelve aquí: verás el nombre de quien lo envió, para aprobarlo.",
  tenMinutes: "Vale diez minutos y una sola vez. No lo compartas.",
  copy: "Copiar",
  copied: "Copiado",
  dropOffer: "Descartar",
  asks: "quiere hacer pedidos en tu nombre. ¿Eres tú?",
  asksToLink: "{handle} quiere vincularse desde {platform}",
  approve: "Sí, aprobar",
  notMe: "No soy yo",
  linkedAt: "vinculada el {when}",
  unlink: "Desvincular",
  toApprove: "Por aprobar",
  isLinked: "Vinculado",
  notLinked: "Sin vincular",
  whoCalls: "¿Quién llama?",
  whoCallsHint: "Escribe su nombre y pulsa Entrar. Le llegará un código para comprobar que es quien dice ser.",
  findReseller: "Distribuidor",
  codeSent: "Enviamos un código de cuatro dígitos a {mail} y a su propio chat. Tú no lo ves.",
  codeSentToChat: "Enviamos un código de cuatro dígitos a su propio chat. Tú no lo ves.",
  askForCode: "Pídele que te lo diga. Vale cinco minutos y tres intentos.",
  callerCode: "Código que dice quien llama",
  checkCode: "Comprobar",
  codeAgain: "Enviar otro código",
  otherCaller: "Es otro distribuidor",
  keys: "Atajos",
  keyWrite: "Escribir",
  keyRead: "Leer en voz alta",
  keyCard: "Enviar enlace de tarjeta",
  keyOrders: "Pedidos de hoy",
  keyEnd: "Terminar la llamada",
  newCardSaid: "otra tarjeta",
  readBack: "Para leerle",
  readIn: "Idioma de quien llama",
  ordersToday: "Pedidos de hoy por teléfono",
  closeOrders: "Cerrar",
  noOrders: "Aún no hay pedidos hoy.",
  inDoubt: "Por resolver",
  inDoubtHint: "Nadie pudo averiguar si el marketplace los tiene. Búscalos ahí; lo que elijas se comprueba antes de guardarlo, y se le avisa al distribuidor.",
  itIsPlaced: "Está hecho",
  neverMade: "Nunca se hizo",
  settledPlaced: "Listo: es el pedido {number}.",
  settledNever: "Listo: no se hizo, y el distribuidor lo sabrá.",
  at: "Hora",
  by: "Lo tomó",
  forWhom: "Distribuidor",
  what: "Pedido",
  orderNumber: "Número",
  state: "Estado",
  settle: "Resolver"
};

// src/words/pt.json
var pt_default = {
  signOut: "Sair",
  welcome: "Faça pedidos conversando",
  welcomeHint: "Entre com sua conta do marketplace.",
  login: "Usuário",
  password: "Senha",
  signIn: "Entrar",
  conversation: "Conversa",
  write: "Escreva uma mensagem…",
  send: "Enviar",
  ticket: "Seu pedido",
  typing: "Pedido está escrevendo",
  reconnecting: "Reconectando…",
  ended: "Sua sessão terminou. Entre de novo.",
  offline: "Sem conexão com o Pedido. Tente de novo.",
  onBehalf: "{actor} em nome de {subject}",
  hello: "O que vamos pedir hoje?",
  helloHint: "Diga o pedido como diria ao telefone, ou escolha por onde começar.",
  starts: [
    "Quero 25 Business Premium por um ano",
    "Quais planos você tem?",
    "Como isso funciona?"
  ],
  blank: "Aqui você verá o pedido enquanto o monta.",
  plan: "Plano",
  quantity: "Quantidade",
  term: "Período",
  domain: "Domínio",
  addOns: "Complementos",
  customer: "Cliente",
  payment: "Pagamento",
  month: "mensal",
  year: "anual",
  subtotal: "Subtotal",
  tax: "Impostos",
  total: "Total",
  number: "Pedido nº {number}",
  status: {
    draft: "Em preparação",
    quoted: "A confirmar",
    confirmed: "Confirmado",
    sending: "Enviando",
    placed: "Realizado",
    submitted: "Enviado",
    processing: "Em processamento",
    completed: "Concluído",
    rejected: "Recusado",
    unknown: "Verificando",
    absent: "Verificando",
    needs_human: "Em revisão",
    expired: "Vencido",
    cancelled: "Cancelado",
    error: "Com erro"
  },
  person: "Você: ",
  bot: "Pedido: ",
  code: "Código de autorização",
  reveal: "Mostrar o que escrevo",
  close: "Fechar o chat",
  open: "Abrir o chat de pedidos",
  openNews: "Abrir o chat de pedidos: há mensagens novas",
  toChat: "Ir ao chat",
  toDesk: "Ir à mesa",
  account: "Minha conta",
  chats: "Meus chats",
  chatsHint: "Peça também por estes chats. Só valem as contas que você aprovar aqui, e você pode desvinculá-las quando quiser.",
  sessions: "Sessões abertas",
  limits: "Uma sessão sem uso termina depois de {idle}; nenhuma dura mais de {absolute}. O que você encerrar aqui para de funcionar em menos de um minuto.",
  endOthers: "Encerrar todas as outras",
  endSession: "Encerrar",
  thisSession: "Esta",
  unknownDevice: "Dispositivo desconhecido",
  openedAt: "aberta em {when}",
  seenAt: "usada {when}",
  actingFor: "em nome de {subject}",
  link: "Vincular {platform}",
  linkAnother: "Vincular outra conta do {platform}",
  telegramHint: "Peça pelo Telegram, em particular com o bot.",
  slackHint: "Peça pelo Slack, em mensagens diretas com o app.",
  notConnected: "O {platform} não está conectado a este serviço. Quem o opera pode conectá-lo.",
  openBot: "Abra o bot no {platform} e toque em Iniciar",
  orSend: "Ou envie isto em mensagem particular:",
  telegramSend: "Envie isto ao bot em mensagem particular:",
  slackSend: "Envie isto ao app em mensagem direta:",
  thenApprove: "Volte aqui: você verá o nome de quem enviou, para aprovar.",
  tenMinutes: "Vale dez minutos, uma única vez. Não compartilhe.",
  copy: "Copiar",
  copied: "Copiado",
  dropOffer: "Descartar",
  asks: "quer fazer pedidos em seu nome. É você?",
  asksToLink: "{handle} quer se vincular pelo {platform}",
  approve: "Sim, aprovar",
  notMe: "Não sou eu",
  linkedAt: "vinculada em {when}",
  unlink: "Desvincular",
  toApprove: "A aprovar",
  isLinked: "Vinculado",
  notLinked: "Não vinculado",
  whoCalls: "Quem está ligando?",
  whoCallsHint: "Digite o nome e pressione Enter. Um código chegará para conferir se é quem diz ser.",
  findReseller: "Revendedor",
  codeSent: "Enviamos um código de quatro dígitos para {mail} e para o chat dele. Você não o vê.",
  codeSentToChat: "Enviamos um código de quatro dígitos para o chat dele. Você não o vê.",
  askForCode: "Peça que o diga. Vale cinco minutos e três tentativas.",
  callerCode: "Código que a pessoa diz",
  checkCode: "Conferir",
  codeAgain: "Enviar outro código",
  otherCaller: "É outro revendedor",
  keys: "Atalhos",
  keyWrite: "Escrever",
  keyRead: "Ler em voz alta",
  keyCard: "Enviar link do cartão",
  keyOrders: "Pedidos de hoje",
  keyEnd: "Encerrar a ligação",
  newCardSaid: "outro cartão",
  readBack: "Para ler",
  readIn: "Idioma de quem liga",
  ordersToday: "Pedidos de hoje por telefone",
  closeOrders: "Fechar",
  noOrders: "Ainda não há pedidos hoje.",
  inDoubt: "A resolver",
  inDoubtHint: "Ninguém conseguiu descobrir se o marketplace os tem. Procure lá; o que você escolher é conferido antes de valer, e o revendedor é avisado.",
  itIsPlaced: "Foi feito",
  neverMade: "Nunca foi feito",
  settledPlaced: "Pronto: é o pedido {number}.",
  settledNever: "Pronto: não foi feito, e o revendedor será avisado.",
  at: "Hora",
  by: "Atendido por",
  forWhom: "Revendedor",
  what: "Pedido",
  orderNumber: "Número",
  state: "Estado",
  settle: "Resolver"
};

// src/words.js
var WORDS = { es: es_default, en: en_default, pt: pt_default };
var spoken = "es";
var region = "es-MX";
function speak(...wishes) {
  spoken = wishes.map((wish) => String(wish ?? "").slice(0, 2).toLowerCase()).find((wish) => wish in WORDS) ?? "es";
  document.documentElement.lang = spoken;
  for (const element2 of document.querySelectorAll("[data-word]")) element2.textContent = word(element2.dataset.word);
  for (const element2 of document.querySelectorAll("[data-label]")) element2.ariaLabel = word(element2.dataset.label);
  for (const element2 of document.querySelectorAll("[data-hint]")) element2.placeholder = word(element2.dataset.hint);
}
function word(name, facts = {}) {
  const found = WORDS[spoken][name];
  return typeof found === "string" ? found.replace(/\{(\w+)\}/g, (_, fact) => facts[fact] ?? "") : found;
}
function writeNumbersAs(country) {
  if (/^[A-Z]{2}$/.test(country)) region = `${spoken}-${country}`;
}
function language() {
  return spoken;
}
function date(at) {
  return new Intl.DateTimeFormat(region, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }).format(new Date(at));
}
function ago(at) {
  const seconds = (new Date(at) - Date.now()) / 1e3;
  const [unit, length] = [["day", 86400], ["hour", 3600], ["minute", 60]].find(([, length2]) => -seconds >= length2) ?? ["second", Infinity];
  return new Intl.RelativeTimeFormat(spoken, { numeric: "auto" }).format(Math.trunc(seconds / length) || 0, unit);
}
function span(seconds) {
  const [unit, length] = seconds >= 3600 ? ["hour", 3600] : ["minute", 60];
  return new Intl.NumberFormat(spoken, { style: "unit", unit, unitDisplay: "long" }).format(seconds / length);
}

// src/bar.js
var find = (id) => document.getElementById(id);
function showWho(me) {
  find("who").textContent = me ? me.actor === me.subject ? me.name : word("onBehalf", { actor: me.actor_name, subject: me.name }) : "";
  find("sign-out").hidden = !me;
  for (const link2 of document.querySelectorAll("[data-for]")) link2.hidden = !me || !link2.dataset.for.split(" ").includes(roleOf(me));
}
function whenLeaving(showDoor2) {
  find("sign-out").addEventListener("click", async () => {
    await signOut();
    showDoor2();
  });
}
function roleOf(me) {
  return me.role === "support" ? "support" : "reseller";
}

// src/elements.js
function element(tag, { text, word: name, label, hint, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  if (text !== void 0) made.textContent = text;
  if (name) [made.dataset.word, made.textContent] = [name, word(name)];
  if (label) [made.dataset.label, made.ariaLabel] = [label, word(label)];
  if (hint) [made.dataset.hint, made.placeholder] = [hint, word(hint)];
  made.append(...children.filter((child) => child != null));
  return made;
}
function link(title, address) {
  const made = element("a", { text: title, target: "_blank", rel: "noopener noreferrer" });
  if (/^https?:\/\//.test(address)) made.href = address;
  return made;
}
var SVG = "http://www.w3.org/2000/svg";
function icon(path) {
  const drawing = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": true })) {
    drawing.setAttribute(name, value);
  }
  const line = drawing.appendChild(document.createElementNS(SVG, "path"));
  line.setAttribute("d", path);
  return drawing;
}

// src/linked-chats.js
var PLATFORMS = { telegram: "Telegram", slack: "Slack" };
var MARKS = {
  telegram: "M21.5 4.5 2.8 11.7c-.9.3-.9 1.2 0 1.5l4.6 1.5 1.8 5.4c.2.6.9.7 1.3.3l2.6-2.4 4.7 3.4c.5.4 1.2.1 1.4-.5l3-15.3c.1-.8-.4-1.3-.7-1.1zM9 14.4l8.6-6.2-7 7.3-.3 3z",
  slack: "M6 14.5a2 2 0 1 1-2-2h2zm1 0a2 2 0 1 1 4 0v5a2 2 0 1 1-4 0zM9 6.500a2 2 0 1 1 2-2v2zm0 1a2 2 0 1 1 0 4H4a2 2 0 1 1 0-4zm8.500 2a2 2 0 1 1 2 2h-2zm-1 0a2 2 0 1 1-4 0v-5a2 2 0 1 1 4 0zm-2 8a2 2 0 1 1-2 2v-2zm0-1a2 2 0 1 1 0-4h5a2 2 0 1 1 0 4z"
};
var Chats = class {
  #offers = {};
  #shown = "";
  constructor(place, { onTrouble, onNews }) {
    [this.place, this.onTrouble, this.onNews] = [place, onTrouble, onNews];
  }
  show({ links, connected }) {
    this.links = links;
    this.connected = connected;
    const state2 = JSON.stringify([language(), links, connected, Object.values(this.#offers).map(({ id }) => id)]);
    if (state2 === this.#shown) return;
    this.#shown = state2;
    const pending = links.find(({ status }) => status === "pending");
    this.onNews(pending ? word("asksToLink", { handle: pending.handle, platform: PLATFORMS[pending.channel] }) : "");
    this.place.replaceChildren(...Object.keys(PLATFORMS).map((channel) => this.#card(channel)));
  }
  #card(channel) {
    const mine = this.links.filter((link2) => link2.channel === channel);
    const linked = mine.filter(({ status }) => status === "linked");
    const pending = mine.filter(({ status }) => status === "pending");
    const offer = this.#offers[channel];
    const isOpen = offer && mine.some(({ id, status }) => id === offer.id && status === "offered");
    const head = element("header", {}, mark(channel), element("h4", { text: PLATFORMS[channel] }), state(linked, pending));
    const body = [...pending.map((one) => this.#asking(one)), ...linked.map((one) => this.#linkedRow(one))];
    if (isOpen) body.push(this.#steps(channel, offer));
    else if (!pending.length) body.push(...this.#start(channel, linked.length > 0));
    return element("article", { className: "chat-card" }, head, ...body);
  }
  #start(channel, isAnother) {
    const isConnected = this.connected.includes(channel);
    const hint = isAnother ? null : element("p", { text: word(isConnected ? `${channel}Hint` : "notConnected", { platform: PLATFORMS[channel] }) });
    const title = word(isAnother ? "linkAnother" : "link", { platform: PLATFORMS[channel] });
    const start = element("button", { type: "button", className: isAnother ? "quiet" : "main", text: title });
    start.addEventListener("click", () => this.#act(async () => {
      this.#offers[channel] = await call("POST", "/api/links", { channel });
    }));
    return isConnected || isAnother ? [hint, start] : [hint];
  }
  #steps(channel, offer) {
    const said = channel === "telegram" ? `/start ${offer.token}` : offer.token;
    const copy = element("button", { type: "button", className: "quiet", word: "copy" });
    copy.addEventListener("click", () => navigator.clipboard?.writeText(said).then(() => copy.textContent = word("copied")));
    const token2 = element("div", { className: "token" }, element("code", { text: said }), copy);
    const open = offer.url ? element("li", {}, link(word("openBot", { platform: PLATFORMS[channel] }), offer.url)) : null;
    const send = element("li", {}, element("span", { text: word(offer.url ? "orSend" : `${channel}Send`) }), token2);
    const back = element("li", { text: word("thenApprove") });
    const drop = element("button", { type: "button", className: "quiet", word: "dropOffer" });
    drop.addEventListener("click", () => this.#act(() => this.#remove(offer)));
    return element("div", { className: "steps" }, element("ol", {}, open, send, back), element("p", { word: "tenMinutes" }), drop);
  }
  #asking(one) {
    const asks = element("p", {}, element("strong", { text: one.handle }), ` ${word("asks")}`);
    const yes = element("button", { type: "button", className: "main", text: word("approve") });
    const no = element("button", { type: "button", className: "quiet", word: "notMe" });
    yes.addEventListener("click", () => this.#act(() => call("POST", `/api/links/${one.id}/approve`)));
    no.addEventListener("click", () => this.#act(() => this.#remove(one)));
    return element("div", { className: "asks" }, asks, element("div", { className: "buttons" }, yes, no));
  }
  #linkedRow(one) {
    const since = element("small", { text: word("linkedAt", { when: date(one.approved_at) }) });
    const who = element("span", {}, element("strong", { text: one.handle }), since);
    const cut = element("button", { type: "button", className: "quiet", text: word("unlink"), ariaLabel: `${word("unlink")}: ${one.handle}` });
    cut.addEventListener("click", () => this.#act(() => this.#remove(one)));
    return element("div", { className: "linked" }, who, cut);
  }
  async #remove({ id }) {
    await call("DELETE", `/api/links/${id}`);
  }
  async #act(doing) {
    try {
      await doing();
      this.show(await call("GET", "/api/links"));
    } catch (trouble) {
      this.onTrouble(trouble);
    }
  }
};
function mark(channel) {
  return element("span", { className: "mark" }, icon(MARKS[channel]));
}
function state(linked, pending) {
  if (pending.length) return element("span", { className: "status warm", word: "toApprove" });
  return linked.length ? element("span", { className: "status", word: "isLinked" }) : element("span", { className: "status none", word: "notLinked" });
}

// src/sign-in.js
var SignIn = class {
  #refusal = element("p", { className: "refusal", role: "alert" });
  #login = field("login", { autocomplete: "username", required: true });
  #password = field("password", { type: "password", autocomplete: "current-password", required: true });
  #enter = element("button", { className: "main", word: "signIn" });
  constructor(place, { onSignedIn }) {
    this.onSignedIn = onSignedIn;
    this.form = element(
      "form",
      { className: "card", noValidate: true },
      element("img", { src: "/static/icon.svg", alt: "", width: 48, height: 48 }),
      element("h2", { word: "welcome" }),
      element("p", { className: "hint", word: "welcomeHint" }),
      labelled("login", this.#login),
      labelled("password", this.#password),
      this.#refusal,
      this.#enter
    );
    this.form.addEventListener("submit", (event) => this.#knock(event));
    place.append(this.form);
  }
  // Shows why somebody is here again, if there is a reason.
  ask(reason = "") {
    this.#refusal.textContent = reason;
    this.#login.focus({ preventScroll: true });
  }
  async #knock(event) {
    event.preventDefault();
    const { login, password } = Object.fromEntries(new FormData(this.form));
    this.#enter.disabled = true;
    this.#refusal.textContent = "";
    try {
      await signIn({ login, password });
      this.form.reset();
      await this.onSignedIn();
    } catch (trouble) {
      this.#refusal.textContent = trouble.status ? trouble.message : word("offline");
      this.#password.select();
    } finally {
      this.#enter.disabled = false;
    }
  }
};
function field(name, properties) {
  return element("input", { name, autocapitalize: "none", spellcheck: false, ...properties });
}
function labelled(name, input) {
  return element("label", {}, element("span", { word: name }), input);
}

// src/pages/account.js
var LOOK_MS = 3e3;
var find2 = (id) => document.getElementById(id);
var door = new SignIn(find2("door"), { onSignedIn: enter });
var chats = new Chats(find2("chats"), { onTrouble: tell, onNews: (text) => find2("news").textContent = text });
var looking = null;
var actor = "";
speak(...navigator.languages);
whenLeaving(showDoor);
find2("revoke-others").addEventListener("click", () => act(() => call("DELETE", "/api/sessions")));
if (token()) enter().catch(tell);
else showDoor();
async function enter() {
  try {
    const me = await whoAmI();
    speak(me.language, ...navigator.languages);
    writeNumbersAs(me.country);
    showWho(me);
    actor = me.actor;
    await refresh();
  } catch (trouble) {
    if (trouble.status !== 401) throw trouble;
    return showDoor(trouble.message);
  }
  show("room");
  clearInterval(looking);
  looking = setInterval(() => refresh().catch(tell), LOOK_MS);
}
async function refresh() {
  const [links, opened] = await Promise.all([call("GET", "/api/links"), call("GET", "/api/sessions")]);
  chats.show(links);
  showSessions(opened);
  find2("trouble").textContent = "";
}
async function act(doing) {
  try {
    await doing();
    await refresh();
  } catch (trouble) {
    tell(trouble);
  }
}
function tell(trouble) {
  if (trouble.status === 401) return showDoor(trouble.message);
  find2("trouble").textContent = trouble.status ? trouble.message : word("offline");
}
var shown = "";
function showSessions({ sessions, idle_seconds, absolute_seconds }) {
  const state2 = JSON.stringify([language(), sessions.map(({ id, seen_at }) => [id, seen_at])]);
  if (state2 === shown) return;
  shown = state2;
  find2("limits").textContent = word("limits", { idle: span(idle_seconds), absolute: span(absolute_seconds) });
  find2("sessions").replaceChildren(...sessions.map(row));
  find2("revoke-others").hidden = sessions.length < 2;
}
function row(one) {
  const device = one.device || word("unknownDevice");
  const name = element("strong", { text: device });
  const here = one.this ? element("span", { className: "status this", word: "thisSession" }) : null;
  const facts = [word("openedAt", { when: date(one.opened_at) }), word("seenAt", { when: ago(one.seen_at) }), one.address];
  if (one.subject !== actor) facts.unshift(word("actingFor", { subject: one.subject }));
  const what = element("div", { className: "what" }, name, here, element("small", { text: facts.filter(Boolean).join(" · ") }));
  const end = element("button", { type: "button", className: "quiet", text: word("endSession"), ariaLabel: `${word("endSession")}: ${device}` });
  end.addEventListener("click", () => act(() => call("DELETE", `/api/sessions/${one.id}`)));
  return element("li", {}, what, one.this ? null : end);
}
function showDoor(reason) {
  clearInterval(looking);
  forget();
  showWho(null);
  show("door");
  door.ask(reason);
}
function show(name) {
  for (const place of ["door", "room"]) find2(place).hidden = place !== name;
}
