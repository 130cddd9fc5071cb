/* Trees of named, weighed parts, grouped by keys. */
/** @param keys functions from an item to the name of its group, outermost first */
function tree(name, items, keys, leaf) {
  const node = { name, value: 0, children: [], parent: null };
  if (keys.length === 0) {
    node.children = items.map(leaf);
  } else {
    const groups = new Map();
    for (const item of items) {
      const key = keys[0](item);
      groups.has(key) ? groups.get(key).push(item) : groups.set(key, [item]);
    }
    node.children = [...groups].map(([key, group]) => tree(key, group, keys.slice(1), leaf));
  }
  node.children.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  node.children.forEach(child => { child.parent = node; });
  node.value = sum(node.children, child => child.value);
  node.leaves = sum(node.children, child => child.leaves || 1);
  return node;
}

/** The node at the end of a list of names, or the last one that exists. */
function nodeAt(root, names) {
  let node = root;
  for (const name of names) {
    const child = (node.children || []).find(each => each.name === name);
    if (!child) {
      break;
    }
    node = child;
  }
  return node;
}

function pathOf(node) {
  return node.parent ? [...pathOf(node.parent), node.name] : [];
}
