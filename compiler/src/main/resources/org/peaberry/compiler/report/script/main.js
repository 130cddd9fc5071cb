/* Starts the page. */
document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
document.getElementById("summary").textContent = [DATA.target, `${grouped(METHODS.filter(method => method.frame >= 0).length)} methods with ${bytesText(sum(METHODS, method => method.bytes))} of code`,
  `${grouped(OBJECTS.length)} objects with ${bytesText(sum(OBJECTS, object => object.bytes))}`].join(" · ");
document.getElementById("theme").addEventListener("click", changeTheme);
TABS.forEach(tab => document.getElementById("tab-" + tab).addEventListener("click", () => go(tab, [])));
addEventListener("hashchange", show);
addEventListener("keydown", keyPressed);
show();
