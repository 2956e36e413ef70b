// The bar on top of every page: who is here, where else to go, the way out.

import * as session from "./session.js";
import { word } from "./words.js";

const find = (id) => document.getElementById(id);

// `me` as `GET /api/session` says; nobody: null.
export function showWho(me) {
  find("who").textContent = me ? (me.actor === me.subject ? me.name : word("onBehalf", { actor: me.actor_name, subject: me.name })) : "";
  find("sign-out").hidden = !me;
  for (const link of document.querySelectorAll("[data-for]")) link.hidden = !me || !link.dataset.for.split(" ").includes(roleOf(me));
}

// Signs out, then shows the door.
export function whenLeaving(showDoor) {
  find("sign-out").addEventListener("click", async () => {
    await session.signOut();
    showDoor();
  });
}

function roleOf(me) {
  return me.role === "support" ? "support" : "reseller";
}
