// Who is signed in, and the HTTP API. The token lives in this tab only; where a browser grants no storage
// (a strict one, in a frame of another site), for as long as the page.

const KEY = "pedido-token";
const OWN = "pedido-agent";
let unstored = null;

export function token() {
  try {
    return sessionStorage.getItem(KEY) ?? unstored;
  } catch {
    return unstored;
  }
}

function keep(token) {
  unstored = token;
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // The variable has it.
  }
}

export function forget() {
  unstored = null;
  try {
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem(OWN);
  } catch {
    // Nothing was stored.
  }
}

// Signs in; throws as `call` does.
export async function signIn(credentials) {
  keep((await call("POST", "/api/session", credentials)).token);
}

export async function signOut() {
  await call("DELETE", "/api/session").catch(() => {});
  forget();
}

const current = () => token();
const own = () => sessionStorage.getItem(OWN);
const keepOwn = (token) => (token ? sessionStorage.setItem(OWN, token) : sessionStorage.removeItem(OWN));

// A call at the phone desk has a session of its own; the agent's waits for its end, also over a reload.
export function actWith(token) {
  keepOwn(own() ?? current());
  keep(token);
}

export async function stopActing() {
  const before = own();
  await signOut();
  if (before) keep(before);
}

export const whoAmI = () => call("GET", "/api/session");
export const history = (conversation) => call("GET", `/api/messages?conversation=${encodeURIComponent(conversation)}`);

// Throws an Error whose message the person may read, with the `status` of the answer; without one nobody answered.
export async function call(method, path, body) {
  const headers = { "Accept-Language": document.documentElement.lang };
  if (token()) headers.Authorization = `Bearer ${token()}`;
  if (body) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(content.error ?? ""), { status: answer.status });
  return content;
}
