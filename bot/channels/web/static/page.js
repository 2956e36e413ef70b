// The page: the door (sign-in) and the room (chat and ticket).

import * as log from "./log.js";
import * as session from "./session.js";
import { Socket } from "./socket.js";
import { showTicket } from "./ticket.js";
import { speak, word, writeNumbersAs } from "./words.js";

const find = (id) => document.getElementById(id);
const [door, room, text] = [find("door"), find("room"), find("text")];
const KEYBOARDS = { quantity: "numeric", credentials_email: "email", domain: "url", contact_admin: "email" };
let socket = null;
let lastSeq = 0;
// True from the start, and after the line was down, until the history has been read over the open line.
let isCodeAwaited = false;
let isStale = true;

speak(...navigator.languages);
log.whenChosen(({ title, button, start }) => (start ? say({ text: start }, start) : say({ button }, title)));
find("sign-in").addEventListener("submit", knock);
find("sign-out").addEventListener("click", leave);
find("composer").addEventListener("submit", write);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) write(event);
});
if (session.token()) enter();
else find("login").focus();

async function knock(event) {
  event.preventDefault();
  const { login, password, acts_for } = Object.fromEntries(new FormData(event.target));
  const button = event.target.querySelector("button");
  button.disabled = true;
  find("refusal").textContent = "";
  try {
    await session.signIn({ login, password, ...(acts_for ? { acts_for } : {}) });
    event.target.reset();
    await enter();
  } catch (trouble) {
    find("refusal").textContent = trouble.status ? trouble.message : word("offline");
    find("password").select();
  } finally {
    button.disabled = false;
  }
}

async function enter() {
  try {
    const me = await session.whoAmI();
    speak(me.language, ...navigator.languages);
    writeNumbersAs(me.country);
    find("who").textContent = me.actor === me.subject ? me.name : word("onBehalf", { actor: me.actor, subject: me.name });
    await refresh();
  } catch (trouble) {
    if (trouble.status === 401) return expire(trouble.message);
    find("refusal").textContent = trouble.status ? trouble.message : word("offline");
    return;
  }
  [door.hidden, room.hidden, find("sign-out").hidden] = [true, false, false];
  socket?.close();
  isStale = true;
  socket = new Socket(session.token(), { up, down, answer, news, signedOut: () => expire(word("ended")) });
  text.focus();
}

async function leave() {
  await session.signOut();
  expire("");
}

function expire(reason) {
  session.forget();
  socket?.close();
  socket = null;
  log.clear();
  showLink(true);
  find("who").textContent = "";
  find("refusal").textContent = reason;
  [door.hidden, room.hidden, find("sign-out").hidden] = [false, true, true];
  find("login").focus();
}

function write(event) {
  event.preventDefault();
  const written = text.value.trim();
  if (!written) return;
  text.value = "";
  say({ text: written }, isCode(written) ? "••••••" : written);
}

// The gateway keeps an auth code out of the conversation; so does this window.
function isCode(written) {
  return isCodeAwaited && /^\S{6,64}$/.test(written) && /[^\p{L}.'-]/u.test(written);
}

function say(message, shown) {
  log.show({ author: "person", text: shown });
  socket.send(message);
  log.showTyping(true);
  text.focus();
}

// Nothing was missed unless the line was down: then the history is the truth, once nothing waits for an answer.
async function up() {
  showLink(true);
  if (isStale && !socket.isWaiting) await refresh();
}

function down() {
  isStale = true;
  showLink(false);
}

async function answer(frame) {
  if (isStale && !socket.isWaiting) return refresh();
  for (const message of frame.messages ?? [{ text: frame.error }]) log.show({ author: "bot", ...message });
  settle(frame);
}

function news(frame) {
  for (const message of frame.messages) {
    if (message.seq > lastSeq) log.show(message);
    lastSeq = Math.max(lastSeq, message.seq);
  }
  settle(frame);
}

function settle({ awaiting, order }) {
  log.showTyping(socket?.isWaiting ?? false);
  if (order === undefined) return;
  showTicket(order);
  text.inputMode = KEYBOARDS[awaiting] ?? "text";
  isCodeAwaited = awaiting === "auth_code";
}

async function refresh() {
  const { messages, ...state } = await session.history();
  isStale = false;
  lastSeq = messages.at(-1)?.seq ?? 0;
  log.showHistory(messages);
  settle(state);
}

function showLink(isUp) {
  find("link").hidden = isUp;
  find("link").textContent = isUp ? "" : word("reconnecting");
}
