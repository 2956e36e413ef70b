// Puts the chat on any site that the operator named in PEDIDO_WIDGET_ORIGINS, with one tag:
//
//   <script async src="https://pedido.example/widget.js" data-language="es" data-theme="light" data-side="left"></script>
//
// All three wishes may be left out. It adds one button, and a frame with our own page when that is first pressed:
// who signs in and what is said stays in that frame, on our origin, out of the site's reach. The site's policy,
// if it has one, must let our origin in at script-src and frame-src; its styles and ours do not meet.

import { close as closeEn, open as openEn, openNews as newsEn } from "./words/en.json";
import { close as closeEs, open as openEs, openNews as newsEs } from "./words/es.json";
import { close as closePt, open as openPt, openNews as newsPt } from "./words/pt.json";
import styles from "./styles/widget.css";

const LABELS = {
  es: { open: openEs, close: closeEs, news: newsEs },
  en: { open: openEn, close: closeEn, news: newsEn },
  pt: { open: openPt, close: closePt, news: newsPt },
};
const BUBBLE = "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10l-5 4.5V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm3 4v2h10V7zm0 4v2h6v-2z";
const SVG = "http://www.w3.org/2000/svg";
const { src, dataset } = document.currentScript;
const { language = document.documentElement.lang || navigator.language, theme = "", side } = dataset;
const labels = LABELS[language.slice(0, 2).toLowerCase()] ?? LABELS.en;
const button = document.createElement("button");
let frame = null;

if (document.body) start();
else addEventListener("DOMContentLoaded", start);

function start() {
  const place = document.createElement("div");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  if (side === "left") place.classList.add("left");
  button.type = "button";
  button.append(drawing());
  button.addEventListener("click", () => show(!isOpen()));
  root.append(button);
  document.body.append(place);
  label(labels.open);
  addEventListener("message", listen);
}

function drawing() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", BUBBLE);
  return svg;
}

function isOpen() {
  return frame !== null && !frame.hidden;
}

function show(isWanted) {
  frame ??= button.parentNode.appendChild(page());
  frame.hidden = !isWanted;
  button.classList.remove("news");
  label(isWanted ? labels.close : labels.open);
  (isWanted ? frame : button).focus();
}

function page() {
  const made = document.createElement("iframe");
  made.src = `${new URL(src).origin}/widget?${new URLSearchParams({ language, theme })}`;
  made.title = "Pedido";
  return made;
}

function listen({ source, data }) {
  if (frame === null || source !== frame.contentWindow) return;
  if (data?.pedido === "close") show(false);
  if (data?.pedido === "news" && !isOpen()) {
    button.classList.add("news");
    label(labels.news);
  }
}

function label(text) {
  button.ariaLabel = text;
  button.ariaExpanded = String(isOpen());
}
