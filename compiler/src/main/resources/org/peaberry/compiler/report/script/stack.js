/* Stack depth: entry points with their deepest paths, and all methods. */
const stackState = { mode: "deepest", sorting: { column: 1, down: true }, filter: "" };

views.stack = (section, path) => {
  const method = METHODS[path[0]];
  const list = element("div");
  const fill = () => list.replaceChildren(depthTable());
  section.replaceChildren(
    element("div", { class: "toolbar" }, breadcrumbs("stack", "stack depth", method ? [method.full] : []),
      method ? "" : choice({ deepest: "With exceptions", calm: "As long as nothing throws" }, stackState.mode, mode => { stackState.mode = mode; show(); })),
    ...(method ? [methodCard(method)] : [
      element("p", { class: "note" }, "The worst case over all calls that machine code makes: a frame is what a method takes and the return address; a dispatched call reaches every method that it can. "
        + "Throwing takes stack below the frame that throws. Assembly that does not tell what it takes counts as its return address; a trap or an interrupt takes its own entry point's depth on top."),
      ...DATA.stack.entries.map(entry => depthCard(entry.name, entry[stackState.mode]))]),
    element("h2", {}, "All methods, as long as nothing throws"),
    element("input", { type: "search", placeholder: "Method…", "aria-label": "Filter methods", value: stackState.filter,
      input: event => { stackState.filter = event.target.value; fill(); } }),
    list);
  fill();
};

function depthTable() {
  const wanted = stackState.filter.toLowerCase();
  const rows = METHODS.filter(method => method.frame >= 0 && method.full.toLowerCase().includes(wanted));
  return sortableTable([
    { title: "Method", value: row => row.full, cell: row => link(row.full, () => go("stack", [String(row.number)])) },
    { title: "Depth", value: row => row.depth, cell: row => (row.bounded ? "" : "≥ ") + grouped(row.depth), number: true },
    { title: "Frame", value: row => row.frame, number: true },
  ], rows, stackState.sorting);
}

/** A method's way down, frame by frame. */
function methodCard(method) {
  if (method.frame < 0) {
    return element("p", {}, "It has no code of its own, and so no frame: it is inlined wherever it is called. ", link("Where?", () => go("code", methodPath(method))));
  }
  const frames = [];
  for (let each = method; each; each = METHODS[each.next]) {
    frames.push([each.full, Math.max(0, each.frame), each.call || "", each.number]);
    if (each.assembly) {
      frames.push([each.assembly + " (assembly)", 8, "", -1]);
    }
    if (frames.length > METHODS.length) {
      break;
    }
  }
  return depthCard(method.full, { bytes: method.depth, path: frames, recursion: method.bounded ? [] : null });
}

function depthCard(name, depth) {
  const bounded = depth.recursion && depth.recursion.length === 0;
  return element("div", { class: "card" },
    element("h3", { class: "mono" }, name),
    element("div", { class: "big" }, (bounded ? "" : "≥ ") + bytesText(depth.bytes)),
    bounded ? element("p", { class: "note" }, "Proven: no path is deeper.") : element("p", { class: "warning" }, "No bound: there is recursion. This is the deepest path that goes round no cycle."),
    element("div", { class: "strip" }, depth.path.map(([frame, bytes]) => element("div", { style: `flex:${bytes} 0 0;--hue:${hue(frame)}`,
      mousemove: event => tooltip.show(event, [frame, bytesText(bytes)]), mouseleave: () => tooltip.hide() }))),
    frameTable(depth.path),
    bounded || !depth.recursion ? "" : element("div", {}, element("h3", {}, "The cycle"), frameTable(depth.recursion)));
}

function frameTable(path) {
  let reached = 0;
  const rows = path.map(([name, bytes, call, number], order) => ({ name, bytes, call, number, order, reached: reached += bytes }));
  return sortableTable([
    { title: "#", value: row => row.order, cell: row => String(row.order + 1), number: true },
    { title: "Method", value: row => row.name, cell: row => METHODS[row.number] ? link(row.name, () => go("code", methodPath(METHODS[row.number]))) : row.name },
    { title: "Frame", value: row => row.bytes, number: true },
    { title: "Depth", value: row => row.reached, number: true },
    { title: "", value: row => row.reached, share: row => row.reached },
    { title: "Calls the next at", value: row => row.call },
  ], rows, { column: 0, down: false });
}
