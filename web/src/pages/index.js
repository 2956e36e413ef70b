// The chat page: the door (sign-in) and the room (chat and ticket). The widget shows the same page in a frame.

import { showWho, whenLeaving } from "../bar.js";
import { Chat } from "../chat.js";
import * as host from "../host.js";
import * as session from "../session.js";
import { SignIn } from "../sign-in.js";
import { Ticket } from "../ticket.js";
import { speak, word, writeNumbersAs } from "../words.js";

const AGAIN_MS = 2000;
const find = (id) => document.getElementById(id);
const door = new SignIn(find("door"), { onSignedIn: enter });
const ticket = new Ticket(find("ticket"));
const chat = new Chat(find("chat"), {
  onOrder: (order) => ticket.show(order),
  onLink: showLink,
  onNews: host.tellNews,
  onSignedOut: () => showDoor(word("ended")),
});

speak(host.language, ...navigator.languages);
whenLeaving(() => showDoor());
host.settle(find("close"));
// In a frame there is nowhere else to go.
if (host.isFramed) for (const link of document.querySelectorAll("[data-for]")) link.remove();
if (session.token()) resume();
else showDoor();

// After a reload. A gateway that does not answer just then is asked again: nobody is signed out by it.
function resume() {
  enter().catch(() => {
    showLink(false);
    setTimeout(resume, AGAIN_MS);
  });
}

async function enter() {
  try {
    const me = await session.whoAmI();
    speak(me.language, ...navigator.languages);
    writeNumbersAs(me.country);
    // Support staff order by phone, for a reseller: at the desk.
    if (me.role === "support" && me.actor === me.subject && !host.isFramed) return location.replace("/desk");
    showWho(me);
    await chat.open();
  } catch (trouble) {
    if (trouble.status !== 401) throw trouble;
    return showDoor(trouble.message);
  }
  showLink(true);
  show("room");
  chat.focus();
}

function showDoor(reason) {
  session.forget();
  chat.close();
  showLink(true);
  showWho(null);
  show("door");
  door.ask(reason);
}

function show(name) {
  for (const place of ["door", "room"]) find(place).hidden = place !== name;
}

function showLink(isUp) {
  find("link").hidden = isUp;
  find("link").textContent = isUp ? "" : word("reconnecting");
}
