// The live ticket beside the chat: what is known of the order so far, and what it costs.

import { element } from "./elements.js";
import { money, word } from "./words.js";

const paper = document.getElementById("ticket");
const toggle = document.getElementById("ticket-toggle");
const CALM = new Set(["placed", "submitted", "processing", "completed", "confirmed", "draft"]);

toggle.addEventListener("click", () => {
  toggle.ariaExpanded = String(toggle.ariaExpanded !== "true");
});

export function showTicket(order) {
  document.getElementById("ticket-total").textContent = order?.total ? money(order.total) : "";
  paper.replaceChildren(heading(order), ...(order ? contents(order) : [element("p", { className: "blank", text: word("blank") })]));
}

function heading(order) {
  const title = element("h2", { text: word("ticket") });
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
    list.append(element("dt", { text: word(name) }), element("dd", { text: value || "–", className: value ? "" : "open" }));
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
