/* The report's data, with columns turned into objects. */
"use strict";
const DATA = JSON.parse(document.getElementById("data").textContent);
/** Names of what no package has. */
const ASSEMBLY = "(assembly)";
const ALIGNMENT = "(alignment)";
const stringOf = number => number < 0 ? null : DATA.strings[number];

const METHODS = DATA.methods.bytes.map((bytes, number) => {
  const column = name => DATA.methods[name][number];
  const packageName = stringOf(column("package"));
  const className = stringOf(column("class"));
  const name = stringOf(column("name"));
  return {
    number, packageName: packageName || "(unnamed package)", className, name, bytes,
    full: (packageName ? packageName + "." : "") + className + "." + name,
    file: stringOf(column("file")) || className, line: column("line"), frame: column("frame"),
    inlined: [], inlinedInto: [], own: bytes,
    caller: column("caller"), callLine: column("callLine"), called: stringOf(column("called")), type: stringOf(column("type")),
    maker: column("maker"), makerLine: column("makerLine"), root: stringOf(column("root")),
  };
});

for (const [number, ...parts] of DATA.methods.inlined) {
  const method = METHODS[number];
  for (let i = 0; i < parts.length; i += 2) {
    const source = METHODS[parts[i]];
    method.own -= parts[i + 1];
    if (source) {
      method.inlined.push({ method: source, bytes: parts[i + 1] });
      source.inlinedInto.push({ method, bytes: parts[i + 1] });
    } else {
      method.own += parts[i + 1];
    }
  }
}

for (const [number, depth, next, call, bounded, assembly] of DATA.stack.methods) {
  Object.assign(METHODS[number], { depth, next, call: stringOf(call), bounded: bounded === 1, assembly: stringOf(assembly) });
}

const OBJECTS = DATA.heap.bytes.map((bytes, number) => ({
  number, bytes, type: stringOf(DATA.heap.type[number]), holder: DATA.heap.holder[number],
  place: stringOf(DATA.heap.place[number]), text: stringOf(DATA.heap.text[number]),
}));

/** What leads to an object, outermost first. */
function holders(object) {
  const all = [object];
  while (all[0].holder >= 0) {
    all.unshift(OBJECTS[all[0].holder]);
  }
  return all;
}
