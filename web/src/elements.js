// Makes elements. Text only ever goes in as text, so nothing that anybody wrote can become markup.

import { word } from "./words.js";

// `text` is shown as it is. `word`, `label` and `hint` name a word of ours: they follow the language.
export function element(tag, { text, word: name, label, hint, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) made.textContent = text;
  if (name) [made.dataset.word, made.textContent] = [name, word(name)];
  if (label) [made.dataset.label, made.ariaLabel] = [label, word(label)];
  if (hint) [made.dataset.hint, made.placeholder] = [hint, word(hint)];
  made.append(...children.filter((child) => child != null));
  return made;
}

const ADDRESS_OR_AMOUNT = /(https?:\/\/[^\s<>"')]+[^\s<>"').,;:!?]|[A-Z]{3} \d[\d.,]{0,14}\d)/;

// Text in which web addresses can be followed, and amounts stay in one line.
export function linked(text) {
  return text.split(ADDRESS_OR_AMOUNT).map((part, place) => {
    if (place % 2 === 0) return part;
    return part.startsWith("http") ? link(part, part) : element("span", { className: "whole", text: part });
  });
}

export function link(title, address) {
  const made = element("a", { text: title, target: "_blank", rel: "noopener noreferrer" });
  if (/^https?:\/\//.test(address)) made.href = address;
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

// A drawing of one path, hidden from screen readers: what it stands for is said by the label of its button.
export function icon(path) {
  const drawing = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": true })) {
    drawing.setAttribute(name, value);
  }
  const line = drawing.appendChild(document.createElementNS(SVG, "path"));
  line.setAttribute("d", path);
  return drawing;
}
