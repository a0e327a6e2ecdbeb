/** Turns the packed index of `generator/search/index.py` back into the form that lunr loads. */
(function (guide) {
  "use strict";

  /** Stands wherever lunr wants an object and there is nothing to say: one for all is much faster than one for each. */
  const NONE = Object.freeze({});

  /**
   * @param {{version: string, fields: string[], terms: string, digits: string,
   *   vectors: [name: string, steps: string, weights: string][]}} packed
   */
  function unpacked(packed) {
    const terms = lengthened(packed.terms);
    const digits = new Map(Array.from(packed.digits, (letter, value) => [letter, value]));
    const empty = Object.fromEntries(packed.fields.map((field) => [field, NONE]));
    /** @type {[string, Record<string, any>][]} */
    const postings = terms.map((term, place) => [term, { _index: place, ...empty }]);
    const vectors = packed.vectors.map(([name, steps, weights]) => {
      const slash = name.indexOf("/");
      const field = name.slice(0, slash);
      const ref = name.slice(slash + 1);
      /** @type {number[]} */
      const vector = [];
      let place = 0;
      numbers(steps, digits).forEach((step, order) => {
        place += step;
        vector.push(place, digits.get(weights.charAt(order)) ?? 0);
        const posting = postings[place]?.[1];
        if (!posting) return;
        if (posting[field] === NONE) posting[field] = {};
        posting[field][ref] = NONE;
      });
      return [name, vector];
    });
    return { version: packed.version, fields: packed.fields, fieldVectors: vectors, invertedIndex: postings, pipeline: [] };
  }

  /** Sorted terms, each written as a capital letter for how much of the one before it begins with, and its rest. @param {string} text */
  function lengthened(text) {
    let before = "";
    return Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = "A", rest = ""]) => {
      before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
      return before;
    });
  }

  /**
   * The numbers written in a text: in base half of the digits, the least first, the last digit from the first half.
   * @param {string} text
   * @param {Map<string, number>} digits
   */
  function numbers(text, digits) {
    const half = digits.size / 2;
    /** @type {number[]} */
    const found = [];
    let number = 0;
    let unit = 1;
    for (const letter of text) {
      const value = digits.get(letter) ?? 0;
      if (value >= half) {
        number += (value - half) * unit;
        unit *= half;
      } else {
        found.push(number + value * unit);
        number = 0;
        unit = 1;
      }
    }
    return found;
  }

  guide.unpacked = unpacked;
})((globalThis.guide ??= {}));
