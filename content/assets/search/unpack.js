/** Turns the packed index of `generator/search/index.py` back into the form that lunr loads. */
(function (guide) {
  "use strict";

  /** Stands wherever lunr wants an object and there is nothing to say: one for all is much faster than one for each. */
  const NONE = Object.freeze({});

  /**
   * @param {{version: string, fields: string[], vectors: string, terms: string, postings: string, weights: string}} packed
   * @param {SearchData} data whose whole words have as their stems the terms that are left out
   */
  function unpacked(packed, data) {
    const { stem } = guide.analyser(data.language);
    const digits = valued(data.digits);
    const empty = Object.fromEntries(packed.fields.map((field) => [field, NONE]));
    const vectors = packed.vectors.split(" ").map((name) => {
      const slash = name.indexOf("/");
      return { name, field: name.slice(0, slash), ref: name.slice(slash + 1), weights: /** @type {number[]} */ ([]) };
    });
    const terms = [...new Set([...wholeWords(data).map(stem), ...lengthened(packed.terms)])].sort();
    const holding = lists(packed.postings, data.digits);
    let weighed = 0;
    const postings = terms.flatMap((term, index) => {
      const places = holding[index] ?? [];
      /** @type {Record<string, any>} */
      const posting = { _index: index, ...empty };
      for (const place of places) {
        const vector = vectors[place];
        const weight = digits.get(packed.weights.charAt(weighed++));
        if (!vector || weight === undefined) continue;
        vector.weights.push(index, weight);
        if (posting[vector.field] === NONE) posting[vector.field] = {};
        posting[vector.field][vector.ref] = NONE;
      }
      return places.length ? [[term, posting]] : [];
    });
    return {
      version: packed.version,
      fields: packed.fields,
      fieldVectors: vectors.map(({ name, weights }) => [name, weights]),
      invertedIndex: postings,
      pipeline: [],
    };
  }

  /** Sorted terms, each written as a capital letter for how much of the one before it begins with, and its rest. @param {string} text */
  function lengthened(text) {
    let before = "";
    return Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = "A", rest = ""]) => {
      before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
      return before;
    });
  }

  /** The words by which misspelt ones are mended, the commonest first. @param {SearchData} data */
  function wholeWords({ words }) {
    return words.split(" ").flatMap(lengthened);
  }

  /**
   * Lists of rising places, each written as how many there are, and how far each is beyond the one before.
   * @param {string} text
   * @param {string} letters
   */
  function lists(text, letters) {
    const steps = numbers(text, valued(letters));
    /** @type {number[][]} */
    const found = [];
    for (let read = 0; read < steps.length; ) {
      const last = read + (steps[read] ?? 0);
      let place = 0;
      const list = [];
      for (read += 1; read <= last; read += 1) list.push((place += steps[read] ?? 0));
      found.push(list);
    }
    return found;
  }

  /** What each digit is worth. @param {string} letters */
  function valued(letters) {
    return new Map(Array.from(letters, (letter, value) => [letter, value]));
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
  guide.lists = lists;
  guide.lengthened = lengthened;
  guide.wholeWords = wholeWords;
})((globalThis.guide ??= {}));
