/* Code size: the image's parts, and a treemap of packages, classes and methods. */
const codeState = { mode: "place", sorting: { column: 1, down: true } };
const codeTrees = {};
/** Degrees between the hues of parts that lie beside each other: the golden angle. */
const APART = 137;
/** What the image's sections hold. */
const CONTENTS = {
  ".text": "compiled code", ".data.heap": "objects that may change", ".rodata.heap": "objects that may not", ".rodata.types": "types and dispatch tables",
  ".rodata.name_table": "names for stack traces", ".rodata.call_site_table": "call sites and handlers", ".rodata.method_table": "frames of methods",
  ".rodata.inline_frame_table": "inlined calls", ".data.statics": "static fields",
};

/** By where code is: a method with all that is inlined into it. By where it comes from: a method's source wherever it was inlined. */
function codeTree(mode) {
  if (!codeTrees[mode]) {
    const value = method => mode === "place" ? method.bytes : method.own + sum(method.inlinedInto, each => each.bytes);
    const items = METHODS.filter(method => value(method) > 0).map(method => ({ packageName: method.packageName, className: method.className, name: method.name, value: value(method), method }));
    const text = DATA.parts.find(part => part[1] === ".text");
    const alignment = text ? text[2] - sum(METHODS, method => method.bytes) : 0;
    items.push({ packageName: ALIGNMENT, className: "between methods", name: "padding", value: alignment });
    items.push(...DATA.assembly.map(([name, bytes]) => ({ packageName: ASSEMBLY, className: "functions", name, value: bytes })));
    codeTrees[mode] = tree("code", items, [item => item.packageName, item => item.className], item => ({ name: item.name, value: item.value, method: item.method }));
  }
  return codeTrees[mode];
}

const methodPath = method => [method.packageName, method.className, method.name];

views.code = (section, path) => {
  const root = codeTree(codeState.mode);
  const inlined = METHODS.find(method => method.frame < 0 && method.name === path[2] && method.className === path[1] && method.packageName === path[0]);
  const node = inlined && codeState.mode === "place" ? { name: inlined.name, value: 0, method: inlined, parent: nodeAt(root, path.slice(0, 2)) } : nodeAt(root, path);
  section.replaceChildren(
    imageStrip(),
    element("div", { class: "toolbar" },
      breadcrumbs("code", "code", pathOf(node)),
      element("span", {}, bytesText(node.value)),
      choice({ place: "Where it is", source: "Where it comes from" }, codeState.mode, mode => { codeState.mode = mode; show(); })),
    element("p", { class: "note" }, codeState.mode === "place" ? "A method counts with everything that is inlined into it."
      : "Inlined code counts for the method whose source it is, wherever it was inlined."),
    node.children ? treemap(node, "code", child => describeCode(child, root)) : "",
    node.method ? methodDetails(node.method) : codeTable(node));
};

function describeCode(node, root) {
  const lines = [pathOf(node).join("."), `${bytesText(node.value)}, ${percent(node.value, root.value)} of the code`];
  if (node.children) {
    lines.push(node.leaves + (node.leaves === 1 ? " method" : " methods"));
  } else if (node.method && node.method.inlined.length > 0) {
    lines.push(`${bytesText(node.method.own)} of its own, the rest inlined from ${node.method.inlined.length} methods`);
  }
  return lines;
}

function codeTable(node) {
  const owned = each => each.children ? sum(each.children, owned) : each.method ? each.method.own : each.value;
  return sortableTable([
    { title: "Name", value: row => row.name, cell: row => link(row.name, () => go("code", pathOf(row))) },
    { title: "Bytes", value: row => row.value, number: true },
    { title: "Share", value: row => row.value, cell: row => percent(row.value, node.value), number: true },
    { title: "", value: row => row.value, share: row => row.value },
    { title: "Own", value: owned, number: true },
    { title: "Methods", value: row => row.leaves || 1, number: true },
  ], node.children || [], codeState.sorting);
}

/** All regions of the image, part by part. */
function imageStrip() {
  const total = sum(DATA.parts, part => part[2]);
  const parts = [...DATA.parts].sort((a, b) => b[2] - a[2]);
  const named = part => CONTENTS[part[1]] || (part[0] === "bss" ? "zeroed memory of assembly" : `${part[1]} (${part[0]})`);
  const colour = part => parts.indexOf(part) * APART % 360;
  return element("div", {},
    element("div", { class: "strip" }, parts.map(part => element("div", {
      style: `flex:${part[2]} 0 0;--hue:${colour(part)}`, mousemove: event => tooltip.show(event, [named(part), `${part[1]}: ${bytesText(part[2])} in region ${part[0]}, ${percent(part[2], total)} of the image`]),
      mouseleave: () => tooltip.hide() }))),
    element("div", { class: "legend" }, element("span", {}, `in memory ${bytesText(total)}:`),
      parts.map(part => element("span", {}, element("i", { style: `--hue:${colour(part)}` }), `${named(part)} ${grouped(part[2])}`))));
}

/** Everything about one method. */
function methodDetails(method) {
  const list = (title, entries) => entries.length === 0 ? "" : element("div", {}, element("h2", {}, title), sortableTable([
    { title: "Method", value: row => row.method.full, cell: row => link(row.method.full, () => go("code", methodPath(row.method))) },
    { title: "Bytes", value: row => row.bytes, number: true },
  ], entries, { column: 1, down: true }));
  const facts = method.frame < 0 ? "It has no code of its own: it is inlined wherever it is called." :
    `${bytesText(method.bytes)} of code, ${bytesText(method.own)} of them its own; ${bytesText(method.frame)} of stack, ${bytesText(method.depth)} with all that it calls.`;
  return element("div", {},
    element("p", {}, `${method.file}:${method.line}. ${facts} `, link("Why is it reachable?", () => go("reach", [String(method.number)])), " ",
      method.frame < 0 ? "" : link("Its deepest path", () => go("stack", [String(method.number)]))),
    element("div", { class: "columns" }, list("Inlined into it", method.inlined), list("Where it is inlined", method.inlinedInto)));
}
