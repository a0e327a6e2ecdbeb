/** Looks for words of warning: phrases, and groups of words that say something only together. */
(function (guide) {
  "use strict";

  /** How many other words may stand between two words of a phrase. */
  const BETWEEN = 1;

  /** How near a word must stand to take the meaning from a warning: further away it speaks of something else. */
  const NEARBY = 3;

  /**
   * @typedef {[start: number, end: number]} Span the places of the first and the last word of a phrase in a text
   * @typedef {(typed: string[]) => Span[]} Finder
   * @typedef {[groups: number[], unless: number[], apart: number]} Together groups by their places
   * @typedef {{together: Together[], alike: Together[], phrases: string[], unless: string[]}} Warning
   * @typedef {{groups: string[][], warnings: Warning[]}} Warnings phrases as stems, gathered by their first word
   * @typedef {{by: (typed: string[]) => boolean, dangers: () => string[], knows: (stem: string) => boolean}} Warner
   *   `dangers` are the words that may raise the panel, the earliest first; `knows` is of words that may silence it too
   */

  /** What takes time to make, made when it is first wanted. @type {<Value>(make: () => Value) => () => Value} */
  const later = (make) => guide.later(make);

  /** @param {Warnings} data @returns {Warner} */
  function warner({ groups, warnings }) {
    const finders = groups.map(finderOf);
    const watches = warnings.map(({ phrases, unless, ...combinations }) => ({ phrases: finderOf(phrases), unless: finderOf(unless), ...combinations }));
    const telling = new Set(warnings.flatMap(({ together }) => together.flatMap(([named]) => named)));
    const dangers = later(() => wordsOf([...warnings.flatMap(({ phrases }) => phrases), ...[...telling].flatMap((place) => groups[place] ?? [])]));
    const known = later(() => new Set(wordsOf([...warnings.flatMap(({ phrases, unless }) => [...phrases, ...unless]), ...groups.flat()])));

    /** Whether a text, as stems, holds a warning that is no look-alike. @param {string[]} typed */
    function by(typed) {
      /** @type {Map<number, Span[]>} */
      const seen = new Map();
      const places = (/** @type {number} */ group) => {
        const found = seen.get(group) ?? finders[group]?.(typed) ?? [];
        seen.set(group, found);
        return found;
      };
      return watches.some(({ together, alike, phrases, unless }) => {
        const dangerous = [...phrases(typed).map((span) => [span]), ...together.flatMap((one) => chains(one, places))];
        if (dangerous.length === 0) return false;
        const innocent = [...unless(typed), ...alike.flatMap((one) => chains(one, places)).map(whole)];
        return dangerous.some((chain) => !innocent.some(([from, to]) => chain.every(([start, end]) => from <= start && end <= to)));
      });
    }

    return { by, dangers, knows: (stem) => known().has(stem) };
  }

  /** Each word of phrases that come gathered, once. @param {string[]} gathered */
  function wordsOf(gathered) {
    return [...new Set(gathered.flatMap((group) => group.split(/[ |]/)))].filter(Boolean);
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
   * Finds where any of many phrases stands in a text. They come gathered by their first word, as `first rest|rest`.
   * @param {string[]} gathered
   * @returns {Finder}
   */
  function finderOf(gathered) {
    const byFirst = later(() => new Map(gathered.map((group) => {
      const space = group.indexOf(" ");
      return /** @type {[first: string, rests: string]} */ ([group.slice(0, space), group.slice(space + 1)]);
    })));
    const phrases = (/** @type {string} */ first) =>
      (byFirst().get(first)?.split("|") ?? []).map((rest) => (rest ? [first, ...rest.split(" ")] : [first]));
    return (typed) => [...new Set(typed)].flatMap((word) => phrases(word).flatMap((words) => spans(typed, words)));
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
