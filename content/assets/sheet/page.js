/** The page of the sheet: one's own from the store, or one that came with the address, and whatever is done to it. */
(function (guide) {
  "use strict";

  const { EMPTY, LONGEST_TITLE, added, removed, moved, fragment, carried } = guide.sheet;
  const { looked, standingFor, grouped, fileName, notices, paper, saved, say, store } = guide.sheet;
  /** @type {Edition} */
  const edition = guide.given.strategies;

  const heading = one("article h1", HTMLElement);
  const page = one("[data-own-sheet]", HTMLElement);
  const title = one("[name=title]", HTMLInputElement);
  const summaries = one("[name=summaries]", HTMLInputElement);
  const byTier = one("[name=order][value=tier]", HTMLInputElement);
  const inOrder = one("[name=order][value=own]", HTMLInputElement);
  const sharing = one("[data-part=sharing]", HTMLElement);
  const address = one("[data-part=sharing] input", HTMLInputElement);
  const untitled = heading.textContent ?? "";

  /** @type {Set<string>} */
  const ticked = new Set();
  /** What came with the address, until it is kept or left. @type {{ids: string[], more: number} | undefined} */
  let shared = carried(location.hash);
  /** Whether we have asked if the shared sheet may take the place of the person's own. */
  let asked = false;
  /** @type {Undo | undefined} */
  let undo;

  /**
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} kind
   */
  function one(selector, kind) {
    const element = document.querySelector(selector);
    if (element instanceof kind) return element;
    throw new Error(`the page of the sheet has no ${selector}`);
  }

  /** The sheet that the page shows. @returns {Sheet} */
  function current() {
    return shared ? { ...store.read(), ids: shared.ids, title: EMPTY.title } : store.read();
  }

  function draw() {
    const restoreFocus = focusKeeper();
    const sheet = current();
    const { strategies, changes } = looked(edition, sheet.ids);
    const fill = strategies.length ? "" : sheet.ids.length || sheet.title ? "-empty" : "-new";
    const state = `${shared ? "shared" : "own"}${fill}`;
    heading.textContent = shared ? "A shared sheet" : sheet.title.trim() || untitled;
    for (const part of page.querySelectorAll("[data-when]")) if (part instanceof HTMLElement) part.hidden = !part.dataset.when?.split(" ").includes(state);
    if (state !== "own") showSharing(false);
    if (document.activeElement !== title) title.value = sheet.title;
    summaries.checked = sheet.summaries;
    (sheet.byTier ? byTier : inOrder).checked = true;
    address.value = new URL(fragment(strategies.map((/** @type {Strategy} */ { id }) => id)), location.href).href;
    one("[data-part=notices]", HTMLElement).replaceChildren(
      ...notices({ shared, asked, undo, changes, shown: strategies.length, mine: store.read().ids.length, kept: store.kept() }));
    one("[data-part=paper]", HTMLElement).replaceChildren(...drawn(sheet, strategies, !shared));
    page.hidden = false;
    restoreFocus();
  }

  /** @param {Sheet} sheet @param {Strategy[]} strategies @param {boolean} mayChange @returns {Element[]} */
  function drawn(sheet, strategies, mayChange) {
    return strategies.length ? paper({ edition, sheet, strategies, ticked, mayChange }) : [];
  }

  /** How to put the focus back once what had it is drawn anew: to the same button of the same row, else to what is said. */
  function focusKeeper() {
    const element = document.activeElement;
    const id = element?.closest("[data-row]")?.getAttribute("data-row");
    const does = element?.getAttribute("data-does");
    return () => {
      if (!element || (element.isConnected && !element.closest("[hidden]"))) return;
      const row = [...page.querySelectorAll("[data-row]")].find((each) => each.getAttribute("data-row") === id);
      const again = row?.querySelector(does ? `[data-does="${does}"]` : "[data-tick]") ?? page.querySelector("[data-part=notices] button") ?? heading;
      if (again instanceof HTMLElement) again.focus();
    };
  }

  /** @param {string} id @param {number} step */
  function move(id, step) {
    const { ids } = current();
    /** @type {{strategies: Strategy[]}[]} */
    const groups = grouped(looked(edition, ids).strategies, current().byTier);
    const group = groups.map(({ strategies }) => strategies.map((strategy) => strategy.id)).find((each) => each.includes(id)) ?? [];
    const place = group.indexOf(id) + step;
    const other = group[place];
    if (other === undefined) return say(step < 0 ? "It is the first already." : "It is the last already.");
    const [mine, theirs] = [id, other].map((each) => standingFor(edition, ids, each)[0]);
    store.change((/** @type {Sheet} */ sheet) => moved(sheet, mine, theirs));
    return say(`Moved to place ${place + 1} of ${group.length}.`);
  }

  /** @param {string} id */
  function takeOff(id) {
    const before = current().ids;
    const leaving = standingFor(edition, before, id);
    const name = edition.strategies.find((strategy) => strategy.id === id)?.title;
    undo = {
      words: `Removed: ${name}.`,
      back: (sheet) => leaving.reduce((/** @type {Sheet} */ so, /** @type {string} */ each) => added(so, each, before.indexOf(each)), sheet),
    };
    store.change((/** @type {Sheet} */ sheet) => leaving.reduce(removed, sheet));
    say(undo.words);
  }

  /** Puts the shared sheet in the place of the person's own. */
  function keep() {
    const before = store.read();
    const ids = looked(edition, shared?.ids ?? []).strategies.map((/** @type {Strategy} */ { id }) => id);
    undo = before.ids.length ? { words: "Your own sheet was replaced.", back: () => before } : undefined;
    show(undefined);
    store.change((/** @type {Sheet} */ sheet) => ({ ...sheet, ids, title: EMPTY.title }));
    say("This is your own sheet now.");
  }

  /** Shows what came with an address or, when nothing did, the person's own sheet. @param {typeof shared} arrived */
  function show(arrived) {
    shared = arrived;
    asked = false;
    if (!arrived) history.replaceState(null, "", location.href.replace(/#.*$/, ""));
    draw();
  }

  function save() {
    const sheet = current();
    const parts = [heading, ...drawn(sheet, looked(edition, sheet.ids).strategies, false), one("footer.record", HTMLElement)];
    const file = new Blob([saved(one("template[data-saved]", HTMLTemplateElement), parts)], { type: "text/html" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = fileName(sheet.title);
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {boolean} open */
  function showSharing(open) {
    sharing.hidden = !open;
    one("[data-does=share]", HTMLElement).setAttribute("aria-expanded", String(open));
  }

  function copy() {
    address.select();
    const done = () => say("Copied.", true);
    const failed = () => say("This browser does not let the guide copy. Copy the address from its field.", true);
    if (navigator.clipboard) navigator.clipboard.writeText(address.value).then(done, failed);
    else failed();
  }

  /** @type {Record<string, (row: string) => void>} */
  const does = {
    up: (row) => move(row, -1),
    down: (row) => move(row, 1),
    off: takeOff,
    save,
    copy,
    share: () => {
      showSharing(Boolean(sharing.hidden));
      if (!sharing.hidden) address.focus();
    },
    forget: () => {
      const before = store.read();
      undo = { words: "Your sheet is forgotten.", back: () => before };
      ticked.clear();
      store.forget();
      say("Your sheet is forgotten. Nothing of it is left on this device once you leave this page.");
    },
    undo: () => {
      const back = undo?.back ?? ((sheet) => sheet);
      undo = undefined;
      store.change(back);
      say("Put back.");
    },
    tidy: () => store.change((/** @type {Sheet} */ sheet) => ({ ...sheet, ids: looked(edition, sheet.ids).strategies.map((/** @type {Strategy} */ { id }) => id) })),
    keep: () => {
      if (store.read().ids.length === 0) return keep();
      asked = true;
      return draw();
    },
    replace: keep,
    leave: () => show(shared),
    mine: () => show(undefined),
  };

  page.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("[data-does]") : null;
    does[pressed?.getAttribute("data-does") ?? ""]?.(pressed?.closest("[data-row]")?.getAttribute("data-row") ?? "");
  });
  page.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { tick } = target.dataset;
    if (tick !== undefined) ticked[target.checked ? "add" : "delete"](tick);
    else if (target !== title) store.change((/** @type {Sheet} */ sheet) => ({ ...sheet, byTier: byTier.checked, summaries: summaries.checked }));
  });
  title.maxLength = LONGEST_TITLE;
  title.addEventListener("input", () => store.change((/** @type {Sheet} */ sheet) => ({ ...sheet, title: title.value })));
  title.form?.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => {
    const arrived = carried(location.hash);
    if (arrived) show(arrived);
  });
  heading.tabIndex = -1;
  store.watch(draw);
  draw();
})((globalThis.guide ??= {}));
