// The field to write in. It takes the shape of what the bot waits for: masked for an auth code, else a keyboard that fits.

import { element, icon } from "./elements.js";
import { word } from "./words.js";

const KEYBOARDS = {
  quantity: "numeric",
  domain: "url",
  domain_taken: "url",
  extra_domains: "url",
  contact_admin: "email",
  contact_billing: "email",
  contact_technical: "email",
  credentials_email: "email",
};
const SECRET = "auth_code";
const SEND = "M3 11.5 20.5 4 14 21l-3.2-6.8z";
const EYE = "M12 5c5 0 8.6 4 10 7-1.4 3-5 7-10 7S3.4 15 2 12c1.4-3 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z";

export class Composer {
  #onWrite;
  #text = element("textarea", { rows: 1, label: "write", hint: "write", enterKeyHint: "send" });
  #secret = element("input", { type: "password", label: "code", hint: "code", enterKeyHint: "send" });
  #reveal = element("button", { type: "button", className: "reveal", label: "reveal", ariaPressed: "false" }, icon(EYE));

  constructor(onWrite) {
    this.#onWrite = onWrite;
    for (const field of [this.#text, this.#secret]) {
      Object.assign(field, { maxLength: 1000, autocomplete: "off", autocapitalize: "sentences" });
      field.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#write(event);
      });
    }
    this.#secret.autocapitalize = "none";
    this.#reveal.addEventListener("click", () => this.#mask(this.#secret.type !== "password"));
    const send = element("button", { className: "main send", label: "send" }, icon(SEND));
    this.form = element("form", { className: "composer" }, this.#text, this.#secret, this.#reveal, send);
    this.form.addEventListener("submit", (event) => this.#write(event));
    this.fit(null);
  }

  get field() {
    return this.#secret.hidden ? this.#text : this.#secret;
  }

  // What is half written stays, whatever the bot waits for next.
  fit(awaiting) {
    const isFocused = this.form.contains(document.activeElement);
    const before = this.field;
    const isSecret = awaiting === SECRET;
    [this.#secret.hidden, this.#reveal.hidden, this.#text.hidden] = [!isSecret, !isSecret, isSecret];
    this.#mask(true);
    this.form.dataset.awaiting = awaiting ?? "";
    this.#text.inputMode = KEYBOARDS[awaiting] ?? "text";
    this.#text.spellcheck = this.#text.inputMode === "text";
    if (before === this.field) return;
    [this.field.value, before.value] = [before.value, ""];
    if (isFocused) this.field.focus();
  }

  // Only where that opens no keyboard over what was just said.
  focus() {
    if (matchMedia("(hover: hover)").matches) this.field.focus({ preventScroll: true });
  }

  #mask(isMasked) {
    this.#secret.type = isMasked ? "password" : "text";
    this.#reveal.ariaPressed = String(!isMasked);
  }

  #write(event) {
    event.preventDefault();
    const written = this.field.value.trim();
    if (!written) return;
    this.field.value = "";
    this.#onWrite(written);
  }
}
