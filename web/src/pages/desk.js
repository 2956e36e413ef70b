// The phone desk: chat on the left, ticket and what to read aloud on the right, all of it by keyboard.

import { showWho, whenLeaving } from "../bar.js";
import { Chat } from "../chat.js";
import { Orders } from "../desk-orders.js";
import { element } from "../elements.js";
import { Lobby, walk } from "../lobby.js";
import * as session from "../session.js";
import { SignIn } from "../sign-in.js";
import { Ticket } from "../ticket.js";
import { speak, word, writeNumbersAs } from "../words.js";

const LANGUAGES = { es: "Español", en: "English", pt: "Português" };
const find = (id) => document.getElementById(id);
const door = new SignIn(find("door"), { onSignedIn: enter });
const lobby = new Lobby(find("lobby"), { onCall: takeCall, onSignedOut: showDoor });
const orders = new Orders(find("orders"), showDoor);
const ticket = new Ticket(find("ticket"));
const chat = new Chat(find("chat"), { onOrder, onAwaiting, onLink: showLink, onSignedOut: () => showDoor(word("ended")) });
// What each key does; the buttons say the same to a mouse.
const KEYS = {
  F2: ["keyWrite", () => chat.focus()],
  F4: ["keyRead", readAloud],
  F8: ["keyCard", () => chat.say(word("newCardSaid"))],
  F9: ["keyOrders", () => orders.open()],
  F7: ["keyEnd", hangUp],
};
let language = "";

speak(...navigator.languages);
whenLeaving(() => showDoor());
addEventListener("keydown", onKey);
if (session.token()) enter().catch(() => showDoor(word("offline")));
else showDoor();

async function enter() {
  try {
    const me = await session.whoAmI();
    speak(me.language, ...navigator.languages);
    if (me.role !== "support") return location.replace("/");
    writeNumbersAs(me.country);
    showWho(me);
    await (me.actor === me.subject ? receive() : talk());
  } catch (trouble) {
    if (trouble.status !== 401) throw trouble;
    showDoor(trouble.message);
  }
}

async function receive() {
  chat.close();
  show("lobby");
  await lobby.ask();
}

async function takeCall(token) {
  session.actWith(token);
  language = "";
  await enter();
}

async function talk() {
  find("keys").replaceChildren(...Object.entries(KEYS).map(([key, [name, act]]) => {
    const button = element("button", { type: "button", className: key === "F7" ? "end" : "" }, element("kbd", { text: key }), element("span", { word: name }));
    button.addEventListener("click", act);
    return button;
  }));
  await chat.open();
  show("room");
  chat.focus();
}

async function hangUp() {
  await session.stopActing();
  await enter();
}

function onKey(event) {
  if (event.key === "F9" && !find("lobby").hidden) return void (event.preventDefault(), orders.open());
  if (find("room").hidden) return;
  if (event.key in KEYS && !find("orders").open) {
    event.preventDefault();
    KEYS[event.key][1]();
    return;
  }
  const choices = [...document.querySelectorAll(".choices button")];
  if (choices.includes(event.target)) {
    if (event.key === "Escape") chat.focus();
    else walk(event, choices);
  } else if (event.key === "ArrowUp" && event.target.closest?.(".composer") && !event.target.value && choices.length) {
    event.preventDefault();
    choices[0].focus();
  }
}

function onOrder(order) {
  ticket.show(order);
}

async function onAwaiting(awaiting) {
  if (awaiting !== "confirm") return void (find("aloud").hidden = true);
  await showReadBack();
}

async function showReadBack() {
  const wish = language ? `?language=${language}` : "";
  const said = await session.call("GET", `/api/desk/read-back${wish}`).catch(() => ({ text: null }));
  find("aloud").hidden = !said.text;
  if (!said.text) return;
  const choice = element("select", { label: "readIn" }, ...Object.entries(LANGUAGES).map(([code, text]) => element("option", { value: code, text, selected: code === said.language })));
  choice.addEventListener("change", () => {
    language = choice.value;
    showReadBack();
  });
  const text = element("p", { text: said.text, lang: said.language, tabIndex: 0 });
  find("aloud").replaceChildren(element("header", {}, element("h2", { word: "readBack" }), choice), text);
}

function readAloud() {
  find("aloud").querySelector("p")?.focus();
}

function showDoor(reason) {
  session.forget();
  chat.close();
  find("orders").close();
  showLink(true);
  showWho(null);
  show("door");
  door.ask(reason);
}

function show(name) {
  for (const place of ["door", "lobby", "room"]) find(place).hidden = place !== name;
}

function showLink(isUp) {
  find("link").hidden = isUp;
  find("link").textContent = isUp ? "" : word("reconnecting");
}
