/* Numbers, elements and the tooltip. */
const grouped = number => number.toLocaleString("en");
const bytesText = bytes => grouped(bytes) + (bytes === 1 ? " byte" : " bytes");
const percent = (part, whole) => whole === 0 ? "" : (100 * part / whole).toFixed(part / whole < 0.1 ? 1 : 0) + " %";
const sum = (list, value) => list.reduce((total, each) => total + value(each), 0);

/** An element with attributes (functions are listeners) and children. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return made;
}

const link = (label, action) => element("button", { type: "button", click: action }, label);

/** A number for a name, the same on every day: a colour. */
function hue(name) {
  let hash = 7;
  for (const letter of name) {
    hash = hash * 31 + letter.codePointAt(0) | 0;
  }
  return Math.abs(hash * 47) % 360;
}

const tooltip = {
  box: document.getElementById("tooltip"),
  show(event, lines) {
    this.box.replaceChildren(...lines.map((line, i) => element("div", i === 0 ? { class: "mono" } : {}, line)));
    this.box.hidden = false;
    const target = event.currentTarget.getBoundingClientRect();
    const x = event.clientX || target.left + 10;
    const y = event.clientY || target.top + 10;
    const size = this.box.getBoundingClientRect();
    this.box.style.left = Math.max(4, Math.min(x + 14, innerWidth - size.width - 8)) + "px";
    this.box.style.top = (y + 18 + size.height > innerHeight ? y - size.height - 10 : y + 18) + "px";
  },
  hide() {
    this.box.hidden = true;
  },
};

/** Two or more alternatives, one of them chosen. */
function choice(labels, chosen, action) {
  return element("div", { class: "choice", role: "group" }, Object.entries(labels).map(([key, label]) => element("button",
    { type: "button", "aria-pressed": String(key === chosen), click: () => action(key) }, label)));
}
