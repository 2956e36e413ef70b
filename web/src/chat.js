// One conversation: what was said, the field to write in, and the line to the gateway. For any page:
//
//   const chat = new Chat(section, { onOrder: (order) => ticket.show(order), onSignedOut, onLink });
//   await chat.open();        // the session's token must be there; throws as `call` does
//   chat.say("25 Business Premium");
//   chat.close();

import { Composer } from "./composer.js";
import { Log } from "./log.js";
import * as session from "./session.js";
import { Socket } from "./socket.js";

const HIDDEN = "••••••";

export class Chat {
  #log = new Log((choice) => this.#choose(choice));
  #composer = new Composer((text) => this.say(text));
  #socket = null;
  // What was written here and is not answered yet: how it is shown, and how to write it anew.
  #said = new Map();
  #lastSeq = 0;
  #sent = 0;
  #awaiting = null;
  // True from the start, and after the line was down, until the history has been read over the open line.
  #isStale = true;

  // `on` may have: onOrder(order), onAwaiting(step), onLink(isUp), onNews(messages), onSignedOut().
  constructor(place, { conversation = "main", ...on } = {}) {
    this.conversation = conversation;
    this.on = on;
    place.append(this.#log.list, this.#composer.form);
  }

  async open() {
    this.close();
    await this.#refresh();
    this.#isStale = true;
    const hello = { token: session.token(), conversation: this.conversation };
    this.#socket = new Socket(hello, {
      up: () => this.#up(),
      down: () => this.#down(),
      answer: (frame) => this.#answer(frame),
      news: (frame) => this.#news(frame),
      signedOut: () => this.on.onSignedOut?.(),
    });
  }

  close() {
    this.#socket?.close();
    [this.#socket, this.#lastSeq, this.#isStale] = [null, 0, true];
    this.#said.clear();
    this.#log.clear();
  }

  focus() {
    this.#composer.focus();
  }

  // What was written in the masked field stays masked until the gateway says what it took for the secret.
  say(text) {
    this.#send({ text }, this.#awaiting === "auth_code" ? HIDDEN : text);
  }

  #choose({ title, button, start }) {
    if (start) this.say(start);
    else this.#send({ button }, title);
  }

  #send(message, shown) {
    const rewrite = this.#log.show({ author: "person", text: shown });
    const id = this.#socket.send(message);
    this.#sent += 1;
    if (message.text) this.#said.set(id, { shown, rewrite });
    this.#log.showTyping(true);
    this.#composer.focus();
  }

  // Nothing was missed unless the line was down: then the history is the truth, once nothing waits for an answer.
  async #up() {
    this.on.onLink?.(true);
    if (this.#isStale) await this.#refresh().catch(() => {});
  }

  #down() {
    this.#isStale = true;
    this.on.onLink?.(false);
  }

  async #answer(frame) {
    const said = this.#said.get(frame.client_msg_id);
    this.#said.delete(frame.client_msg_id);
    if (said && frame.heard && frame.heard !== said.shown) said.rewrite(frame.heard);
    if (this.#isStale && !this.#socket.isWaiting && (await this.#refresh().then(() => true, () => false))) return;
    for (const message of frame.messages ?? [{ text: frame.error }]) this.#log.show(message);
    this.#settle(frame);
  }

  #news(frame) {
    const news = (frame.messages ?? []).filter(({ seq }) => seq > this.#lastSeq);
    for (const message of news) this.#log.show(message);
    this.#lastSeq = Math.max(this.#lastSeq, ...news.map(({ seq }) => seq));
    this.#settle(frame);
    if (news.length) this.on.onNews?.(news);
  }

  #settle({ awaiting, order }) {
    this.#log.showTyping(this.#socket?.isWaiting ?? false);
    if (order === undefined) return;
    this.#awaiting = awaiting;
    this.#composer.fit(awaiting);
    this.on.onOrder?.(order);
    this.on.onAwaiting?.(awaiting);
  }

  async #refresh() {
    const [socket, sent] = [this.#socket, this.#sent];
    if (socket?.isWaiting) return;
    const { messages, ...state } = await session.history(this.conversation);
    // Meanwhile something was said here (its answer brings us back, or is newer), or news came that this does not hold.
    if (socket !== this.#socket || sent !== this.#sent) return;
    const last = messages.at(-1)?.seq ?? 0;
    if (last < this.#lastSeq) return this.#refresh();
    [this.#isStale, this.#lastSeq] = [false, last];
    this.#log.showHistory(messages);
    this.#settle(state);
  }
}
