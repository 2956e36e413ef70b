// The live ticket beside the chat: what is known of the order so far, and what it costs. On a narrow page it folds
// into one line that says the total. For any page: `const ticket = new Ticket(aside); ticket.show(order)`.

import { element } from "./elements.js";
import { money, word } from "./words.js";

const CALM = new Set(["placed", "submitted", "processing", "completed", "confirmed", "draft"]);
let made = 0;

export class Ticket {
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
    this.#paper.replaceChildren(heading(order), ...(order ? contents(order) : [blank]));
  }
}

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
  // Once there are lines they say what is bought; until then these do.
  const goods = [
    ["plan", order.plan?.name],
    ["quantity", order.quantity],
    ["term", order.term && word(order.term)],
    ["addOns", order.add_ons?.map(({ name }) => name).join(", ")],
  ];
  const rest = [
    ["domain", [order.domain, ...(order.extra_domains ?? [])].filter(Boolean).join(", ")],
    ["customer", order.customer?.name],
    ["payment", order.payment && `${order.payment.brand} •••• ${order.payment.last4}`],
  ];
  for (const [name, value] of order.lines?.length ? rest : [...goods, ...rest]) {
    if (!value && (name === "addOns" || name === "domain")) continue;
    list.append(element("dt", { word: name }), element("dd", { text: value || "–", className: value ? "" : "open" }));
  }
  return list;
}

function lines(order) {
  const rows = order.lines.map((line) => row(`${line.name}`, `${line.quantity} × ${word(line.term) ?? ""}`, money(line)));
  const sums = ["subtotal", "tax", "total"]
    .filter((name) => order[name])
    .map((name) => row(word(name), null, money(order[name]), name));
  return element("table", { className: "lines" }, element("tbody", {}, ...rows), element("tfoot", {}, ...sums));
}

function row(name, detail, amount, look = "") {
  const title = element("th", { scope: "row", text: name });
  if (detail) title.append(element("small", { text: detail }));
  return element("tr", { className: look }, title, element("td", { text: amount }));
}
