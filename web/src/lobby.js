// Before a call: who is calling, and the code that shows it. By keyboard: type a name, Enter; type the code, Enter.

import { element } from "./elements.js";
import * as session from "./session.js";
import { word } from "./words.js";

export class Lobby {
  #resellers = [];

  // `onCall(token)` is given the token to act for the reseller; `onTrouble(trouble)` what stands in the way.
  constructor(place, { onCall, onSignedOut }) {
    [this.place, this.onCall, this.onSignedOut] = [place, onCall, onSignedOut];
  }

  async ask() {
    this.#resellers = (await session.call("GET", "/api/desk/resellers")).resellers;
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
    return this.#try(async () => this.#showCode(login, await session.call("POST", "/api/desk/calls", { reseller: login })));
  }

  #showCode(login, call) {
    const code = element("input", { className: "code", label: "callerCode", inputMode: "numeric", autocomplete: "off", maxLength: 8 });
    const sent = element("p", { className: "sent", text: word(call.mail ? "codeSent" : "codeSentToChat", { mail: call.mail }) });
    const check = element("button", { className: "main", word: "checkCode" });
    const again = element("button", { type: "button", className: "quiet", word: "codeAgain" });
    const other = element("button", { type: "button", className: "quiet", word: "otherCaller" });
    again.addEventListener("click", () => this.#ring(login));
    other.addEventListener("click", () => this.#showChoice());
    this.#show((event) => {
      event.preventDefault();
      this.#try(async () => {
        const { token } = await session.call("POST", `/api/desk/calls/${call.id}/check`, { code: code.value });
        this.place.replaceChildren();
        await this.onCall(token);
      });
      code.select();
    }, element("h2", { text: call.name }), sent, element("p", { className: "hint", word: "askForCode" }), code, check, element("div", { className: "buttons" }, other, again));
    code.focus();
  }

  #show(onSubmit, ...contents) {
    this.refusal = element("p", { className: "refusal", role: "alert" });
    const form = element("form", { className: "card lobby", noValidate: true }, ...contents, this.refusal);
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
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

// The arrows go from one to the next.
export function walk(event, places) {
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const isField = event.target.tagName === "INPUT";
  if (!(event.key in steps) || (isField && event.key !== "ArrowDown")) return;
  const next = places[places.indexOf(event.target) + steps[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
