// The conversation as it is seen: messages, the buttons under the last one, the typing dots.

import { element, link, linked } from "./elements.js";
import { word } from "./words.js";

const log = document.getElementById("log");
let onChoose = () => {};
let typing = null;

export function whenChosen(callback) {
  onChoose = callback;
}

export function clear() {
  log.replaceChildren();
  typing = null;
}

// Shows the whole history; the live region stays quiet, since none of it is new.
export function showHistory(messages) {
  log.setAttribute("aria-live", "off");
  clear();
  for (const message of messages) show(message);
  if (!messages.length) showWelcome();
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

export function show({ author, text, buttons = [] }) {
  log.querySelector(".welcome")?.remove();
  if (author === "person" || buttons.length) retireChoices();
  const bubble = element("div", { className: "bubble" }, ...linked(text));
  const item = element("li", { className: `message ${author === "person" ? "person" : "bot"}` }, bubble);
  if (buttons.length) item.append(choices(buttons));
  log.insertBefore(item, typing);
  scrollDown();
  return item;
}

export function showTyping(shown) {
  if (shown && !typing) {
    const dots = element("span", { className: "typing", ariaHidden: "true" }, ...[1, 2, 3].map(() => element("i")));
    const said = element("span", { className: "unseen", text: word("typing") });
    typing = element("li", { className: "message bot" }, element("div", { className: "bubble" }, dots, said));
    log.append(typing);
    scrollDown();
  } else if (!shown && typing) {
    typing.remove();
    typing = null;
  }
}

function showWelcome() {
  const starts = word("starts").map((text) => ({ title: text, start: text }));
  const hello = element("h2", { text: word("hello") });
  log.append(element("li", { className: "welcome" }, hello, element("p", { text: word("helloHint") }), choices(starts)));
}

function choices(buttons) {
  const group = element("div", { className: "choices" });
  for (const { title, button, url, start } of buttons) {
    if (url) group.append(link(title, url));
    else group.append(element("button", { type: "button", text: title, onclick: () => onChoose({ title, button, start }) }));
  }
  return group;
}

// Only the last question can be answered by button; links stay, since they do not answer anything.
function retireChoices() {
  for (const button of log.querySelectorAll(".choices button")) button.remove();
  for (const group of log.querySelectorAll(".choices:empty")) group.remove();
}

function scrollDown() {
  log.scrollTop = log.scrollHeight;
}
