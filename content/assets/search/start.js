/** Waits until somebody searches, then loads the search: pages that nobody searches from pay for this file alone. */
(function (guide) {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const assets = new URL(".", script.src);
  const generated = new URL("../../guide/search/", assets);
  const OWN = ["analysis", "spelling", "unpack", "engine", "view", "combobox", "finder"].map((name) => new URL(`${name}.js`, assets));
  const MADE = ["lunr", "index", "data"].map((name) => new URL(`${name}.js`, generated));

  /** The site's root, from which results are linked. */
  guide.root = new URL("../../", assets);

  /** @type {Record<string, any>} */
  const given = {};
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
      return guide.engine(given.data, lunr.Index.load(guide.unpacked(given.index)));
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

  for (const field of document.querySelectorAll("[data-search-field]")) {
    const begin = () => guide.load().then((/** @type {any} */ engine) => guide.combobox(field, engine));
    if (field === document.activeElement) begin();
    else field.addEventListener("focus", begin, { once: true });
  }
  const finder = document.querySelector("[data-finder]");
  if (finder) guide.load().then((/** @type {any} */ engine) => guide.finder(finder, engine));

  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const typing = target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const field = /** @type {HTMLElement | null} */ (document.querySelector("main [type=search]") ?? document.querySelector("[data-search-field]"));
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
})((globalThis.guide ??= {}));
