// The door: signs in against the marketplace. For any page: `new SignIn(place, { onSignedIn })`.

import { element } from "./elements.js";
import * as session from "./session.js";
import { word } from "./words.js";

export class SignIn {
  #refusal = element("p", { className: "refusal", role: "alert" });
  #login = field("login", { autocomplete: "username", required: true });
  #password = field("password", { type: "password", autocomplete: "current-password", required: true });
  #enter = element("button", { className: "main", word: "signIn" });

  constructor(place, { onSignedIn }) {
    this.onSignedIn = onSignedIn;
    this.form = element(
      "form",
      { className: "card", noValidate: true },
      element("img", { src: "/static/icon.svg", alt: "", width: 48, height: 48 }),
      element("h2", { word: "welcome" }),
      element("p", { className: "hint", word: "welcomeHint" }),
      labelled("login", this.#login),
      labelled("password", this.#password),
      this.#refusal,
      this.#enter,
    );
    this.form.addEventListener("submit", (event) => this.#knock(event));
    place.append(this.form);
  }

  // Shows why somebody is here again, if there is a reason.
  ask(reason = "") {
    this.#refusal.textContent = reason;
    this.#login.focus({ preventScroll: true });
  }

  async #knock(event) {
    event.preventDefault();
    const { login, password } = Object.fromEntries(new FormData(this.form));
    this.#enter.disabled = true;
    this.#refusal.textContent = "";
    try {
      await session.signIn({ login, password });
      this.form.reset();
      await this.onSignedIn();
    } catch (trouble) {
      this.#refusal.textContent = trouble.status ? trouble.message : word("offline");
      this.#password.select();
    } finally {
      this.#enter.disabled = false;
    }
  }
}

function field(name, properties) {
  return element("input", { name, autocapitalize: "none", spellcheck: false, ...properties });
}

function labelled(name, input) {
  return element("label", {}, element("span", { word: name }), input);
}
