// The page's own words. What the bot says comes from the bot, in the language of the person.

const WORDS = {
  es: {
    signOut: "Salir", welcome: "Haz pedidos conversando", welcomeHint: "Entra con tu cuenta del marketplace.",
    login: "Usuario", password: "Contraseña", support: "Soy de soporte", actsFor: "Pedir en nombre de (usuario)",
    signIn: "Entrar", conversation: "Conversación", write: "Escribe un mensaje…", send: "Enviar", ticket: "Tu pedido",
    typing: "Pedido está escribiendo", reconnecting: "Reconectando…", ended: "Tu sesión terminó. Entra de nuevo.", offline: "No hay conexión con Pedido. Inténtalo de nuevo.",
    onBehalf: "{actor} en nombre de {subject}",
    hello: "¿Qué pedimos hoy?", helloHint: "Escribe el pedido como lo dirías por teléfono, o elige por dónde empezar.",
    starts: ["Quiero 25 Business Premium por un año", "¿Qué planes tienes?", "¿Cómo funciona esto?"],
    blank: "Aquí verás el pedido mientras lo armas.", plan: "Plan", quantity: "Cantidad", term: "Período", domain: "Dominio",
    addOns: "Complementos", customer: "Cliente", payment: "Pago", month: "mensual", year: "anual",
    subtotal: "Subtotal", tax: "Impuestos", total: "Total", number: "Pedido n.º {number}",
    status: {
      draft: "En preparación", quoted: "Por confirmar", confirmed: "Confirmado", sending: "Enviando", placed: "Realizado",
      submitted: "Enviado", processing: "En proceso", completed: "Completado", rejected: "Rechazado", unknown: "Comprobando",
      absent: "Comprobando", needs_human: "En revisión", expired: "Vencido", cancelled: "Cancelado", error: "Con error",
    },
  },
  en: {
    signOut: "Sign out", welcome: "Order by chatting", welcomeHint: "Sign in with your marketplace account.",
    login: "Login", password: "Password", support: "I am support staff", actsFor: "Order on behalf of (login)",
    signIn: "Sign in", conversation: "Conversation", write: "Write a message…", send: "Send", ticket: "Your order",
    typing: "Pedido is typing", reconnecting: "Reconnecting…", ended: "Your session has ended. Please sign in again.", offline: "Pedido cannot be reached. Please try again.",
    onBehalf: "{actor} on behalf of {subject}",
    hello: "What shall we order today?", helloHint: "Say the order as you would on the phone, or pick a way to start.",
    starts: ["I want 25 Business Premium for a year", "Which plans do you have?", "How does this work?"],
    blank: "You will see the order here while you put it together.", plan: "Plan", quantity: "Quantity", term: "Term",
    domain: "Domain", addOns: "Add-ons", customer: "Customer", payment: "Payment", month: "monthly", year: "yearly",
    subtotal: "Subtotal", tax: "Tax", total: "Total", number: "Order no. {number}",
    status: {
      draft: "Draft", quoted: "To confirm", confirmed: "Confirmed", sending: "Sending", placed: "Placed",
      submitted: "Submitted", processing: "Processing", completed: "Completed", rejected: "Rejected", unknown: "Being checked",
      absent: "Being checked", needs_human: "Under review", expired: "Expired", cancelled: "Cancelled", error: "Failed",
    },
  },
  pt: {
    signOut: "Sair", welcome: "Faça pedidos conversando", welcomeHint: "Entre com sua conta do marketplace.",
    login: "Usuário", password: "Senha", support: "Sou do suporte", actsFor: "Pedir em nome de (usuário)",
    signIn: "Entrar", conversation: "Conversa", write: "Escreva uma mensagem…", send: "Enviar", ticket: "Seu pedido",
    typing: "Pedido está escrevendo", reconnecting: "Reconectando…", ended: "Sua sessão terminou. Entre de novo.", offline: "Sem conexão com o Pedido. Tente de novo.",
    onBehalf: "{actor} em nome de {subject}",
    hello: "O que vamos pedir hoje?", helloHint: "Diga o pedido como diria ao telefone, ou escolha por onde começar.",
    starts: ["Quero 25 Business Premium por um ano", "Quais planos você tem?", "Como isso funciona?"],
    blank: "Aqui você verá o pedido enquanto o monta.", plan: "Plano", quantity: "Quantidade", term: "Período",
    domain: "Domínio", addOns: "Complementos", customer: "Cliente", payment: "Pagamento", month: "mensal", year: "anual",
    subtotal: "Subtotal", tax: "Impostos", total: "Total", number: "Pedido nº {number}",
    status: {
      draft: "Em preparação", quoted: "A confirmar", confirmed: "Confirmado", sending: "Enviando", placed: "Realizado",
      submitted: "Enviado", processing: "Em processamento", completed: "Concluído", rejected: "Recusado", unknown: "Verificando",
      absent: "Verificando", needs_human: "Em revisão", expired: "Vencido", cancelled: "Cancelado", error: "Com erro",
    },
  },
};

let language = "es";
let region = "es-MX";

// Picks the first language we speak; every element that names a word gets it.
export function speak(...wishes) {
  language = wishes.map((wish) => String(wish ?? "").slice(0, 2).toLowerCase()).find((wish) => wish in WORDS) ?? "es";
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = word(element.dataset.label);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
}

export function word(name, facts = {}) {
  const found = WORDS[language][name];
  return typeof found === "string" ? found.replace(/\{(\w+)\}/g, (_, fact) => facts[fact] ?? "") : found;
}

// How numbers are written where the account is: 1,234.50 in Mexico, 1.234,50 in Brazil.
export function writeNumbersAs(country) {
  if (/^[A-Z]{2}$/.test(country)) region = `${language}-${country}`;
}

// An amount stays the decimal text it arrived as; only its looks change.
export function money({ amount, currency }) {
  return new Intl.NumberFormat(region, { style: "currency", currency, currencyDisplay: "code" }).format(amount);
}
