/** Looks for words of warning: phrases, and groups of words that say something only together. */
(function (guide) {
  "use strict";

  /** How many other words may stand between two words of a phrase. */
  const BETWEEN = 1;

  /** How near a word must stand to take the meaning from a warning: further away it speaks of something else. */
  const NEARBY = 3;

  /**
   * @typedef {[start: number, end: number]} Span the places of the first and the last word of a phrase in a text
   * @typedef {[groups: number[], unless: number[], apart: number]} Together lists of phrases by their places
   * @typedef {{together: Together[], alike: Together[], phrases: number, unless: number}} Warning
   * @typedef {{phrases: string, lists: string, warnings: Warning[], digits: string}} Warnings as `generator/search/warning.py` packs them
   * @typedef {{by: (typed: string[]) => boolean, dangers: () => string[], knows: (stem: string) => boolean}} Warner
   *   `dangers` are the words that may raise the panel, the earliest first; `knows` is of words that may silence it too
   */

  /** What takes time to make, made when it is first wanted. @type {<Value>(make: () => Value) => () => Value} */
  const later = (make) => guide.later(make);

  /** @param {Warnings} data @returns {Warner} */
  function warner({ phrases, lists, warnings, digits }) {
    /** @type {() => string[][]} */
    const written = later(() => guide.lengthened(phrases).map((/** @type {string} */ phrase) => phrase.split(" ")));
    /** @type {() => number[][]} */
    const listed = later(() => guide.lists(lists, digits));
    const byFirst = later(() => gathered(written().map(([first = ""], place) => pair(first, place))));
    const listsOf = later(() => gathered(listed().flatMap((places, list) => places.map((place) => pair(place, list)))));
    const dangers = later(() => {
      const telling = new Set([...warnings.map((each) => each.phrases), ...warnings.flatMap(({ together }) => together.flatMap(([named]) => named))]);
      return [...new Set([...telling].flatMap((list) => listed()[list] ?? []).flatMap((place) => written()[place] ?? []))];
    });
    const known = later(() => new Set(written().flat()));

    /** Where phrases of each list stand in a text. @param {string[]} typed @returns {Map<number, Span[]>} */
    function seen(typed) {
      return gathered([...new Set(typed)].flatMap((word) => byFirst().get(word) ?? []).flatMap((place) =>
        spans(typed, written()[place] ?? []).flatMap((span) => (listsOf().get(place) ?? []).map((list) => pair(list, span)))));
    }

    /** Whether a text, as stems, holds a warning that is no look-alike. @param {string[]} typed */
    function by(typed) {
      const found = seen(typed);
      const places = (/** @type {number} */ list) => found.get(list) ?? [];
      return warnings.some((warning) => {
        const dangerous = [...places(warning.phrases).map((span) => [span]), ...warning.together.flatMap((one) => chains(one, places))];
        if (dangerous.length === 0) return false;
        const innocent = [...places(warning.unless), ...warning.alike.flatMap((one) => chains(one, places)).map(whole)];
        return dangerous.some((chain) => !innocent.some(([from, to]) => chain.every(([start, end]) => from <= start && end <= to)));
      });
    }

    return { by, dangers, knows: (stem) => known().has(stem) };
  }

  /** @template Key, Value @param {Key} key @param {Value} value @returns {[Key, Value]} */
  function pair(key, value) {
    return [key, value];
  }

  /**
   * All that belongs to each key, in its order.
   * @template Key, Value
   * @param {[Key, Value][]} entries
   */
  function gathered(entries) {
    /** @type {Map<Key, Value[]>} */
    const found = new Map();
    for (const [key, value] of entries) {
      const held = found.get(key);
      if (held) held.push(value);
      else found.set(key, [value]);
    }
    return found;
  }

  /**
   * Where one word of each group stands, in the order of the groups and close enough to the one before.
   * @param {Together} together
   * @param {(group: number) => Span[]} places
   */
  function chains([groups, unless, apart], places) {
    /** @type {Span[][]} */
    let found = [[]];
    for (const group of groups) {
      found = found.flatMap((chain) => {
        const last = chain.at(-1);
        return places(group)
          .filter(([start]) => !last || (start > last[1] && start <= last[1] + 1 + apart))
          .map((span) => [...chain, span]);
      });
      if (found.length === 0) return [];
    }
    const innocent = unless.flatMap(places);
    return found.filter((chain) => !innocent.some((span) => isNear(span, whole(chain))));
  }

  /** Whether a span touches another one, or stands within a few words of it. @param {Span} span @param {Span} other */
  function isNear([from, to], [start, end]) {
    return from <= end + NEARBY && to >= start - NEARBY;
  }

  /** @param {Span[]} chain @returns {Span} */
  function whole(chain) {
    return [chain[0]?.[0] ?? 0, chain.at(-1)?.[1] ?? 0];
  }

  /**
   * Where the words of a phrase stand in a text in their order, with few other words between neighbours.
   * @param {string[]} typed
   * @param {string[]} phrase
   * @returns {Span[]}
   */
  function spans(typed, phrase) {
    /** @type {Span[]} */
    const found = [];
    typed.forEach((word, start) => {
      if (word !== phrase[0]) return;
      let end = start;
      for (const next of phrase.slice(1)) {
        const place = typed.indexOf(next, end + 1);
        if (place < 0 || place > end + 1 + BETWEEN) return;
        end = place;
      }
      found.push([start, end]);
    });
    return found;
  }

  guide.warner = warner;
})((globalThis.guide ??= {}));
