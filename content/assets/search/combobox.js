/** The field in the header and on the home page: results as you type, by keyboard, pointer and screen reader. */
(function (guide) {
  "use strict";

  const MOST_ANSWERS = 3;
  let fields = 0;

  /**
   * @param {HTMLInputElement} field
   * @param {any} engine
   */
  function combobox(field, engine) {
    const { make, href, panel, tierMark, spoken } = guide.view;
    fields += 1;
    const id = `search-list-${fields}`;
    const list = make("ul", { id, role: "listbox", "aria-label": "Results" });
    const warning = make("div", {});
    const more = make("p", { class: "all-results" });
    const box = make("div", { class: "search-box", "data-search-results": "", "data-state": "idle", hidden: "" }, warning, list, more);
    const status = make("p", { role: "status", class: "for-readers" });
    field.after(box, status);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) {
      field.setAttribute(name, value);
    }
    /** @type {HTMLElement[]} */
    let options = [];
    let active = -1;

    /** @param {boolean} open */
    function open(open) {
      box.hidden = !open;
      field.setAttribute("aria-expanded", String(open && options.length > 0));
      if (!open) choose(-1);
    }

    /** @param {number} place */
    function choose(place) {
      options[active]?.setAttribute("aria-selected", "false");
      active = place;
      const option = options[place];
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) field.setAttribute("aria-activedescendant", option.id);
      else field.removeAttribute("aria-activedescendant");
    }

    /** @param {any} one @param {number} place */
    function option(one, place) {
      const link = make("a", { role: "option", id: `${id}-${place}`, href: href(one.record.url), tabindex: "-1", "aria-selected": "false" },
        make("span", { class: "title" }, one.record.title),
        one.kind === "strategy" && tierMark(engine, one.record.tier),
        one.kind === "symptom" && one.situation && make("span", { class: "quiet" }, one.situation));
      return make("li", { role: "presentation", "data-kind": one.kind, "data-id": one.record.id }, link);
    }

    function update() {
      const query = field.value.trim();
      choose(-1);
      if (!query) {
        options = [];
        status.textContent = "";
        open(false);
        box.dataset.state = "idle";
        return;
      }
      const result = engine.search(field.value);
      const mended = result.corrections.map((/** @type {any} */ one) => one.meant).join(", ");
      warning.replaceChildren(...(result.alarm ? [panel(engine)] : []), ...(mended ? [make("p", { class: "all-results" }, `Showing results for ${mended}`)] : []));
      const first = result.first.slice(0, MOST_ANSWERS);
      const rows = (result.answered ? [...first, ...result.symptoms] : [...result.symptoms, ...first]).map(option);
      list.replaceChildren(...rows);
      options = rows.map((row) => /** @type {HTMLElement} */ (row.firstElementChild));
      more.replaceChildren(result.state === "none" ? "The guide has nothing on that. Try other words." : make("a", { href: guide.found(query) }, "See everything for this"));
      box.dataset.query = query;
      box.dataset.state = result.state;
      status.textContent = spoken(result);
      open(true);
    }

    field.addEventListener("input", update);
    field.addEventListener("focus", () => field.value.trim() && update());
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        if (!box.hidden) event.preventDefault();
        open(false);
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (box.hidden) update();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const count = options.length + 1;
        if (options.length) choose(((active + 1 + step + count) % count) - 1);
      } else if (event.key === "Enter" && options[active]) {
        event.preventDefault();
        /** @type {HTMLElement} */ (options[active]).click();
      }
    });
    field.form?.addEventListener("focusout", (event) => {
      if (!field.form?.contains(/** @type {Node | null} */ (event.relatedTarget))) open(false);
    });
    box.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => event.preventDefault());
    if (field.value.trim() && document.activeElement === field) update();
  }

  guide.combobox = combobox;
})((globalThis.guide ??= {}));
