/* Squarified treemaps: two levels at a time, each part a button that goes into it. */
const HEADER = 18;
const GAP = 1;
const LEAST = 4;
const LETTER = 7.3;
/** Square pixels that each child has on average, at least: a picture of more of them is but a pattern. */
const LEAST_AREA = 120;
/** Colours of what is no package. */
const GREY = [ASSEMBLY, ALIGNMENT];

/** Rectangles for nodes in a rectangle, near squares, in the order of the nodes. */
function squarify(nodes, x, y, width, height) {
  const total = sum(nodes, node => node.value);
  const placed = [];
  let rest = nodes.filter(node => node.value > 0);
  const scale = total === 0 ? 0 : width * height / total;
  while (rest.length > 0 && width > 0 && height > 0) {
    const side = Math.min(width, height);
    let count = 1;
    while (count < rest.length && worst(rest.slice(0, count + 1), side, scale) <= worst(rest.slice(0, count), side, scale)) {
      count++;
    }
    const row = rest.slice(0, count);
    const thickness = sum(row, node => node.value) * scale / side;
    let offset = 0;
    for (const node of row) {
      const length = node.value * scale / thickness;
      placed.push(width < height ? { node, x: x + offset, y, width: length, height: thickness } : { node, x, y: y + offset, width: thickness, height: length });
      offset += length;
    }
    if (width < height) {
      y += thickness;
      height -= thickness;
    } else {
      x += thickness;
      width -= thickness;
    }
    rest = rest.slice(count);
  }
  return placed;
}

/** The worst ratio of sides in a row. */
function worst(row, side, scale) {
  const area = sum(row, node => node.value) * scale;
  return Math.max(...row.map(node => {
    const ratio = side * side * node.value * scale / (area * area);
    return Math.max(ratio, 1 / ratio);
  }));
}

/** A box with a node's children and theirs, drawn again whenever its size changes. @param tab where links lead @param describe lines of a node's tooltip */
function treemap(node, tab, describe) {
  const box = element("div", { class: "treemap" });
  new ResizeObserver(() => drawTreemap(box, node, tab, describe)).observe(box);
  return box;
}

function drawTreemap(box, node, tab, describe) {
  const cells = [];
  const root = pathOf(node).length === 0;
  const draw = (nodes, x, y, width, height, level, tint) => {
    for (const part of squarify(nodes, x, y, width, height)) {
      const [w, h] = [part.width - GAP, part.height - GAP];
      if (w < LEAST || h < LEAST) {
        continue;
      }
      const colour = level === 0 ? hue(root ? part.node.name : node.name + part.node.name) : tint;
      const nested = part.node.children && part.node.children.length > 0 && level < 2 && w > 50 && h > HEADER + 12
        && w * h > LEAST_AREA * part.node.children.length;
      cells.push(cell(part, w, h, level, colour, tab, describe));
      if (nested) {
        draw(part.node.children, part.x + 2, part.y + HEADER, part.width - 4 - GAP, part.height - HEADER - 2 - GAP, level + 1, colour);
      }
    }
  };
  draw(node.children || [], 0, 0, box.clientWidth, box.clientHeight, 0, 0);
  box.replaceChildren(...cells);
}

function cell(part, width, height, level, colour, tab, describe) {
  const node = part.node;
  const lines = describe(node);
  const style = `left:${part.x}px;top:${part.y}px;width:${width}px;height:${height}px;--hue:${colour};--lighter:${level * 5}%`;
  const label = width > 34 && height > 15 ? [fitting(node.label || node.name, width - 10), " ", element("small", {}, grouped(node.value))] : [];
  return element("a", {
    href: address(tab, pathOf(node)), class: "cell" + (GREY.includes(pathOf(node)[0]) ? " grey" : ""), style, "aria-label": lines.join(", "), tabindex: level === 0 ? 0 : -1,
    mousemove: event => tooltip.show(event, lines), mouseleave: () => tooltip.hide(),
    focus: event => event.currentTarget.matches(":focus-visible") && tooltip.show(event, lines), blur: () => tooltip.hide(),
  }, label);
}

/** A name, without the outer packages for which there is no room. */
function fitting(name, width) {
  let shown = name;
  while (shown.length * LETTER > width && /^…?[\w$]+\.\w/.test(shown)) {
    shown = "…" + shown.replace(/^…?[\w$]+\./, "");
  }
  return shown;
}
