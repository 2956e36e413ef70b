// The conversation as it is seen: messages, the choices under the last one, the typing dots.

import { element, link, linked } from "./elements.js";
import { clock, word } from "./words.js";

export class Log {
  #onChoose;
  #typing = null;

  // `onChoose` is given the choice that was pressed: its title and its button, or the sentence it starts with.
  constructor(onChoose) {
    this.#onChoose = onChoose;
    this.list = element("ol", { className: "log", label: "conversation", role: "log", ariaLive: "polite", tabIndex: 0 });
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
    this.list.scrollTop = this.list.scrollHeight;
    requestAnimationFrame(() => (this.list.ariaLive = "polite"));
  }

  show({ author, text, buttons = [], at }) {
    const who = author === "person" ? "person" : "bot";
    // Whoever reads something older is not torn away from it by what the bot adds.
    const follows = who === "person" || this.#isAtTheEnd();
    this.list.querySelector(".welcome")?.remove();
    if (who === "person" || buttons.length) this.#retireChoices();
    const said = new Date(at ?? Date.now());
    const bubble = element("div", { className: "bubble" }, element("span", { className: "unseen", word: who }), ...linked(text));
    const time = element("time", { dateTime: said.toISOString(), text: clock(said) });
    const item = element("li", { className: `message ${who}` }, bubble, time);
    if (buttons.length) item.append(this.#choices(buttons));
    this.list.insertBefore(item, this.#typing);
    if (follows) this.list.scrollTop = this.list.scrollHeight;
  }

  showTyping(shown) {
    if (!shown) {
      this.#typing?.remove();
      this.#typing = null;
    } else if (!this.#typing) {
      const dots = element("span", { className: "typing", ariaHidden: "true" }, ...[1, 2, 3].map(() => element("i")));
      const said = element("span", { className: "unseen", word: "typing" });
      this.#typing = element("li", { className: "message bot" }, element("div", { className: "bubble" }, dots, said));
      this.list.append(this.#typing);
      this.list.scrollTop = this.list.scrollHeight;
    }
  }

  #isAtTheEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
  }

  #showWelcome() {
    const starts = word("starts").map((text) => ({ title: text, start: text }));
    const hello = element("h2", { word: "hello" });
    const hint = element("p", { word: "helloHint" });
    this.list.append(element("li", { className: "welcome" }, hello, hint, this.#choices(starts)));
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
}
