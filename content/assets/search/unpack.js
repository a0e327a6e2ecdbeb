/** Turns the packed index of `generator/search/index.py` back into the form that lunr loads. */
(function (guide) {
  "use strict";

  const WEIGHT = 10;

  /**
   * @param {{version: string, fields: string[], terms: string, vectors: [string, number[]][]}} packed
   */
  function unpacked(packed) {
    const terms = packed.terms.split(" ");
    /** @type {[string, Record<string, any>][]} */
    const postings = terms.map((term, place) => {
      const fields = Object.fromEntries(packed.fields.map((field) => [field, {}]));
      return [term, { _index: place, ...fields }];
    });
    const vectors = packed.vectors.map(([name, steps]) => {
      const slash = name.indexOf("/");
      const field = name.slice(0, slash);
      const ref = name.slice(slash + 1);
      /** @type {number[]} */
      const vector = [];
      let place = 0;
      for (let index = 0; index < steps.length; index += 2) {
        place += steps[index] ?? 0;
        vector.push(place, (steps[index + 1] ?? 0) / WEIGHT);
        const posting = postings[place];
        if (posting) posting[1][field][ref] = {};
      }
      return [name, vector];
    });
    return { version: packed.version, fields: packed.fields, fieldVectors: vectors, invertedIndex: postings, pipeline: [] };
  }

  guide.unpacked = unpacked;
})((globalThis.guide ??= {}));
