/** The buttons that add to the sheet and print the page, and the count in the header. Without JavaScript there are none. */
(function (guide) {
  "use strict";

  const { MOST, added, removed, fragment, store } = guide.sheet;
  const { make } = guide.elements;
  const status = make("p", { role: "status", class: "sheet-status for-readers" });
  /** Where a strategy stood that was taken off on this page, so that the same button puts it back. @type {Map<string, number>} */
  const places = new Map();

  /** The button for a strategy, in few words where it stands in a list. @param {string} id @param {string} title @param {"list" | "page"} where */
  function button(id, title, where) {
    const element = make("button", { type: "button", class: `add add-in-${where}`, "data-add": id, "data-title": title });
    draw(element, store.read());
    return element;
  }

  /** @param {HTMLElement} element @param {Sheet} sheet */
  function draw(element, sheet) {
    const { add = "", title = "" } = element.dataset;
    const on = sheet.ids.includes(add);
    const words = element.classList.contains("add-in-page") ? ["Add to my sheet", "On my sheet"] : ["Add", "Added"];
    element.classList.toggle("is-on", on);
    element.setAttribute("aria-label", on ? `${words[1]}: ${title}. Take it off` : `Add to my sheet: ${title}`);
    element.title = on ? "On my sheet. Press to take it off" : "Add to my sheet";
    element.replaceChildren(make("span", { "aria-hidden": "true", class: "sign" }, on ? "✓" : "+"), make("span", { class: "words" }, words[on ? 1 : 0] ?? ""));
  }

  /** @param {HTMLElement} element */
  function toggle({ dataset: { add: id = "", title = "" } }) {
    const { ids } = store.read();
    if (ids.includes(id)) {
      places.set(id, ids.indexOf(id));
      store.change((/** @type {Sheet} */ sheet) => removed(sheet, id));
      say(`Taken off my sheet: ${title}. Press again to put it back.`);
    } else if (ids.length >= MOST) {
      say(`My sheet is full: it holds ${MOST} strategies.`, true);
    } else {
      store.change((/** @type {Sheet} */ sheet) => added(sheet, id, places.get(id)));
      say(`Added to my sheet: ${title}. It holds ${store.read().ids.length} now.`);
    }
  }

  /** Says aloud what happened; on the page as well if a person who sees could not tell otherwise. @param {string} words @param {boolean} [plainly] */
  function say(words, plainly = false) {
    const lost = store.kept() ? "" : " This browser will not keep it: open My sheet from this page, before you leave it.";
    status.textContent = words + lost;
    status.classList.toggle("for-readers", !plainly && !lost);
  }

  function refresh() {
    const sheet = store.read();
    for (const element of document.querySelectorAll("[data-add]")) if (element instanceof HTMLElement) draw(element, sheet);
    for (const link of document.querySelectorAll("[data-sheet-link]")) {
      if (!(link instanceof HTMLAnchorElement)) continue;
      link.hash = store.kept() || sheet.ids.length === 0 ? "" : fragment(sheet.ids);
      const count = link.querySelector("[data-sheet-count]");
      if (count) count.textContent = sheet.ids.length ? ` (${sheet.ids.length})` : "";
    }
  }

  for (const link of document.querySelectorAll("a[data-strategy]")) {
    if (link instanceof HTMLElement) link.closest("li")?.append(button(link.dataset.strategy ?? "", link.textContent ?? "", "list"));
  }
  for (const tools of document.querySelectorAll("[data-tools]")) {
    if (!(tools instanceof HTMLElement)) continue;
    const { strategy, title = "" } = tools.dataset;
    if (strategy) tools.append(button(strategy, title, "page"));
    tools.append(make("button", { type: "button", "data-print": "" }, "Print"));
  }
  document.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element && target.closest("[data-add], [data-print]");
    if (!(pressed instanceof HTMLElement)) return;
    if (pressed.dataset.add === undefined) print();
    else toggle(pressed);
  });
  // What is said on the page stays until the person goes on.
  for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, () => status.classList.add("for-readers"), true);
  document.body.append(status);
  store.watch(refresh);
  refresh();

  Object.assign(guide.sheet, { button, say });
})((globalThis.guide ??= {}));
