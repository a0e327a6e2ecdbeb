/** Waits until somebody searches, then loads the search: pages that nobody searches from pay for this file alone. */
(function (guide) {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const assets = new URL(".", script.src);
  const generated = new URL("../../guide/search/", assets);
  const OWN = ["analysis", "spelling", "unpack", "warning", "reading", "nearness", "ranking", "engine", "view", "combobox", "finder"].map((name) => new URL(`${name}.js`, assets));
  const MADE = ["lunr", "index", "data"].map((name) => new URL(`${name}.js`, generated));

  /** The site's root, from which results are linked. */
  guide.root = new URL("../../", assets);

  /** @type {Record<string, any>} */
  const given = {};
  guide.given = given;
  /** @type {Promise<any> | undefined} */
  let loading;

  /**
   * What each generated script hands over.
   * @param {string} name
   * @param {string} text
   */
  guide.take = (name, text) => {
    given[name] = JSON.parse(text);
  };

  /** Loads the search once, and gives its engine. */
  guide.load = () => {
    loading ??= Promise.all([...MADE, ...OWN].map(loaded)).then(() => {
      const { lunr } = /** @type {any} */ (globalThis);
      return guide.engine(given.data, lunr.Index.load(guide.unpacked(given.index, given.data)));
    });
    return loading;
  };

  /** @param {URL} address */
  function loaded(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address.href;
      element.async = false;
      element.onload = resolve;
      element.onerror = () => reject(new Error(`cannot load ${address.href}`));
      document.head.append(element);
    });
  }

  /** The page of everything for a query. It stands in the fragment, which no browser sends to a server. @param {string} query */
  guide.found = (query) => new URL(`find.html#${new URLSearchParams({ q: query })}`, guide.root).href;

  for (const form of document.querySelectorAll("form[role=search]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const field = form.querySelector("[type=search]");
      if (field instanceof HTMLInputElement && field.value.trim()) location.assign(guide.found(field.value.trim()));
    });
  }
  for (const field of document.querySelectorAll("[data-search-field]")) {
    const begin = () => guide.load().then((/** @type {any} */ engine) => guide.combobox(field, engine), failed);
    if (field === document.activeElement) begin();
    else field.addEventListener("focus", begin, { once: true });
  }
  const finder = document.querySelector("[data-finder]");
  const results = finder?.querySelector("[data-search-results]");
  if (finder && results instanceof HTMLElement) {
    let begun = false;
    const asked = () => /[?&#]q=/.test(location.href);
    const begin = () => {
      if (begun) return;
      begun = true;
      if (asked()) results.dataset.state = "busy";
      guide.load().then((/** @type {any} */ engine) => guide.finder(finder, engine), failed);
    };
    if (asked() || finder.contains(document.activeElement)) begin();
    else {
      for (const event of ["focusin", "input"]) finder.addEventListener(event, begin, { once: true });
      addEventListener("hashchange", begin, { once: true });
    }
  }

  /** Says that the search is not to be had; the lists of the site are. */
  function failed() {
    if (!(results instanceof HTMLElement)) return;
    results.dataset.state = "idle";
    results.textContent = "The search could not be loaded. The lists below work without it.";
  }

  /** Where it is kept that somebody wants no shortcut: a single key can be pressed, or heard, by mistake (WCAG 2.1.4). */
  const NO_SHORTCUT = "no shortcut to the search";

  function hasShortcut() {
    try {
      return localStorage.getItem(NO_SHORTCUT) === null;
    } catch {
      return true;
    }
  }

  const choice = document.querySelector("[data-shortcut]");
  if (choice instanceof HTMLInputElement) {
    choice.checked = hasShortcut();
    choice.closest("[hidden]")?.removeAttribute("hidden");
    choice.addEventListener("change", () => {
      try {
        if (choice.checked) localStorage.removeItem(NO_SHORTCUT);
        else localStorage.setItem(NO_SHORTCUT, "yes");
      } catch {
        choice.checked = true;
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const typing = target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !hasShortcut()) return;
    const field = /** @type {HTMLElement | null} */ (document.querySelector("main [type=search]") ?? document.querySelector("[data-search-field]"));
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
})((globalThis.guide ??= {}));
