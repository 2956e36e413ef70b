// The chat platforms on the account page: a token to send there, whoever asks to be linked, those that are.

import { element, icon, link } from "./elements.js";
import * as session from "./session.js";
import { date, language, word } from "./words.js";

const PLATFORMS = { telegram: "Telegram", slack: "Slack" };
const MARKS = {
  telegram: "M21.5 4.5 2.8 11.7c-.9.3-.9 1.2 0 1.5l4.6 1.5 1.8 5.4c.2.6.9.7 1.3.3l2.6-2.4 4.7 3.4c.5.4 1.2.1 1.4-.5l3-15.3c.1-.8-.4-1.3-.7-1.1zM9 14.4l8.6-6.2-7 7.3-.3 3z",
  slack: "M6 14.5a2 2 0 1 1-2-2h2zm1 0a2 2 0 1 1 4 0v5a2 2 0 1 1-4 0zM9 6.500a2 2 0 1 1 2-2v2zm0 1a2 2 0 1 1 0 4H4a2 2 0 1 1 0-4zm8.500 2a2 2 0 1 1 2 2h-2zm-1 0a2 2 0 1 1-4 0v-5a2 2 0 1 1 4 0zm-2 8a2 2 0 1 1-2 2v-2zm0-1a2 2 0 1 1 0-4h5a2 2 0 1 1 0 4z",
};

export class Chats {
  #offers = {};
  #shown = "";

  constructor(place, { onTrouble, onNews }) {
    [this.place, this.onTrouble, this.onNews] = [place, onTrouble, onNews];
  }

  show({ links, connected }) {
    this.links = links;
    this.connected = connected;
    const state = JSON.stringify([language(), links, connected, Object.values(this.#offers).map(({ id }) => id)]);
    if (state === this.#shown) return;
    this.#shown = state;
    const pending = links.find(({ status }) => status === "pending");
    this.onNews(pending ? word("asksToLink", { handle: pending.handle, platform: PLATFORMS[pending.channel] }) : "");
    this.place.replaceChildren(...Object.keys(PLATFORMS).map((channel) => this.#card(channel)));
  }

  #card(channel) {
    const mine = this.links.filter((link) => link.channel === channel);
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
      this.#offers[channel] = await session.call("POST", "/api/links", { channel });
    }));
    return isConnected || isAnother ? [hint, start] : [hint];
  }

  #steps(channel, offer) {
    const said = channel === "telegram" ? `/start ${offer.token}` : offer.token;
    const copy = element("button", { type: "button", className: "quiet", word: "copy" });
    copy.addEventListener("click", () => navigator.clipboard?.writeText(said).then(() => (copy.textContent = word("copied"))));
    const token = element("div", { className: "token" }, element("code", { text: said }), copy);
    const open = offer.url ? element("li", {}, link(word("openBot", { platform: PLATFORMS[channel] }), offer.url)) : null;
    const send = element("li", {}, element("span", { text: word(offer.url ? "orSend" : `${channel}Send`) }), token);
    const back = element("li", { text: word("thenApprove") });
    const drop = element("button", { type: "button", className: "quiet", word: "dropOffer" });
    drop.addEventListener("click", () => this.#act(() => this.#remove(offer)));
    return element("div", { className: "steps" }, element("ol", {}, open, send, back), element("p", { word: "tenMinutes" }), drop);
  }

  #asking(one) {
    const asks = element("p", {}, element("strong", { text: one.handle }), ` ${word("asks")}`);
    const yes = element("button", { type: "button", className: "main", text: word("approve") });
    const no = element("button", { type: "button", className: "quiet", word: "notMe" });
    yes.addEventListener("click", () => this.#act(() => session.call("POST", `/api/links/${one.id}/approve`)));
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
    await session.call("DELETE", `/api/links/${id}`);
  }

  async #act(doing) {
    try {
      await doing();
      this.show(await session.call("GET", "/api/links"));
    } catch (trouble) {
      this.onTrouble(trouble);
    }
  }
}

function mark(channel) {
  return element("span", { className: "mark" }, icon(MARKS[channel]));
}

function state(linked, pending) {
  if (pending.length) return element("span", { className: "status warm", word: "toApprove" });
  return linked.length ? element("span", { className: "status", word: "isLinked" }) : element("span", { className: "status none", word: "notLinked" });
}
