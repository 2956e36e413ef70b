// Makes elements. Text only ever goes in as text, so nothing that anybody wrote can become markup.

export function element(tag, { text, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) made.textContent = text;
  made.append(...children.filter((child) => child != null));
  return made;
}

const ADDRESS = /(https?:\/\/[^\s<>"')]+[^\s<>"').,;:!?])/;

// Text in which web addresses can be followed.
export function linked(text) {
  return text.split(ADDRESS).map((part, place) => (place % 2 ? link(part, part) : part));
}

export function link(title, address) {
  const made = element("a", { text: title, target: "_blank", rel: "noopener noreferrer" });
  if (/^https?:\/\//.test(address)) made.href = address;
  return made;
}
