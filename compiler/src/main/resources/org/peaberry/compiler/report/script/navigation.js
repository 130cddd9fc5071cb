/* Tabs, the address of what is shown, breadcrumbs, keys, light and dark. */
const TABS = ["code", "heap", "stack", "reach"];
const views = {};

/** What the address after '#' names: a tab and a path of names. */
function place() {
  const [tab, ...path] = location.hash.slice(1).split("/").map(decodeURIComponent);
  return { tab: TABS.includes(tab) ? tab : "code", path };
}

const address = (tab, path) => "#" + [tab, ...path].map(encodeURIComponent).join("/");

function go(tab, path) {
  location.hash = address(tab, path);
}

function show() {
  tooltip.hide();
  const { tab, path } = place();
  for (const each of TABS) {
    document.getElementById("panel-" + each).hidden = each !== tab;
    const button = document.getElementById("tab-" + each);
    button.setAttribute("aria-selected", String(each === tab));
    button.tabIndex = each === tab ? 0 : -1;
  }
  views[tab](document.getElementById("panel-" + tab), path);
}

function breadcrumbs(tab, rootName, names) {
  const crumbs = [rootName, ...names];
  return element("div", { class: "crumbs", role: "navigation", "aria-label": "Path" }, crumbs.map((name, i) => [i === 0 ? "" : " › ",
    i === crumbs.length - 1 ? element("span", { "aria-current": "location" }, name) : link(name, () => go(tab, names.slice(0, i)))]));
}

function changeTheme() {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
}

function keyPressed(event) {
  const typing = event.target.matches("input");
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === "Escape") {
    const { tab, path } = place();
    typing ? event.target.blur() : path.length > 0 && go(tab, path.slice(0, -1));
  } else if (!typing && TABS[event.key - 1]) {
    go(TABS[event.key - 1], []);
  } else if (!typing && event.key === "d") {
    changeTheme();
  } else if (!typing && event.key === "/") {
    event.preventDefault();
    const search = document.querySelector("section:not([hidden]) input[type=search]");
    search ? search.focus() : go("reach", []);
  } else if (event.target.matches("[role=tab]") && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    const next = TABS[(TABS.indexOf(place().tab) + (event.key === "ArrowRight" ? 1 : TABS.length - 1)) % TABS.length];
    go(next, []);
    document.getElementById("tab-" + next).focus();
  }
}
