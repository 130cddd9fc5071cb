/* Tables whose headings sort. */
const SHOWN = 100;

/** @param columns {title, value(row), cell(row), number, share(row): a number shown as a bar, the largest one as a full one}; cell is value by default
 * @param sorting {column, down}: kept by the caller, so that it outlives the table */
function sortableTable(columns, rows, sorting) {
  const body = element("tbody");
  const head = element("thead");
  const more = element("p");
  let shown = SHOWN;
  const fill = () => {
    const value = columns[sorting.column].value;
    const largest = columns.map(column => column.share ? Math.max(...rows.map(column.share)) : 0);
    const sorted = [...rows].sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      return (left < right ? -1 : left > right ? 1 : 0) * (sorting.down ? -1 : 1);
    });
    head.replaceChildren(element("tr", {}, columns.map((column, i) => heading(column, i))));
    body.replaceChildren(...sorted.slice(0, shown).map(row => element("tr", {}, columns.map((column, i) => tableCell(column, row, largest[i])))));
    more.replaceChildren(...(rows.length > shown ? [link(`Show all ${grouped(rows.length)} rows`, () => { shown = rows.length; fill(); })] : []));
  };
  const heading = (column, i) => {
    const sorted = i === sorting.column;
    return element("th", { class: column.number && "number", "aria-sort": sorted ? (sorting.down ? "descending" : "ascending") : "none", scope: "col" },
      element("button", { type: "button", click: () => {
        sorting.down = sorted ? !sorting.down : Boolean(column.number);
        sorting.column = i;
        fill();
      } }, column.title + (sorted ? (sorting.down ? " ▾" : " ▴") : "")));
  };
  fill();
  return element("div", {}, element("table", {}, head, body), more);
}

function tableCell(column, row, largest) {
  if (column.share) {
    return element("td", { class: "share" }, element("div", { style: `width:${100 * column.share(row) / Math.max(1, largest)}%` }));
  }
  const content = column.cell ? column.cell(row) : column.number ? grouped(column.value(row)) : column.value(row);
  return element("td", { class: column.number ? "number" : column.plain ? null : "name" }, content);
}
