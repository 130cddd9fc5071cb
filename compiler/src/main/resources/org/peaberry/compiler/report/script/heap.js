/* The image heap: types or holders as a treemap, objects with what leads to them. */
const heapState = { mode: "type", sorting: { column: 1, down: true }, objects: { column: 1, down: true } };
/** More objects than these make no picture, but a table. */
const MAPPED = 400;
const heapTrees = {};

function heapTree(mode) {
  if (!heapTrees[mode]) {
    const root = object => holders(object)[0];
    const keys = mode === "type" ? [object => object.type] : [object => root(object).place, object => object.type];
    heapTrees[mode] = tree("heap", OBJECTS, keys, object => ({ name: "#" + object.number, label: objectLabel(object) || "#" + object.number, value: object.bytes, object }));
  }
  return heapTrees[mode];
}

const objectLabel = object => object.text === null ? "" : object.type === "java.lang.String" ? JSON.stringify(object.text) : object.text;

views.heap = (section, path) => {
  const root = heapTree(heapState.mode);
  const node = nodeAt(root, path);
  const objects = node.children && node.children.length > 0 && node.children[0].object;
  section.replaceChildren(
    element("div", { class: "toolbar" },
      breadcrumbs("heap", "image heap", pathOf(node)),
      element("span", {}, bytesText(node.value) + (node.leaves ? ` in ${grouped(node.leaves)} objects` : "")),
      choice({ type: "By type", holder: "By what leads to it" }, heapState.mode, mode => { heapState.mode = mode; go("heap", []); show(); })),
    element("p", { class: "note" }, heapState.mode === "type" ? "The objects that the program starts with. Each is there because reachable code can get to it: from a static field, a constant in code, or a type."
      : "An object counts for the static field, the code or the type from which it was found first."),
    node.children && !(objects && node.children.length > MAPPED) ? treemap(node, "heap", child => describeHeap(child, root)) : "",
    node.object ? objectDetails(node.object) : objects ? objectTable(node) : groupTable(node));
};

function describeHeap(node, root) {
  if (node.object) {
    return [`${node.object.type} ${objectLabel(node.object)}`, bytesText(node.value), holders(node.object).map(each => each.place).join(" → ")];
  }
  return [pathOf(node).join(" › "), `${bytesText(node.value)}, ${percent(node.value, root.value)} of the heap`, `${grouped(node.leaves)} objects`];
}

function groupTable(node) {
  return sortableTable([
    { title: heapState.mode === "type" || node.parent ? "Type" : "Found from", value: row => row.name, cell: row => link(row.name, () => go("heap", pathOf(row))) },
    { title: "Bytes", value: row => row.value, number: true },
    { title: "Share", value: row => row.value, cell: row => percent(row.value, node.value), number: true },
    { title: "", value: row => row.value, share: row => row.value },
    { title: "Objects", value: row => row.leaves, number: true },
    { title: "Bytes each", value: row => row.value / row.leaves, cell: row => grouped(Math.round(row.value / row.leaves)), number: true },
  ], node.children, heapState.sorting);
}

function objectTable(node) {
  return sortableTable([
    { title: "Object", value: row => row.object.number, cell: row => link(`#${row.object.number} ${objectLabel(row.object)}`, () => go("heap", pathOf(row))) },
    { title: "Bytes", value: row => row.value, number: true },
    { title: "Why it is there", value: row => holders(row.object)[0].place, cell: row => holders(row.object).map(each => each.place).join(" → ") },
  ], node.children, heapState.objects);
}

/** The way from a static field, code or a type to the object. */
function objectDetails(object) {
  const held = OBJECTS.filter(each => each.holder === object.number);
  return element("div", {},
    element("ol", { class: "chain" }, holders(object).map(each => element("li", {}, element("span", { class: "mono" }, each.place),
      element("small", {}, "is ", link(`#${each.number} ${each.type} ${objectLabel(each)}`, () => goToObject(each)), `, ${bytesText(each.bytes)}`)))),
    held.length === 0 ? "" : element("div", {}, element("h2", {}, "Found from it"), sortableTable([
      { title: "Object", value: row => row.number, cell: row => link(`#${row.number} ${row.type} ${objectLabel(row)}`, () => goToObject(row)) },
      { title: "At", value: row => row.place },
      { title: "Bytes", value: row => row.bytes, number: true },
    ], held, { column: 0, down: false })));
}

function goToObject(object) {
  const name = "#" + object.number;
  go("heap", heapState.mode === "type" ? [object.type, name] : [holders(object)[0].place, object.type, name]);
}
