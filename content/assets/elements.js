/** Elements that several scripts draw, made of elements and text alone, so that nothing typed can become markup. */
(function (guide) {
  "use strict";

  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string | undefined | false)[]} children
   */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter(/** @returns {child is Node | string} */ (child) => child !== undefined && child !== false && child !== ""));
    return element;
  }

  /** A tier as a word and dots, as many filled as its step. @param {string[]} labels @param {number} place */
  function tierMark(labels, place) {
    const dots = "●".repeat(place + 1) + "○".repeat(labels.length - place - 1);
    return make("span", { class: "tier", "data-step": String(place + 1) },
      make("span", { class: "dots", "aria-hidden": "true" }, dots), ` ${labels[place]}`);
  }

  /**
   * @typedef {{title: string, steps: string[], afterwards: string}} Safeguarding
   * @param {Safeguarding} safeguarding
   */
  function whatToDo({ steps, afterwards }) {
    return [make("ol", {}, ...steps.map((step) => make("li", {}, step))), make("p", {}, afterwards)];
  }

  /** The fixed panel that stands above everything else. @param {Safeguarding} safeguarding */
  function panel(safeguarding) {
    return make("aside", { class: "safeguarding", "data-safeguarding": "" }, make("h2", {}, safeguarding.title), ...whatToDo(safeguarding));
  }

  /** The same, folded, where nothing in the words tells of risk: no list of words knows them all. @param {Safeguarding} safeguarding */
  function reminder(safeguarding) {
    return make("details", { class: "at-risk" }, make("summary", {}, safeguarding.title), ...whatToDo(safeguarding));
  }

  guide.elements = { make, tierMark, panel, reminder };
})((globalThis.guide ??= {}));
