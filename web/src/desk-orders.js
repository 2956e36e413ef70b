// The desk's orders of today, and those that a person must settle: in a dialog over the call.

import { element } from "./elements.js";
import * as session from "./session.js";
import { clock, money, word } from "./words.js";

export class Orders {
  constructor(dialog, onSignedOut) {
    [this.dialog, this.onSignedOut] = [dialog, onSignedOut];
  }

  async open() {
    if (!this.dialog.open) this.dialog.showModal();
    await this.#refresh();
  }

  async #refresh(said = "") {
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    const since = encodeURIComponent(midnight.toISOString());
    try {
      const [today, doubt] = await Promise.all([
        session.call("GET", `/api/desk/orders?since=${since}`),
        session.call("GET", "/api/desk/unsettled"),
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
      const { number } = await session.call("POST", `/api/desk/unsettled/${one.id}`, { outcome });
      await this.#refresh(outcome === "placed" ? word("settledPlaced", { number }) : word("settledNever"));
    } catch (trouble) {
      await this.#refresh(trouble.status ? trouble.message : word("offline"));
    }
  }
}

function table(orders, blank, verbs) {
  if (!orders.length) return element("p", { className: "blank", word: blank });
  const names = ["at", "by", "forWhom", "customer", "what", "orderNumber", "state", "total"];
  const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col", word: name, className: name === "total" ? "amount" : "" })));
  if (verbs) head.append(element("th", { scope: "col", word: "settle" }));
  const rows = orders.map((one) => {
    const cells = [clock(new Date(one.at)), one.actor, one.subject, one.customer, what(one), one.number, word("status")[one.status]];
    const row = element("tr", {}, ...cells.map((text) => element("td", { text: text || "–" })), element("td", { className: "amount", text: money(one.total) }));
    if (verbs) row.append(element("td", {}, verbs(one)));
    return row;
  });
  return element("div", { className: "scroll", tabIndex: 0, role: "region", label: "ordersToday" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}

const what = ({ plan, quantity }) => [quantity, plan].filter(Boolean).join(" × ");
