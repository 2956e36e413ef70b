// The page's own words. What the bot says comes from the bot, in the language of the person.

import en from "./words/en.json";
import es from "./words/es.json";
import pt from "./words/pt.json";

const WORDS = { es, en, pt };
let spoken = "es";
let region = "es-MX";

// Picks the first language we speak; every element that names a word gets it.
export function speak(...wishes) {
  spoken = wishes.map((wish) => String(wish ?? "").slice(0, 2).toLowerCase()).find((wish) => wish in WORDS) ?? "es";
  document.documentElement.lang = spoken;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = word(element.dataset.label);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
}

export function word(name, facts = {}) {
  const found = WORDS[spoken][name];
  return typeof found === "string" ? found.replace(/\{(\w+)\}/g, (_, fact) => facts[fact] ?? "") : found;
}

// How numbers are written where the account is: 1,234.50 in Mexico, 1.234,50 in Brazil.
export function writeNumbersAs(country) {
  if (/^[A-Z]{2}$/.test(country)) region = `${spoken}-${country}`;
}

// An amount stays the decimal text it arrived as; only its looks change.
export function money({ amount, currency }) {
  return new Intl.NumberFormat(region, { style: "currency", currency, currencyDisplay: "code" }).format(amount);
}

export function clock(at) {
  return new Intl.DateTimeFormat(region, { hour: "numeric", minute: "2-digit" }).format(at);
}

// Which language the page speaks now.
export function language() {
  return spoken;
}

export function date(at) {
  return new Intl.DateTimeFormat(region, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }).format(new Date(at));
}

// "hace 3 minutos"; what is less than a minute ago is now.
export function ago(at) {
  const seconds = (new Date(at) - Date.now()) / 1000;
  const [unit, length] = [["day", 86_400], ["hour", 3600], ["minute", 60]].find(([, length]) => -seconds >= length) ?? ["second", Infinity];
  return new Intl.RelativeTimeFormat(spoken, { numeric: "auto" }).format(Math.trunc(seconds / length) || 0, unit);
}

// "30 minutos", "12 horas".
export function span(seconds) {
  const [unit, length] = seconds >= 3600 ? ["hour", 3600] : ["minute", 60];
  return new Intl.NumberFormat(spoken, { style: "unit", unit, unitDisplay: "long" }).format(seconds / length);
}
