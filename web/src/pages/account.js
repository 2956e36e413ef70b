// The account page: which chats speak for me, and where I am signed in.

import { showWho, whenLeaving } from "../bar.js";
import { Chats } from "../linked-chats.js";
import { element } from "../elements.js";
import * as session from "../session.js";
import { SignIn } from "../sign-in.js";
import { ago, date, language, speak, span, word, writeNumbersAs } from "../words.js";

const LOOK_MS = 3000;
const find = (id) => document.getElementById(id);
const door = new SignIn(find("door"), { onSignedIn: enter });
const chats = new Chats(find("chats"), { onTrouble: tell, onNews: (text) => (find("news").textContent = text) });
let looking = null;
let actor = "";

speak(...navigator.languages);
whenLeaving(showDoor);
find("revoke-others").addEventListener("click", () => act(() => session.call("DELETE", "/api/sessions")));
if (session.token()) enter().catch(tell);
else showDoor();

async function enter() {
  try {
    const me = await session.whoAmI();
    speak(me.language, ...navigator.languages);
    writeNumbersAs(me.country);
    showWho(me);
    actor = me.actor;
    await refresh();
  } catch (trouble) {
    if (trouble.status !== 401) throw trouble;
    return showDoor(trouble.message);
  }
  show("room");
  clearInterval(looking);
  looking = setInterval(() => refresh().catch(tell), LOOK_MS);
}

// Sessions are few and change seldom; links are looked at while somebody may be sending a token in a chat.
async function refresh() {
  const [links, opened] = await Promise.all([session.call("GET", "/api/links"), session.call("GET", "/api/sessions")]);
  chats.show(links);
  showSessions(opened);
  find("trouble").textContent = "";
}

async function act(doing) {
  try {
    await doing();
    await refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

function tell(trouble) {
  if (trouble.status === 401) return showDoor(trouble.message);
  find("trouble").textContent = trouble.status ? trouble.message : word("offline");
}

let shown = "";

function showSessions({ sessions, idle_seconds, absolute_seconds }) {
  // Drawn anew only when something changed: a button that is about to be pressed stays where it is.
  const state = JSON.stringify([language(), sessions.map(({ id, seen_at }) => [id, seen_at])]);
  if (state === shown) return;
  shown = state;
  find("limits").textContent = word("limits", { idle: span(idle_seconds), absolute: span(absolute_seconds) });
  find("sessions").replaceChildren(...sessions.map(row));
  find("revoke-others").hidden = sessions.length < 2;
}

function row(one) {
  const device = one.device || word("unknownDevice");
  const name = element("strong", { text: device });
  const here = one.this ? element("span", { className: "status this", word: "thisSession" }) : null;
  const facts = [word("openedAt", { when: date(one.opened_at) }), word("seenAt", { when: ago(one.seen_at) }), one.address];
  if (one.subject !== actor) facts.unshift(word("actingFor", { subject: one.subject }));
  const what = element("div", { className: "what" }, name, here, element("small", { text: facts.filter(Boolean).join(" · ") }));
  const end = element("button", { type: "button", className: "quiet", text: word("endSession"), ariaLabel: `${word("endSession")}: ${device}` });
  end.addEventListener("click", () => act(() => session.call("DELETE", `/api/sessions/${one.id}`)));
  return element("li", {}, what, one.this ? null : end);
}

function showDoor(reason) {
  clearInterval(looking);
  session.forget();
  showWho(null);
  show("door");
  door.ask(reason);
}

function show(name) {
  for (const place of ["door", "room"]) find(place).hidden = place !== name;
}
