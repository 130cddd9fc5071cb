/* Why a method is reachable: a search, and the calls from an entry point. */
const reachState = { filter: "", sorting: { column: 0, down: false } };

views.reach = (section, path) => {
  const method = METHODS[path[0]];
  const list = element("div");
  const fill = () => list.replaceChildren(matches());
  const search = element("input", { type: "search", placeholder: "Method, class or package…", "aria-label": "Search methods", value: reachState.filter,
    input: event => { reachState.filter = event.target.value; fill(); } });
  section.replaceChildren(
    element("div", { class: "toolbar" }, breadcrumbs("reach", `${grouped(METHODS.length)} reachable methods`, method ? [method.full] : [])),
    method ? callChain(method) : "",
    element("div", { class: "toolbar" }, search, element("span", { class: "note" }, "Words in any order; case does not matter.")), list);
  fill();
};

function matches() {
  const words = reachState.filter.toLowerCase().split(/\s+/).filter(word => word);
  const rows = METHODS.filter(method => words.every(word => method.full.toLowerCase().includes(word)));
  return sortableTable([
    { title: "Method", value: row => row.full, cell: row => link(row.full, () => go("reach", [String(row.number)])) },
    { title: "Called first from", value: row => METHODS[row.caller] ? METHODS[row.caller].full : "", cell: row => METHODS[row.caller] ? METHODS[row.caller].full : row.root },
    { title: "Code", value: row => row.bytes, cell: row => row.frame < 0 ? "inlined" : grouped(row.bytes), number: true },
  ], rows, reachState.sorting);
}

/** From the entry point down to the method: the call that was found first at each step. */
function callChain(method) {
  const chain = [method];
  while (METHODS[chain[0].caller]) {
    chain.unshift(METHODS[chain[0].caller]);
  }
  return element("div", { class: "card" }, element("h3", {}, "Why it is reachable"),
    element("ol", { class: "chain" }, chain.map((each, i) => element("li", {}, link(each.full, () => go("reach", [String(each.number)])), " ",
      element("small", {}, i === 0 ? each.root : how(each))))),
    element("p", {}, link("Its code", () => go("code", methodPath(method)))));
}

function how(method) {
  const place = `called at ${METHODS[method.caller].file}:${method.callLine}`;
  if (!method.type) {
    return place;
  }
  const maker = METHODS[method.maker];
  const made = maker ? `made at ${maker.file}:${method.makerLine} in ${maker.className}.${maker.name}` : "which the program has from its image or runtime";
  const named = method.called === method.className + "." + method.name;
  return named ? `${place}; its class is ${made}` : `${place} as ${method.called}, which is this in ${method.type}, ${made}`;
}
