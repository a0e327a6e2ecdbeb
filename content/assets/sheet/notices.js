/** Draws what a person must know about their sheet before they use it. */

/**
 * @typedef {{words: string, back: (sheet: Sheet) => Sheet}} Undo
 * @typedef {{shared: {more: number} | undefined, asked: boolean, undo: Undo | undefined, changes: Change[],
 *   shown: number, mine: number, kept: boolean}} State
 */

(function (guide) {
  "use strict";

  const { make } = guide.elements;
  const LONGEST_ID = 60;

  /** @param {State} state */
  function notices(state) {
    return [
      state.undo && notice([state.undo.words], button("undo", "Undo")),
      !state.kept && notice(["This browser will not keep your sheet: it refuses, or is full. Print it, save it or copy its address before you leave this page."]),
      state.shared && (state.asked ? confirmation(state) : arrival(state)),
      state.shared && state.shared.more > 0 && notice([`The address names ${state.shared.more} more than a sheet can hold. Those are left out.`]),
      state.changes.length > 0 && changed(state),
    ].filter((part) => part instanceof Node);
  }

  /** @param {State} state */
  function arrival({ shown, mine }) {
    return notice([shown ? "This sheet came with the address. It is not kept on this device." : "The address names nothing that this guide can show."],
      shown > 0 && button("keep", "Keep as my sheet"),
      button("mine", mine ? `Show my own sheet (${mine})` : "Show my own sheet"));
  }

  /** @param {State} state */
  function confirmation({ mine }) {
    return notice([`Your own sheet holds ${mine}. Put this one in its place?`], button("replace", "Replace my sheet"), button("leave", "Do not replace it"));
  }

  /** @param {State} state */
  function changed({ changes, shared, shown }) {
    const words = shared ? "Not everything that the address names is in this edition of the guide:" : "The guide has changed since you made this sheet:";
    return notice([words, make("ul", {}, ...changes.map(change))], !shared && button("tidy", shown ? "Change my sheet so" : "Take them off"));
  }

  /** @param {Change} change */
  function change({ id, kind, now, url }) {
    const name = make("bdi", {}, id.length > LONGEST_ID ? `${id.slice(0, LONGEST_ID)}…` : id);
    if (kind === "moved") return make("li", {}, name, " has been replaced by ", make("a", { href: now?.url ?? "" }, now?.title));
    if (kind === "withheld") return make("li", {}, name, " is withheld: it is not advice. ", make("a", { href: url ?? "" }, "Why it is withheld"));
    return make("li", {}, name, " is not in this edition, and nothing has replaced it");
  }

  /** @param {(string | Node)[]} content @param {(Node | false)[]} buttons */
  function notice(content, ...buttons) {
    return make("div", { class: "sheet-notice" },
      ...content.map((part) => (typeof part === "string" ? make("p", {}, part) : part)),
      buttons.some(Boolean) && make("p", { class: "tools" }, ...buttons));
  }

  /** @param {string} does @param {string} words */
  function button(does, words) {
    return make("button", { type: "button", "data-does": does }, words);
  }

  guide.sheet.notices = notices;
})((globalThis.guide ??= {}));
