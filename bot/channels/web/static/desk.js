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
var current = () => token();
var own = () => sessionStorage.getItem(OWN);
var keepOwn = (token2) => token2 ? sessionStorage.setItem(OWN, token2) : sessionStorage.removeItem(OWN);
function actWith(token2) {
  keepOwn(own() ?? current());
  keep(token2);
}
async function stopActing() {
  const before = own();
  await signOut();
  if (before) keep(before);
}
var whoAmI = () => call("GET", "/api/session");
var history = (conversation) => call("GET", `/api/messages?conversation=${encodeURIComponent(conversation)}`);
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
function word(name, facts2 = {}) {
  const found = WORDS[spoken][name];
  return typeof found === "string" ? found.replace(/\{(\w+)\}/g, (_, fact) => facts2[fact] ?? "") : found;
}
function writeNumbersAs(country) {
  if (/^[A-Z]{2}$/.test(country)) region = `${spoken}-${country}`;
}
function money({ amount, currency }) {
  return new Intl.NumberFormat(region, { style: "currency", currency, currencyDisplay: "code" }).format(amount);
}
function clock(at) {
  return new Intl.DateTimeFormat(region, { hour: "numeric", minute: "2-digit" }).format(at);
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
  const made2 = Object.assign(document.createElement(tag), properties);
  if (text !== void 0) made2.textContent = text;
  if (name) [made2.dataset.word, made2.textContent] = [name, word(name)];
  if (label) [made2.dataset.label, made2.ariaLabel] = [label, word(label)];
  if (hint) [made2.dataset.hint, made2.placeholder] = [hint, word(hint)];
  made2.append(...children.filter((child) => child != null));
  return made2;
}
var ADDRESS_OR_AMOUNT = /(https?:\/\/[^\s<>"')]+[^\s<>"').,;:!?]|[A-Z]{3} \d[\d.,]{0,14}\d)/;
function linked(text) {
  return text.split(ADDRESS_OR_AMOUNT).map((part, place) => {
    if (place % 2 === 0) return part;
    return part.startsWith("http") ? link(part, part) : element("span", { className: "whole", text: part });
  });
}
function link(title, address) {
  const made2 = element("a", { text: title, target: "_blank", rel: "noopener noreferrer" });
  if (/^https?:\/\//.test(address)) made2.href = address;
  return made2;
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

// src/composer.js
var KEYBOARDS = {
  quantity: "numeric",
  domain: "url",
  domain_taken: "url",
  extra_domains: "url",
  contact_admin: "email",
  contact_billing: "email",
  contact_technical: "email",
  credentials_email: "email"
};
var SECRET = "auth_code";
var SEND = "M3 11.5 20.5 4 14 21l-3.2-6.8z";
var EYE = "M12 5c5 0 8.6 4 10 7-1.4 3-5 7-10 7S3.4 15 2 12c1.4-3 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z";
var Composer = class {
  #onWrite;
  #text = element("textarea", { rows: 1, label: "write", hint: "write", enterKeyHint: "send" });
  #secret = element("input", { type: "password", label: "code", hint: "code", enterKeyHint: "send" });
  #reveal = element("button", { type: "button", className: "reveal", label: "reveal", ariaPressed: "false" }, icon(EYE));
  constructor(onWrite) {
    this.#onWrite = onWrite;
    for (const field2 of [this.#text, this.#secret]) {
      Object.assign(field2, { maxLength: 1e3, autocomplete: "off", autocapitalize: "sentences" });
      field2.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#write(event);
      });
    }
    this.#secret.autocapitalize = "none";
    this.#reveal.addEventListener("click", () => this.#mask(this.#secret.type !== "password"));
    const send = element("button", { className: "main send", label: "send" }, icon(SEND));
    this.form = element("form", { className: "composer" }, this.#text, this.#secret, this.#reveal, send);
    this.form.addEventListener("submit", (event) => this.#write(event));
    this.fit(null);
  }
  get field() {
    return this.#secret.hidden ? this.#text : this.#secret;
  }
  // What is half written stays, whatever the bot waits for next.
  fit(awaiting) {
    const isFocused = this.form.contains(document.activeElement);
    const before = this.field;
    const isSecret = awaiting === SECRET;
    [this.#secret.hidden, this.#reveal.hidden, this.#text.hidden] = [!isSecret, !isSecret, isSecret];
    this.#mask(true);
    this.form.dataset.awaiting = awaiting ?? "";
    this.#text.inputMode = KEYBOARDS[awaiting] ?? "text";
    this.#text.spellcheck = this.#text.inputMode === "text";
    if (before === this.field) return;
    [this.field.value, before.value] = [before.value, ""];
    if (isFocused) this.field.focus();
  }
  // Only where that opens no keyboard over what was just said.
  focus() {
    if (matchMedia("(hover: hover)").matches) this.field.focus({ preventScroll: true });
  }
  #mask(isMasked) {
    this.#secret.type = isMasked ? "password" : "text";
    this.#reveal.ariaPressed = String(!isMasked);
  }
  #write(event) {
    event.preventDefault();
    const written = this.field.value.trim();
    if (!written) return;
    this.field.value = "";
    this.#onWrite(written);
  }
};

// src/log.js
var Log = class {
  #onChoose;
  #typing = null;
  // Whoever reads something older is not torn away from it by what the bot adds.
  #follows = true;
  // `onChoose` is given the choice that was pressed: its title and its button, or the sentence it starts with.
  constructor(onChoose) {
    this.#onChoose = onChoose;
    this.list = element("div", { className: "log", label: "conversation", role: "log", ariaLive: "polite", tabIndex: 0 });
    this.list.addEventListener("scroll", () => this.#follows = this.#isAtTheEnd());
    new ResizeObserver(() => this.#follow()).observe(this.list);
  }
  clear() {
    this.list.replaceChildren();
    this.#typing = null;
  }
  // Shows the whole history; the live region stays quiet, since none of it is new.
  showHistory(messages) {
    this.list.ariaLive = "off";
    this.clear();
    for (const message of messages) this.show(message);
    if (!messages.length) this.#showWelcome();
    this.#follows = true;
    this.#follow();
    requestAnimationFrame(() => this.list.ariaLive = "polite");
  }
  // Returns what writes the message anew.
  show({ author, text, buttons = [], at }) {
    const who = author === "person" ? "person" : "bot";
    if (who === "person") this.#follows = true;
    this.list.querySelector(".welcome")?.remove();
    if (who === "person" || buttons.length) this.#retireChoices();
    const said = new Date(at ?? Date.now());
    const bubble = element("div", { className: "bubble" }, element("span", { className: "unseen", word: who }));
    const write = (words) => bubble.replaceChildren(bubble.firstChild, ...linked(words));
    write(text);
    const time = element("time", { dateTime: said.toISOString(), text: clock(said) });
    const item = element("div", { className: `message ${who}` }, bubble, time);
    if (buttons.length) item.append(this.#choices(buttons));
    this.list.insertBefore(item, this.#typing);
    this.#follow();
    return write;
  }
  showTyping(shown) {
    if (!shown) {
      this.#typing?.remove();
      this.#typing = null;
    } else if (!this.#typing) {
      const dots = element("span", { className: "typing", ariaHidden: "true" }, ...[1, 2, 3].map(() => element("i")));
      const said = element("span", { className: "unseen", word: "typing" });
      this.#typing = element("div", { className: "message bot" }, element("div", { className: "bubble" }, dots, said));
      this.list.append(this.#typing);
      this.#follow();
    }
  }
  #follow() {
    if (this.#follows) this.list.scrollTop = this.list.scrollHeight;
  }
  #isAtTheEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
  }
  #showWelcome() {
    const starts = word("starts").map((text) => ({ title: text, start: text }));
    const hello = element("h2", { word: "hello" });
    const hint = element("p", { word: "helloHint" });
    this.list.append(element("div", { className: "welcome" }, hello, hint, this.#choices(starts)));
  }
  #choices(choices) {
    const group = element("div", { className: "choices" });
    for (const choice of choices) {
      if (choice.url) group.append(link(choice.title, choice.url));
      else group.append(element("button", { type: "button", text: choice.title, onclick: () => this.#onChoose(choice) }));
    }
    return group;
  }
  // Only the last question can be answered by button; links stay, since they do not answer anything.
  #retireChoices() {
    for (const button of this.list.querySelectorAll(".choices button")) button.remove();
    for (const group of this.list.querySelectorAll(".choices:empty")) group.remove();
  }
};

// src/socket.js
var SIGNED_OUT = 4401;
var LONGEST_WAIT = 1e4;
var Socket = class {
  #pending = /* @__PURE__ */ new Map();
  #socket = null;
  #wait = 500;
  #closed = false;
  // `on` has: up(), down(), answer(frame), news(frame), signedOut().
  constructor(hello, on) {
    this.hello = hello;
    this.on = on;
    this.#open();
    addEventListener("online", this.#renew);
  }
  get isWaiting() {
    return this.#pending.size > 0;
  }
  send(message) {
    const whole = { ...message, client_msg_id: newId() };
    this.#pending.set(whole.client_msg_id, whole);
    this.#post(whole);
    return whole.client_msg_id;
  }
  close() {
    this.#closed = true;
    removeEventListener("online", this.#renew);
    this.#socket?.close();
  }
  #renew = () => {
    this.#wait = 0;
    this.#socket?.close();
  };
  #open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/socket`);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.hello));
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    socket.onclose = ({ code }) => this.#lost(code);
  }
  #take(frame) {
    if (frame.ready) {
      this.#wait = 500;
      for (const message of this.#pending.values()) this.#post(message);
      this.on.up();
    } else if (frame.client_msg_id) {
      if (this.#pending.delete(frame.client_msg_id)) this.on.answer(frame);
    } else {
      this.on.news(frame);
    }
  }
  #lost(code) {
    if (this.#closed) return;
    if (code === SIGNED_OUT) {
      this.on.signedOut();
      return;
    }
    this.on.down();
    setTimeout(() => this.#closed || this.#open(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(Math.max(this.#wait, 250) * 2, LONGEST_WAIT);
  }
  #post(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
};
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// src/chat.js
var HIDDEN = "••••••";
var Chat = class {
  #log = new Log((choice) => this.#choose(choice));
  #composer = new Composer((text) => this.say(text));
  #socket = null;
  // What was written here and is not answered yet: how it is shown, and how to write it anew.
  #said = /* @__PURE__ */ new Map();
  #lastSeq = 0;
  #sent = 0;
  #awaiting = null;
  // True from the start, and after the line was down, until the history has been read over the open line.
  #isStale = true;
  // `on` may have: onOrder(order), onAwaiting(step), onLink(isUp), onNews(messages), onSignedOut().
  constructor(place, { conversation = "main", ...on } = {}) {
    this.conversation = conversation;
    this.on = on;
    place.append(this.#log.list, this.#composer.form);
  }
  async open() {
    this.close();
    await this.#refresh();
    this.#isStale = true;
    const hello = { token: token(), conversation: this.conversation };
    this.#socket = new Socket(hello, {
      up: () => this.#up(),
      down: () => this.#down(),
      answer: (frame) => this.#answer(frame),
      news: (frame) => this.#news(frame),
      signedOut: () => this.on.onSignedOut?.()
    });
  }
  close() {
    this.#socket?.close();
    [this.#socket, this.#lastSeq, this.#isStale] = [null, 0, true];
    this.#said.clear();
    this.#log.clear();
  }
  focus() {
    this.#composer.focus();
  }
  // What was written in the masked field stays masked until the gateway says what it took for the secret.
  say(text) {
    this.#send({ text }, this.#awaiting === "auth_code" ? HIDDEN : text);
  }
  #choose({ title, button, start }) {
    if (start) this.say(start);
    else this.#send({ button }, title);
  }
  #send(message, shown) {
    const rewrite = this.#log.show({ author: "person", text: shown });
    const id = this.#socket.send(message);
    this.#sent += 1;
    if (message.text) this.#said.set(id, { shown, rewrite });
    this.#log.showTyping(true);
    this.#composer.focus();
  }
  // Nothing was missed unless the line was down: then the history is the truth, once nothing waits for an answer.
  async #up() {
    this.on.onLink?.(true);
    if (this.#isStale) await this.#refresh().catch(() => {
    });
  }
  #down() {
    this.#isStale = true;
    this.on.onLink?.(false);
  }
  async #answer(frame) {
    const said = this.#said.get(frame.client_msg_id);
    this.#said.delete(frame.client_msg_id);
    if (said && frame.heard && frame.heard !== said.shown) said.rewrite(frame.heard);
    if (this.#isStale && !this.#socket.isWaiting && await this.#refresh().then(() => true, () => false)) return;
    for (const message of frame.messages ?? [{ text: frame.error }]) this.#log.show(message);
    this.#settle(frame);
  }
  #news(frame) {
    const news = (frame.messages ?? []).filter(({ seq }) => seq > this.#lastSeq);
    for (const message of news) this.#log.show(message);
    this.#lastSeq = Math.max(this.#lastSeq, ...news.map(({ seq }) => seq));
    this.#settle(frame);
    if (news.length) this.on.onNews?.(news);
  }
  #settle({ awaiting, order }) {
    this.#log.showTyping(this.#socket?.isWaiting ?? false);
    if (order === void 0) return;
    this.#awaiting = awaiting;
    this.#composer.fit(awaiting);
    this.on.onOrder?.(order);
    this.on.onAwaiting?.(awaiting);
  }
  async #refresh() {
    const [socket, sent] = [this.#socket, this.#sent];
    if (socket?.isWaiting) return;
    const { messages, ...state } = await history(this.conversation);
    if (socket !== this.#socket || sent !== this.#sent) return;
    const last = messages.at(-1)?.seq ?? 0;
    if (last < this.#lastSeq) return this.#refresh();
    [this.#isStale, this.#lastSeq] = [false, last];
    this.#log.showHistory(messages);
    this.#settle(state);
  }
};

// src/desk-orders.js
var Orders = class {
  constructor(dialog, onSignedOut) {
    [this.dialog, this.onSignedOut] = [dialog, onSignedOut];
  }
  async open() {
    if (!this.dialog.open) this.dialog.showModal();
    await this.#refresh();
  }
  async #refresh(said = "") {
    const midnight = /* @__PURE__ */ new Date();
    midnight.setHours(0, 0, 0, 0);
    const since = encodeURIComponent(midnight.toISOString());
    try {
      const [today, doubt] = await Promise.all([
        call("GET", `/api/desk/orders?since=${since}`),
        call("GET", "/api/desk/unsettled")
      ]);
      this.#draw(today.orders, doubt.orders, said);
    } catch (trouble) {
      if (trouble.status === 401) return this.onSignedOut(trouble.message);
      this.#draw([], [], trouble.status ? trouble.message : word("offline"));
    }
  }
  #draw(today, doubt, said) {
    const close = element("button", { type: "button", className: "quiet" }, element("kbd", { text: "Esc" }), ` ${word("closeOrders")}`);
    close.addEventListener("click", () => this.dialog.close());
    const head = element("header", {}, element("h2", { id: "orders-title", word: "ordersToday" }), close);
    const inside = element("div", { className: "inside" }, head, element("p", { className: "refusal", role: "status", text: said }), table(today, "noOrders"));
    if (doubt.length) {
      const hint = element("p", { className: "hint", word: "inDoubtHint" });
      inside.append(element("h3", { word: "inDoubt" }), hint, table(doubt, "noOrders", (one) => this.#verbs(one)));
    }
    this.dialog.replaceChildren(inside);
    close.focus();
  }
  #verbs(one) {
    const verb = (outcome, name) => {
      const button = element("button", { type: "button", className: "quiet", text: word(name) });
      button.addEventListener("click", () => this.#settle(one, outcome));
      return button;
    };
    return element("div", { className: "buttons" }, verb("placed", "itIsPlaced"), verb("never_made", "neverMade"));
  }
  async #settle(one, outcome) {
    try {
      const { number } = await call("POST", `/api/desk/unsettled/${one.id}`, { outcome });
      await this.#refresh(outcome === "placed" ? word("settledPlaced", { number }) : word("settledNever"));
    } catch (trouble) {
      await this.#refresh(trouble.status ? trouble.message : word("offline"));
    }
  }
};
function table(orders2, blank, verbs) {
  if (!orders2.length) return element("p", { className: "blank", word: blank });
  const names = ["at", "by", "forWhom", "customer", "what", "orderNumber", "state", "total"];
  const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col", word: name, className: name === "total" ? "amount" : "" })));
  if (verbs) head.append(element("th", { scope: "col", word: "settle" }));
  const rows = orders2.map((one) => {
    const cells = [clock(new Date(one.at)), one.actor, one.subject, one.customer, what(one), one.number, word("status")[one.status]];
    const row2 = element("tr", {}, ...cells.map((text) => element("td", { text: text || "–" })), element("td", { className: "amount", text: money(one.total) }));
    if (verbs) row2.append(element("td", {}, verbs(one)));
    return row2;
  });
  return element("div", { className: "scroll", tabIndex: 0, role: "region", label: "ordersToday" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}
var what = ({ plan, quantity }) => [quantity, plan].filter(Boolean).join(" × ");

// src/lobby.js
var Lobby = class {
  #resellers = [];
  // `onCall(token)` is given the token to act for the reseller; `onTrouble(trouble)` what stands in the way.
  constructor(place, { onCall, onSignedOut }) {
    [this.place, this.onCall, this.onSignedOut] = [place, onCall, onSignedOut];
  }
  async ask() {
    this.#resellers = (await call("GET", "/api/desk/resellers")).resellers;
    this.#showChoice();
  }
  #showChoice() {
    const filter = element("input", { label: "findReseller", hint: "findReseller", autocomplete: "off", spellcheck: false });
    const list = element("ul", { className: "list" });
    const draw = () => list.replaceChildren(...this.#matching(filter.value).map((one) => this.#choice(one)));
    filter.addEventListener("input", draw);
    list.addEventListener("keydown", (event) => walk(event, [filter, ...list.querySelectorAll("button")]));
    filter.addEventListener("keydown", (event) => walk(event, [filter, ...list.querySelectorAll("button")]));
    draw();
    const title = element("h2", { word: "whoCalls" });
    this.#show((event) => {
      event.preventDefault();
      const [first] = this.#matching(filter.value);
      if (first) this.#ring(first.login);
    }, title, element("p", { className: "hint", word: "whoCallsHint" }), filter, list);
    filter.focus();
  }
  #matching(typed) {
    const wanted = plain(typed);
    return this.#resellers.filter(({ login, name }) => plain(`${name} ${login}`).includes(wanted));
  }
  #choice({ login, name }) {
    const button = element("button", { type: "button", text: name }, login === name ? null : element("small", { text: ` · ${login}` }));
    button.addEventListener("click", () => this.#ring(login));
    return element("li", {}, button);
  }
  #ring(login) {
    return this.#try(async () => this.#showCode(login, await call("POST", "/api/desk/calls", { reseller: login })));
  }
  #showCode(login, call2) {
    const code = element("input", { className: "code", label: "callerCode", inputMode: "numeric", autocomplete: "off", maxLength: 8 });
    const sent = element("p", { className: "sent", text: word(call2.mail ? "codeSent" : "codeSentToChat", { mail: call2.mail }) });
    const check = element("button", { className: "main", word: "checkCode" });
    const again = element("button", { type: "button", className: "quiet", word: "codeAgain" });
    const other = element("button", { type: "button", className: "quiet", word: "otherCaller" });
    again.addEventListener("click", () => this.#ring(login));
    other.addEventListener("click", () => this.#showChoice());
    this.#show((event) => {
      event.preventDefault();
      this.#try(async () => {
        const { token: token2 } = await call("POST", `/api/desk/calls/${call2.id}/check`, { code: code.value });
        this.place.replaceChildren();
        await this.onCall(token2);
      });
      code.select();
    }, element("h2", { text: call2.name }), sent, element("p", { className: "hint", word: "askForCode" }), code, check, element("div", { className: "buttons" }, other, again));
    code.focus();
  }
  #show(onSubmit, ...contents2) {
    this.refusal = element("p", { className: "refusal", role: "alert" });
    const form = element("form", { className: "card lobby", noValidate: true }, ...contents2, this.refusal);
    form.addEventListener("submit", onSubmit);
    this.place.replaceChildren(form);
  }
  async #try(doing) {
    try {
      this.refusal.textContent = "";
      await doing();
    } catch (trouble) {
      if (trouble.status === 401) return this.onSignedOut(trouble.message);
      this.refusal.textContent = trouble.status ? trouble.message : word("offline");
    }
  }
};
var plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
function walk(event, places) {
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const isField = event.target.tagName === "INPUT";
  if (!(event.key in steps) || isField && event.key !== "ArrowDown") return;
  const next = places[places.indexOf(event.target) + steps[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus();
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

// src/ticket.js
var CALM = /* @__PURE__ */ new Set(["placed", "submitted", "processing", "completed", "confirmed", "draft"]);
var made = 0;
var Ticket = class {
  #order = null;
  #paper = element("div", { className: "paper", id: `ticket-${++made}` });
  #total = element("output");
  #toggle = element("button", { type: "button", className: "ticket-toggle", ariaExpanded: "false" });
  constructor(place) {
    this.#toggle.setAttribute("aria-controls", this.#paper.id);
    this.#toggle.append(element("span", { word: "ticket" }), this.#total);
    this.#toggle.addEventListener("click", () => {
      this.#toggle.ariaExpanded = String(this.#toggle.ariaExpanded !== "true");
    });
    place.append(this.#toggle, this.#paper);
    this.show(null);
  }
  get order() {
    return this.#order;
  }
  show(order) {
    this.#order = order;
    this.#total.textContent = order?.total ? money(order.total) : "";
    const blank = element("p", { className: "blank", word: "blank" });
    this.#paper.replaceChildren(heading(order), ...order ? contents(order) : [blank]);
  }
};
function heading(order) {
  const title = element("h2", { word: "ticket" });
  const named = order && word("status")[order.status];
  const look = CALM.has(order?.status) ? "status" : "status warm";
  return element("header", {}, title, named ? element("span", { className: look, text: named }) : null);
}
function contents(order) {
  const number = order.number && element("p", { className: "number", text: word("number", order) });
  return [number, facts(order), order.lines?.length ? lines(order) : null].filter(Boolean);
}
function facts(order) {
  const list = element("dl", { className: "facts" });
  const goods = [
    ["plan", order.plan?.name],
    ["quantity", order.quantity],
    ["term", order.term && word(order.term)],
    ["addOns", order.add_ons?.map(({ name }) => name).join(", ")]
  ];
  const rest = [
    ["domain", [order.domain, ...order.extra_domains ?? []].filter(Boolean).join(", ")],
    ["customer", order.customer?.name],
    ["payment", order.payment && `${order.payment.brand} •••• ${order.payment.last4}`]
  ];
  for (const [name, value] of order.lines?.length ? rest : [...goods, ...rest]) {
    if (!value && (name === "addOns" || name === "domain")) continue;
    list.append(element("dt", { word: name }), element("dd", { text: value || "–", className: value ? "" : "open" }));
  }
  return list;
}
function lines(order) {
  const rows = order.lines.map((line) => row(`${line.name}`, `${line.quantity} × ${word(line.term) ?? ""}`, money(line)));
  const sums = ["subtotal", "tax", "total"].filter((name) => order[name]).map((name) => row(word(name), null, money(order[name]), name));
  return element("table", { className: "lines" }, element("tbody", {}, ...rows), element("tfoot", {}, ...sums));
}
function row(name, detail, amount, look = "") {
  const title = element("th", { scope: "row", text: name });
  if (detail) title.append(element("small", { text: detail }));
  return element("tr", { className: look }, title, element("td", { text: amount }));
}

// src/pages/desk.js
var LANGUAGES = { es: "Español", en: "English", pt: "Português" };
var find2 = (id) => document.getElementById(id);
var door = new SignIn(find2("door"), { onSignedIn: enter });
var lobby = new Lobby(find2("lobby"), { onCall: takeCall, onSignedOut: showDoor });
var orders = new Orders(find2("orders"), showDoor);
var ticket = new Ticket(find2("ticket"));
var chat = new Chat(find2("chat"), { onOrder, onAwaiting, onLink: showLink, onSignedOut: () => showDoor(word("ended")) });
var KEYS = {
  F2: ["keyWrite", () => chat.focus()],
  F4: ["keyRead", readAloud],
  F8: ["keyCard", () => chat.say(word("newCardSaid"))],
  F9: ["keyOrders", () => orders.open()],
  F7: ["keyEnd", hangUp]
};
var language = "";
speak(...navigator.languages);
whenLeaving(() => showDoor());
addEventListener("keydown", onKey);
if (token()) enter().catch(() => showDoor(word("offline")));
else showDoor();
async function enter() {
  try {
    const me = await whoAmI();
    speak(me.language, ...navigator.languages);
    if (me.role !== "support") return location.replace("/");
    writeNumbersAs(me.country);
    showWho(me);
    await (me.actor === me.subject ? receive() : talk());
  } catch (trouble) {
    if (trouble.status !== 401) throw trouble;
    showDoor(trouble.message);
  }
}
async function receive() {
  chat.close();
  show("lobby");
  await lobby.ask();
}
async function takeCall(token2) {
  actWith(token2);
  language = "";
  await enter();
}
async function talk() {
  find2("keys").replaceChildren(...Object.entries(KEYS).map(([key, [name, act]]) => {
    const button = element("button", { type: "button", className: key === "F7" ? "end" : "" }, element("kbd", { text: key }), element("span", { word: name }));
    button.addEventListener("click", act);
    return button;
  }));
  await chat.open();
  show("room");
  chat.focus();
}
async function hangUp() {
  await stopActing();
  await enter();
}
function onKey(event) {
  if (event.key === "F9" && !find2("lobby").hidden) return void (event.preventDefault(), orders.open());
  if (find2("room").hidden) return;
  if (event.key in KEYS && !find2("orders").open) {
    event.preventDefault();
    KEYS[event.key][1]();
    return;
  }
  const choices = [...document.querySelectorAll(".choices button")];
  if (choices.includes(event.target)) {
    if (event.key === "Escape") chat.focus();
    else walk(event, choices);
  } else if (event.key === "ArrowUp" && event.target.closest?.(".composer") && !event.target.value && choices.length) {
    event.preventDefault();
    choices[0].focus();
  }
}
function onOrder(order) {
  ticket.show(order);
}
async function onAwaiting(awaiting) {
  if (awaiting !== "confirm") return void (find2("aloud").hidden = true);
  await showReadBack();
}
async function showReadBack() {
  const wish = language ? `?language=${language}` : "";
  const said = await call("GET", `/api/desk/read-back${wish}`).catch(() => ({ text: null }));
  find2("aloud").hidden = !said.text;
  if (!said.text) return;
  const choice = element("select", { label: "readIn" }, ...Object.entries(LANGUAGES).map(([code, text2]) => element("option", { value: code, text: text2, selected: code === said.language })));
  choice.addEventListener("change", () => {
    language = choice.value;
    showReadBack();
  });
  const text = element("p", { text: said.text, lang: said.language, tabIndex: 0 });
  find2("aloud").replaceChildren(element("header", {}, element("h2", { word: "readBack" }), choice), text);
}
function readAloud() {
  find2("aloud").querySelector("p")?.focus();
}
function showDoor(reason) {
  forget();
  chat.close();
  find2("orders").close();
  showLink(true);
  showWho(null);
  show("door");
  door.ask(reason);
}
function show(name) {
  for (const place of ["door", "lobby", "room"]) find2(place).hidden = place !== name;
}
function showLink(isUp) {
  find2("link").hidden = isUp;
  find2("link").textContent = isUp ? "" : word("reconnecting");
}
