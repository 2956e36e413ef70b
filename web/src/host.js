// The page that shows ours in a frame, if one does: what its script tag asked for, and what it is told.
// Nothing that anybody said or signed in with ever leaves the frame.

export const isFramed = window.parent !== window;
const wish = new URLSearchParams(location.search);

export const language = wish.get("language");

export function settle(closing) {
  if (["light", "dark"].includes(wish.get("theme"))) document.documentElement.style.colorScheme = wish.get("theme");
  if (!isFramed) return;
  closing.hidden = false;
  closing.addEventListener("click", () => tell("close"));
  addEventListener("keydown", ({ key }) => key === "Escape" && tell("close"));
}

export function tellNews() {
  tell("news");
}

// To whoever frames us: the gateway's policy lets only those do it that the operator named.
function tell(pedido) {
  if (isFramed) parent.postMessage({ pedido }, "*");
}
