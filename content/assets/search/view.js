/** Draws the answer to a query with elements and text alone, so that nothing typed can become markup. */
(function (guide) {
  "use strict";

  const LEAST_COUNTED = 1;
  const { make } = guide.elements;

  /** @param {string} url */
  function href(url) {
    return new URL(`guide/${url}`, guide.root).href;
  }

  /**
   * A text with the words that the query was about marked.
   * @param {any} engine
   * @param {string} text
   * @param {Set<string>} stems
   */
  function marked(engine, text, stems) {
    const parts = [];
    let place = 0;
    for (const { stem, start, end } of engine.tokens(text)) {
      if (!stems.has(stem) || start < place) continue;
      parts.push(text.slice(place, start), make("mark", {}, text.slice(start, end)));
      place = end;
    }
    return [...parts, text.slice(place)];
  }

  /** @param {any} engine @param {number} place */
  function tierMark(engine, place) {
    return guide.elements.tierMark(engine.data.labels.tiers.map((/** @type {[string, string]} */ [, label]) => label), place);
  }

  /** The fixed panel that stands above every result. @param {any} engine */
  function panel(engine) {
    return guide.elements.panel(engine.data.safeguarding);
  }

  /** The way to the same where no panel is shown. @param {any} engine */
  function reminder(engine) {
    return guide.elements.reminder(engine.data.safeguarding);
  }

  /** @param {any} engine @param {Result} result @param {Answer} one */
  function answer(engine, result, one) {
    const { record, kind } = one;
    return make("li", { "data-kind": kind, "data-id": record.id },
      make("p", {},
        make("a", { href: href(record.url) }, ...marked(engine, record.title, result.stems)),
        record.tier !== undefined && kind === "strategy" && " ",
        record.tier !== undefined && kind === "strategy" && tierMark(engine, record.tier)),
      record.text && make("p", {}, ...marked(engine, record.text, result.stems)),
      kind === "strategy" && guide.sheet.button(record.id, record.title, "list"));
  }

  /** What the query is taken to describe. @param {Described} one */
  function described({ record, situation }) {
    return situation && situation !== record.title && make("p", {}, situation);
  }

  /** By which of its words. @param {Described} one */
  function why({ because }) {
    return because.length > 0 && make("p", { class: "why" }, `because you typed ${because.map((words) => `“${words}”`).join(", ")}`);
  }

  /** The symptoms that are described. What is said of all of them is said once. @param {Result} result */
  function soundsLike({ symptoms }) {
    const [first, ...others] = symptoms;
    if (!first) return undefined;
    const says = [described, why];
    const shared = says.filter((say) => others.length > 0 && others.every((one) => text(say(one)) === text(say(first))));
    const own = says.filter((say) => !shared.includes(say));
    return make("section", { class: "sounds-like" },
      make("h2", {}, "This sounds like"),
      ...shared.map((say) => say(first)),
      make("ul", {}, ...symptoms.map((one) =>
        make("li", { "data-kind": "symptom", "data-id": one.record.id },
          make("p", {}, make("a", { href: href(one.record.url) }, one.record.title)),
          ...own.map((say) => say(one))))));
  }

  /** @param {HTMLElement | false | ""} element */
  function text(element) {
    return element ? element.textContent : "";
  }

  /** @param {string} title @param {string} list @param {string} className @param {Node[]} items */
  function section(title, list, className, items) {
    return items.length > 0 && make("section", { class: className }, make("h2", {}, title), make(list, {}, ...items));
  }

  /**
   * Everything that answers a query, in the order of its use.
   * @param {any} engine
   * @param {Result} result
   */
  function everything(engine, result) {
    const draw = (/** @type {Answer} */ one) => answer(engine, result, one);
    const kind = (/** @type {string} */ wanted) => result.then.filter((one) => one.kind === wanted);
    const byTier = engine.data.labels.tiers.map((/** @type {[string, string]} */ [, label], /** @type {number} */ place) =>
      section(label, "ul", "strategies", kind("strategy").filter(({ record }) => record.tier === place).map(draw)));
    const grouped = [
      ...byTier,
      section("Who to ask", "ul", "strategies", kind("service").map(draw)),
      section("The cycle", "ul", "strategies", kind("step").map(draw)),
    ];
    const other = (/** @type {string} */ wanted) => result.others.filter((one) => one.kind === wanted).map(draw);
    const sounds = soundsLike(result);
    const first = section(result.answered ? "Best answers" : "Try first", "ol", "first", result.first.map(draw));
    const more = section("More", "ul", "strategies", result.then.map(draw));
    return [
      result.alarm && panel(engine),
      correction(result),
      ...(result.answered ? [first, more, sounds] : [sounds, first]),
      !result.alarm && reminder(engine),
      ...(result.answered ? [] : grouped),
      result.first.length === 0 && make("p", {}, "Nothing to try is left with these filters. Clear some of them."),
      section("Checklists", "ul", "strategies", other("checklist")),
      section("What it means", "ul", "strategies", other("term")),
      section("Pages", "ul", "strategies", other("page")),
    ].filter((part) => part instanceof Node);
  }

  /** @param {Result} result */
  function correction(result) {
    if (result.corrections.length === 0) return undefined;
    const meant = result.corrections.map((one) => one.meant).join(", ");
    return make("p", { class: "correction" }, "Showing results for ", make("strong", {}, meant));
  }

  /** Says that the guide does not answer this, and offers what it does. @param {any} engine */
  function nothing(engine) {
    const { common, symptoms } = engine.data;
    return [
      make("p", { class: "lead" }, "The guide has nothing on that. It answers what you see in pupils, and what to do next."),
      make("p", {}, "Try other words, or choose what is nearest:"),
      make("div", { class: "chips" }, make("ul", {}, ...common.map((/** @type {number} */ place) =>
        make("li", {}, make("a", { href: href(symptoms[place].url) }, symptoms[place].title))))),
    ];
  }

  /**
   * Draws a result into its box, and marks the box with the state of the search.
   * @param {HTMLElement} box
   * @param {any} engine
   * @param {Result} result
   */
  function show(box, engine, result) {
    box.replaceChildren(...(result.state === "none" ? [result.alarm ? panel(engine) : reminder(engine), ...nothing(engine)] : everything(engine, result)));
    box.dataset.query = result.query;
    box.dataset.state = result.state;
  }

  /** What is said aloud of a result. @param {Result} result */
  function spoken(result) {
    if (result.state === "none") return "Nothing found. Try other words.";
    const answers = result.first.length + result.then.length;
    const symptoms = result.symptoms.length;
    const first = result.alarm ? "Safeguarding first. " : "";
    return `${first}${symptoms} ${symptoms === LEAST_COUNTED ? "match" : "matches"} for what you see, ${answers} ${answers === LEAST_COUNTED ? "thing" : "things"} to try.`;
  }

  guide.view = { make, href, marked, panel, tierMark, show, spoken };
})((globalThis.guide ??= {}));
