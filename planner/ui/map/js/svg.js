// The few words of DOM this component speaks.

const SVG = "http://www.w3.org/2000/svg";

export function svg(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  setAll(node, attributes);
  if (parent) parent.append(node);
  return node;
}

export function html(name, attributes = {}, parent = null, text = null) {
  const node = document.createElement(name);
  setAll(node, attributes);
  if (text !== null) node.textContent = text;
  if (parent) parent.append(node);
  return node;
}

export function setAll(node, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === false) node.removeAttribute(key);
    else node.setAttribute(key, value === true ? "" : value);
  }
}
