(() => {
  // src/words/en.json
  var close = "Close the chat";
  var open = "Open the ordering chat";
  var openNews = "Open the ordering chat: new messages";

  // src/words/es.json
  var close2 = "Cerrar el chat";
  var open2 = "Abrir el chat de pedidos";
  var openNews2 = "Abrir el chat de pedidos: hay mensajes nuevos";

  // src/words/pt.json
  var close3 = "Fechar o chat";
  var open3 = "Abrir o chat de pedidos";
  var openNews3 = "Abrir o chat de pedidos: há mensagens novas";

  // src/styles/widget.css
  var widget_default = `/* In a shadow of its own, on somebody else's page: nothing of theirs comes in, nothing of ours goes out. */
:host { all: initial; position: fixed; z-index: 2147483000; right: 1.25rem; bottom: 1.25rem; }
:host(.left) { right: auto; left: 1.25rem; }
[hidden] { display: none !important; }

button {
  display: grid;
  width: 3.5rem;
  height: 3.5rem;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: #0f766e;
  box-shadow: 0 4px 14px rgb(0 0 0 / 25%);
  color: #fff;
  cursor: pointer;
  place-items: center;
}
button:hover { background: #0d655e; }
button:focus-visible { outline: 3px solid #0f766e; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
button.news::after {
  position: absolute;
  top: 0.1rem;
  right: 0.1rem;
  width: 0.8rem;
  height: 0.8rem;
  border: 2px solid #fff;
  border-radius: 50%;
  background: #b45309;
  content: "";
}
svg { width: 1.6rem; fill: currentcolor; }

iframe {
  position: fixed;
  right: 1.25rem;
  bottom: 5.5rem;
  width: min(26rem, calc(100vw - 2.5rem));
  height: min(44rem, calc(100dvh - 7rem));
  border: 0;
  border-radius: 1.1rem;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 10%), 0 12px 40px rgb(0 0 0 / 25%);
}
:host(.left) iframe { right: auto; left: 1.25rem; }

@media (max-width: 30rem), (max-height: 30rem) {
  iframe { inset: 0; width: 100%; height: 100%; border-radius: 0; }
  button[aria-expanded="true"] { visibility: hidden; }
}
`;

  // src/widget.js
  var LABELS = {
    es: { open: open2, close: close2, news: openNews2 },
    en: { open, close, news: openNews },
    pt: { open: open3, close: close3, news: openNews3 }
  };
  var BUBBLE = "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10l-5 4.5V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm3 4v2h10V7zm0 4v2h6v-2z";
  var SVG = "http://www.w3.org/2000/svg";
  var { src, dataset } = document.currentScript;
  var { language = document.documentElement.lang || navigator.language, theme = "", side } = dataset;
  var labels = LABELS[language.slice(0, 2).toLowerCase()] ?? LABELS.en;
  var button = document.createElement("button");
  var frame = null;
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
  function start() {
    const place = document.createElement("div");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(widget_default);
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
})();
