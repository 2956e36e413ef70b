// Who is signed in. The token lives in this tab only.

const KEY = "pedido-token";

export const token = () => sessionStorage.getItem(KEY);
export const forget = () => sessionStorage.removeItem(KEY);

// Signs in; throws an Error whose message the person may read.
export async function signIn(credentials) {
  const { token } = await call("POST", "/api/session", credentials);
  sessionStorage.setItem(KEY, token);
}

export async function signOut() {
  await call("DELETE", "/api/session").catch(() => {});
  forget();
}

export const whoAmI = () => call("GET", "/api/session");
export const history = () => call("GET", "/api/messages");

async function call(method, path, body) {
  const headers = { "Accept-Language": document.documentElement.lang };
  if (token()) headers.Authorization = `Bearer ${token()}`;
  if (body) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(content.error ?? ""), { status: answer.status });
  return content;
}
