/** Reads a query as tokens: misspelt words mended, an unfinished one gone on with, rings in place of their members. */
(function (guide) {
  "use strict";

  const MOST_WORDS = 40;
  /** A year group or a number says nothing of what is seen. */
  const NUMBER = /^(year|yr|y|ks)?\d+s?$/;
  /** How much a mended word counts: it may have been meant otherwise. */
  const MENDED = 0.9;

  /**
   * @param {{analyser: any, isKnown: (stem: string) => boolean, words: string[], rings: string[][]}} known
   *   `words` are whole words, the commonest first; a ring is a token, and then the sequences of stems that it stands for
   */
  function reader({ analyser, isKnown, words, rings }) {
    const spelling = guide.speller(words, analyser.stem);
    const tokenOf = new Map(rings.flatMap(([token, ...sequences]) => sequences.map((sequence) => [sequence, token])));
    const longest = Math.max(1, ...Array.from(tokenOf.keys(), (sequence = "") => sequence.split(" ").length));

    /**
     * The tokens of a query, with rings in place of their members. A word that nobody knows is mended; the last one may
     * still be going on.
     * @param {string} query
     */
    function read(query) {
      /** @type {Correction[]} */
      const corrections = [];
      const raw = analyser.tokens(query).slice(0, MOST_WORDS);
      const open = !/\s$/.test(query);
      const mended = raw.flatMap((/** @type {Token} */ token, /** @type {number} */ place) => {
        if (isKnown(token.stem) || spelling.knows(token.word)) return [{ ...token, weight: 1 }];
        if (open && place === raw.length - 1) {
          const goingOn = spelling.completions(token.word);
          if (goingOn.length) return goingOn.map((/** @type {string} */ word) => ({ ...token, stem: analyser.stem(word), weight: 1 / goingOn.length }));
        }
        const meant = spelling.mended(token.word);
        if (!meant) return [{ ...token, weight: 1 }];
        corrections.push({ typed: token.word, meant });
        return analyser.tokens(meant).map((/** @type {{stem: string}} */ { stem }) => ({ ...token, stem, weight: MENDED }));
      });
      const tokens = ringed(mended);
      const worded = tokens.filter(({ stem }) => !NUMBER.test(stem));
      return { tokens: worded.length ? worded : tokens, corrections };
    }

    /** Tokens with the one of a ring in place of the words that stand for it; the longest wins. @param {Token[]} tokens @returns {Token[]} */
    function ringed(tokens) {
      const [first, ...others] = tokens;
      if (!first) return [];
      for (let length = Math.min(longest, tokens.length); length > 0; length -= 1) {
        const part = tokens.slice(0, length);
        const ring = tokenOf.get(part.map(({ stem }) => stem).join(" "));
        if (ring) return [{ ...first, stem: ring, end: part.at(-1)?.end ?? first.end }, ...ringed(tokens.slice(length))];
      }
      return [first, ...ringed(others)];
    }

    return read;
  }

  guide.reader = reader;
})((globalThis.guide ??= {}));
