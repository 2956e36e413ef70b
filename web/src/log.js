// The conversation as it is seen: messages, the choices under the last one, the typing dots.

import { element, link, linked } from "./elements.js";
import { clock, word } from "./words.js";

export class Log {
  #onChoose;
  #typing = null;
  // Whoever reads something older is not torn away from it by what the bot adds.
  #follows = true;

  // `onChoose` is given the choice that was pressed: its title and its button, or the sentence it starts with.
  constructor(onChoose) {
    this.#onChoose = onChoose;
    this.list = element("div", { className: "log", label: "conversation", role: "log", ariaLive: "polite", tabIndex: 0 });
    this.list.addEventListener("scroll", () => (this.#follows = this.#isAtTheEnd()));
    // A keyboard or the ticket takes room: what was last said stays in sight.
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
    requestAnimationFrame(() => (this.list.ariaLive = "polite"));
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
}
