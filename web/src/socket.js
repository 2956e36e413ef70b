// One WebSocket that comes back by itself. What was not answered is sent again with the same id:
// the gateway answers a repeated id with the answer it gave, so nothing is ever done twice.

const SIGNED_OUT = 4401;
const LONGEST_WAIT = 10_000;

export class Socket {
  #pending = new Map();
  #socket = null;
  #wait = 500;
  #closed = false;

  // `on` has: up(), down(), answer(frame), news(frame), signedOut().
  constructor(hello, on) {
    this.hello = hello;
    this.on = on;
    this.#open();
    // A machine that was asleep or without a network may hold a line that is dead and does not know it.
    addEventListener("online", this.#renew);
  }

  get isWaiting() {
    return this.#pending.size > 0;
  }

  send(message) {
    const whole = { ...message, client_msg_id: newId() };
    this.#pending.set(whole.client_msg_id, whole);
    this.#post(whole);
    return whole.client_msg_id;
  }

  close() {
    this.#closed = true;
    removeEventListener("online", this.#renew);
    this.#socket?.close();
  }

  #renew = () => {
    this.#wait = 0;
    this.#socket?.close();
  };

  #open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/socket`);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.hello));
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    socket.onclose = ({ code }) => this.#lost(code);
  }

  #take(frame) {
    if (frame.ready) {
      this.#wait = 500;
      for (const message of this.#pending.values()) this.#post(message);
      this.on.up();
    } else if (frame.client_msg_id) {
      if (this.#pending.delete(frame.client_msg_id)) this.on.answer(frame);
    } else {
      this.on.news(frame);
    }
  }

  #lost(code) {
    if (this.#closed) return;
    if (code === SIGNED_OUT) {
      this.on.signedOut();
      return;
    }
    this.on.down();
    setTimeout(() => this.#closed || this.#open(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(Math.max(this.#wait, 250) * 2, LONGEST_WAIT);
  }

  #post(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}

// randomUUID needs a secure context; a page on http://<address in the office> is none.
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
