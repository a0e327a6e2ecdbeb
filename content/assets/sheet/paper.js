/** Draws what is printed and saved of a sheet. The tools of its rows are for whoever may change it, and are not printed. */

/** @typedef {{edition: Edition, sheet: Sheet, strategies: Strategy[], ticked: Set<string>, mayChange: boolean}} Shown */

(function (guide) {
  "use strict";

  const { make, tierMark, panel } = guide.elements;
  const { grouped, below, sources } = guide.sheet;

  /** @param {Shown} shown */
  function paper({ edition, sheet, strategies, ...rest }) {
    const continuing = below(edition, strategies);
    return [
      strategies.some(({ flagged }) => flagged) && panel(edition.safeguarding),
      make("p", { class: "lead" },
        "Prompts for a conversation: not a test, and not a gate to support.",
        continuing.length > 0 && ` Everything in ${continuing.join(" and ")} continues.`),
      ...grouped(strategies, sheet.byTier).flatMap((/** @type {{tier: number | undefined, strategies: Strategy[]}} */ group) => [
        group.tier !== undefined && make("h2", {}, tierMark(edition.tiers, group.tier)),
        make("ol", { class: "rows" }, ...group.strategies.map((strategy) => row({ edition, sheet, strategies, ...rest }, strategy))),
      ]),
      make("p", { class: "aside" }, `Sources: ${sources(edition, strategies).join("; ")}.`),
    ].filter((part) => part instanceof Node);
  }

  /** @param {Shown} shown @param {Strategy} strategy */
  function row({ edition, sheet, ticked, mayChange }, { id, title, summary, tier, url }) {
    return make("li", { "data-row": id },
      make("input", { type: "checkbox", "data-tick": id, "aria-label": `In place: ${title}`, ...(ticked.has(id) ? { checked: "" } : {}) }),
      make("div", { class: "row-words" },
        make("p", {}, make("a", { href: url }, title), !sheet.byTier && " ", !sheet.byTier && tierMark(edition.tiers, tier)),
        sheet.summaries && make("p", {}, summary)),
      mayChange && make("div", { class: "row-tools" },
        tool("up", "↑", `Move up: ${title}`), tool("down", "↓", `Move down: ${title}`), tool("off", "Remove", `Remove: ${title}`)));
  }

  /** @param {string} does @param {string} sign @param {string} name */
  function tool(does, sign, name) {
    return make("button", { type: "button", "data-does": does, "aria-label": name, title: name }, sign);
  }

  /**
   * The text of a document that holds these parts and needs nothing beside it; the template holds its style.
   * @param {HTMLTemplateElement} template
   * @param {Element[]} parts
   */
  function saved(template, parts) {
    // It never becomes part of a document here, so that the policy of this page does not rule the style of the file.
    const file = make("html", { lang: document.documentElement.lang },
      make("head", {}, make("meta", { charset: "utf-8" }), make("title", {}, parts[0]?.textContent ?? ""), template.content.cloneNode(true)),
      make("body", {}, ...parts.map((part) => part.cloneNode(true))));
    for (const link of file.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", document.baseURI).href;
    for (const box of file.querySelectorAll("input")) box.replaceWith(make("span", { class: "box" }, box.hasAttribute("checked") ? "☑" : "☐"));
    return `<!doctype html>\n${file.outerHTML}\n`;
  }

  Object.assign(guide.sheet, { paper, saved });
})((globalThis.guide ??= {}));
