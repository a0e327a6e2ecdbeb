/**
 * The finder page: one query with its filters, kept in the address, so that Back and a shared link find them again.
 * They stand in the fragment, which no browser sends to a server.
 */
(function (guide) {
  "use strict";

  const NAMES = { tier: "tiers", area: "areas", theme: "themes", role: "roles", phase: "phases", nation: "nations" };
  const SHOWN = { tier: "Tier", area: "Area", theme: "Theme", role: "Who does it", phase: "Phase", nation: "Nation" };

  /**
   * @param {HTMLElement} page
   * @param {any} engine
   */
  function finder(page, engine) {
    const { make, show, spoken } = guide.view;
    const field = /** @type {HTMLInputElement} */ (page.querySelector("input[type=search]"));
    const box = /** @type {HTMLElement} */ (page.querySelector("[data-search-results]"));
    const filters = /** @type {HTMLElement} */ (page.querySelector("[data-filters]"));
    const status = /** @type {HTMLElement} */ (page.querySelector("[role=status]"));
    const list = document.querySelector("[data-a-to-z]");
    history.scrollRestoration = "manual";

    /** @type {Record<string, Set<string>>} */
    const chosen = Object.fromEntries(Object.keys(NAMES).map((name) => [name, new Set()]));

    /** Whether a fragment is a query of ours, and not a place on the page. @param {URLSearchParams} fragment */
    function ours(fragment) {
      return fragment.has("q") || Object.keys(NAMES).some((name) => fragment.has(name));
    }

    function read() {
      const fragment = new URLSearchParams(location.hash.slice(1));
      const address = ours(fragment) ? fragment : new URLSearchParams(location.search);
      field.value = address.get("q") ?? field.value;
      for (const name of Object.keys(NAMES)) chosen[name] = new Set(address.getAll(name));
    }

    function write() {
      const address = new URLSearchParams();
      if (field.value.trim()) address.set("q", field.value);
      for (const [name, ids] of Object.entries(chosen)) for (const id of ids) address.append(name, id);
      const query = address.toString();
      const here = location.href.replace(/[?#].*$/, "");
      history.replaceState(history.state, "", query ? `${here}#${query}` : here);
    }

    function update() {
      const query = field.value;
      if (list instanceof HTMLElement) list.hidden = Boolean(query.trim());
      if (!query.trim()) {
        box.replaceChildren();
        box.dataset.state = "idle";
        box.dataset.query = "";
        filters.hidden = true;
        status.textContent = "";
        return;
      }
      const wanted = Object.fromEntries(Object.entries(NAMES).map(([name, collection]) => [
        collection,
        engine.data.labels[collection].flatMap((/** @type {[string, string]} */ [id], /** @type {number} */ place) => (chosen[name]?.has(id) ? [place] : [])),
      ]));
      const result = engine.search(query, { filters: wanted });
      show(box, engine, result);
      drawFilters(result);
      status.textContent = spoken(result);
    }

    /** @param {any} result */
    function drawFilters(result) {
      const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : "";
      const groups = Object.entries(NAMES).flatMap(([name, collection]) => {
        const counts = result.counts[collection] ?? [];
        const rows = engine.data.labels[collection].flatMap((/** @type {[string, string]} */ [id, label], /** @type {number} */ place) => {
          const ticked = chosen[name]?.has(id);
          if (!counts[place] && !ticked) return [];
          const input = make("input", { type: "checkbox", id: `filter-${name}-${id}`, ...(ticked ? { checked: "" } : {}) });
          input.addEventListener("change", () => {
            if (chosen[name]?.has(id)) chosen[name].delete(id);
            else chosen[name]?.add(id);
            write();
            update();
          });
          return [make("label", {}, input, ` ${label} `, make("span", { class: "quiet" }, `${counts[place] ?? 0}`))];
        });
        return rows.length ? [make("fieldset", {}, make("legend", {}, SHOWN[/** @type {keyof typeof SHOWN} */ (name)]), ...rows)] : [];
      });
      const any = Object.values(chosen).some((ids) => ids.size > 0);
      const clear = make("button", { type: "button", ...(any ? {} : { hidden: "" }) }, "Clear filters");
      clear.addEventListener("click", () => {
        for (const ids of Object.values(chosen)) ids.clear();
        write();
        update();
        field.focus();
      });
      const open = filters.querySelector("details")?.open ?? any;
      filters.replaceChildren(make("details", open ? { open: "" } : {}, make("summary", {}, "Narrow these results"), ...groups), clear);
      filters.hidden = result.state === "none" && !any;
      if (focused) document.getElementById(focused)?.focus();
    }

    field.addEventListener("input", () => {
      write();
      update();
    });
    addEventListener("hashchange", () => {
      if (!ours(new URLSearchParams(location.hash.slice(1)))) return;
      read();
      update();
    });
    addEventListener("pagehide", () => history.replaceState({ scroll: scrollY }, ""));
    read();
    update();
    if (history.state?.scroll) scrollTo(0, history.state.scroll);
  }

  guide.finder = finder;
})((globalThis.guide ??= {}));
