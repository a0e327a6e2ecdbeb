/** Cuts text into stems, exactly as `generator/search/analysis.py` does, by the table of rules that comes with the data. */
(function (guide) {
  "use strict";

  const NOT = "not";
  const VOWEL = /[aeiouy]/;
  const SHORTEST_TO_STEM = 4;

  /**
   * @typedef {[ending: string, instead: string, letters: number, vowel: boolean]} Rule
   * @typedef {{apostrophes: string, contractions: Record<string, string>, negations: string[], dropped: string[], light: string[], people: string[],
   *   irregular: Record<string, string>, steps: Rule[][]}} Language
   * @typedef {{stem: string, word: string, start: number, end: number}} Token a stem, and the word of the text it is from
   */

  /** @param {Language} language */
  function analyser(language) {
    const negations = new Set(language.negations);
    const dropped = new Set(language.dropped);
    const light = new Set(language.light);
    const people = new Set(language.people);
    const contractions = new Map(Object.entries(language.contractions));
    const irregular = new Map(Object.entries(language.irregular));
    const apostrophes = new RegExp(`[${language.apostrophes}]`, "g");

    /**
     * The stems of a text in order, without the words that are dropped; all of them where nothing else is left.
     * @param {string} text
     * @param {{closely?: boolean}} [how] closely: drop only the lightest words
     * @returns {Token[]}
     */
    function tokens(text, { closely = false } = {}) {
      const left = closely ? light : dropped;
      const parts = words(text).flatMap(({ word, start, end }) =>
        partsOf(word).filter(Boolean).map((part) => ({ stem: part, word, start, end })),
      );
      const telling = parts.filter(({ stem }) => negations.has(stem) || !left.has(stem));
      const kept = telling.some(({ stem }) => !negations.has(stem)) ? telling : parts;
      return kept.map((part) => ({ ...part, stem: negations.has(part.stem) ? NOT : stem(part.stem) }));
    }

    /**
     * The words of a text in small letters, without accents, with straight apostrophes; `start` and `end` are places
     * in the text as it was typed.
     * @param {string} text
     */
    function words(text) {
      let plain = "";
      /** @type {number[]} */
      const places = [];
      let place = 0;
      for (const letter of text) {
        const flat = letter.replace(apostrophes, "'").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
        plain += flat;
        for (let index = 0; index < flat.length; index += 1) places.push(place);
        place += letter.length;
      }
      places.push(place);
      return Array.from(plain.matchAll(/[a-z0-9]+(?:'[a-z0-9]+)*/g), (match) => ({
        word: match[0],
        start: places[match.index] ?? 0,
        end: places[match.index + match[0].length] ?? text.length,
      }));
    }

    /**
     * The words for which a word stands: a contraction's own, or itself without its apostrophe.
     * @param {string} word
     */
    function partsOf(word) {
      const contraction = contractions.get(word);
      if (contraction) return contraction.split(" ");
      if (word.endsWith("n't")) return [word.slice(0, -3), NOT];
      return [(word.endsWith("'s") ? word.slice(0, -2) : word).replaceAll("'", "")];
    }

    /**
     * The stem of a single word.
     * @param {string} typed
     */
    function stem(typed) {
      let word = irregular.get(typed) ?? typed;
      for (const step of word.length < SHORTEST_TO_STEM ? [] : language.steps) {
        const rule = step.find(([ending]) => word.endsWith(ending));
        if (!rule) continue;
        const [ending, instead, letters, vowel] = rule;
        const rest = word.slice(0, word.length - ending.length);
        if (rest.length >= letters && (!vowel || VOWEL.test(rest))) word = rest + instead;
      }
      if (word.endsWith("y") && !VOWEL.test(word.slice(-2, -1))) word = `${word.slice(0, -1)}i`;
      const last = word.slice(-1);
      if (word.length >= SHORTEST_TO_STEM && last === word.slice(-2, -1) && !VOWEL.test(last)) word = word.slice(0, -1);
      return word;
    }

    /** Whether a text speaks of somebody, or says what does not happen. @param {string} text */
    function speaksOfSomebody(text) {
      return words(text).some(({ word }) => people.has(word) || partsOf(word).some((part) => negations.has(part)));
    }

    return { tokens, words, stem, speaksOfSomebody };
  }

  guide.analyser = analyser;
})((globalThis.guide ??= {}));
