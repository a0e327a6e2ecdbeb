/** Says how near a query is to what people type for each record, by the weights of the prebuilt index. */
(function (guide) {
  "use strict";

  const PHRASES = "phrases";
  const TITLE = "title";
  const WORDED = [TITLE, "text"];
  const NEAREST = 20;
  /** The lead of the best match over the next ones grows with this power. */
  const SHARPNESS = 3;
  /** How much a match counts of which nothing is held by the record: what is half understood may be something else. */
  const HALF_UNDERSTOOD = 0.4;
  /** How much a pair of words counts that means something together, beside its words. */
  const TOGETHER = 0.5;
  /** What the guide does not answer is gathered in few, long records, which lunr takes for less telling than they are. */
  const ELSEWHERE_WEIGHT = 1.15;
  /** A word that nobody has written may be a name or a slip: it tells less than a rare one. */
  const UNWRITTEN = 0.5;

  /**
   * @param {SearchIndex} index
   * @param {{elsewhere: string, rings: Set<string>}} known the letter of what the guide does not answer, and the tokens of rings
   */
  function nearness(index, { elsewhere, rings }) {
    const documents = new Set(Object.keys(index.fieldVectors).map((name) => name.slice(name.indexOf("/")))).size;

    /** The documents that hold a stem in a field. @param {string} stem @param {string} field */
    function holders(stem, field) {
      return Object.hasOwn(index.invertedIndex, stem) ? index.invertedIndex[stem]?.[field] ?? {} : {};
    }

    /** Whether a record holds a stem among what people type for it. @param {string} stem @param {string} ref */
    function holds(stem, ref) {
      return Object.hasOwn(holders(stem, PHRASES), ref);
    }

    /** @param {string} stem */
    function isKnown(stem) {
      return Object.hasOwn(index.invertedIndex, stem) || rings.has(stem);
    }

    /** How rare a stem is among what people say. @param {string} stem */
    function rarity(stem) {
      return Math.log(1 + documents / (1 + Object.keys(holders(stem, PHRASES)).length));
    }

    /**
     * lunr's scores of the documents that hold any of the tokens in these fields.
     * @param {Pick<Token, "stem" | "weight">[]} tokens
     * @param {string[]} fields
     */
    function scores(tokens, fields) {
      const results = index.query((query) => {
        for (const { stem, weight } of tokens) query.term(stem, { fields, boost: weight, usePipeline: false });
      });
      return new Map(results.map(({ ref, score }) => [ref, score]));
    }

    /** The scores of records by their own words. @param {Token[]} tokens */
    function worded(tokens) {
      return scores(tokens, WORDED);
    }

    /** Whether a record is called what the query says. @param {Token[]} tokens @param {string} ref */
    function isCalled(tokens, ref) {
      return tokens.every(({ stem }) => Object.hasOwn(holders(stem, TITLE), ref));
    }

    /** How much of what the query says is known: to one record, and to any. @param {Token[]} tokens */
    function knownPart(tokens) {
      const telling = tokens.filter(({ stem }) => isKnown(stem) || !/\d/.test(stem));
      const tells = (/** @type {Token} */ { stem, weight }) => weight * rarity(stem) * (isKnown(stem) ? 1 : UNWRITTEN);
      const all = sum(telling.map(tells)) || 1;
      const part = (/** @type {(stem: string) => boolean} */ test) => sum(telling.filter(({ stem }) => test(stem)).map(tells)) / all;
      return { by: (/** @type {string} */ ref) => part((stem) => holds(stem, ref)), any: part(isKnown) };
    }

    /**
     * What the query is nearest to, best first, each with its share of the likelihood.
     * @param {Token[]} tokens
     * @param {{by: (ref: string) => number}} known
     * @returns {Near[]}
     */
    function nearest(tokens, known) {
      const likely = Array.from(scores([...tokens, ...pairs(tokens)], [PHRASES]), ([ref, score]) => {
        const kind = ref.slice(0, 1);
        const weight = (kind === elsewhere ? ELSEWHERE_WEIGHT : 1) * (HALF_UNDERSTOOD + (1 - HALF_UNDERSTOOD) * known.by(ref));
        return { ref, kind, place: Number(ref.slice(1)), share: (score * weight) ** SHARPNESS };
      }).sort((first, second) => second.share - first.share).slice(0, NEAREST);
      const all = sum(likely.map(({ share }) => share)) || 1;
      return likely.map((one) => ({ ...one, share: one.share / all }));
    }

    return { holds, isKnown, isCalled, worded, knownPart, nearest };
  }

  /**
   * Each token with the next one and with the one after that, as `generator/search/pairs.py` writes them.
   * @param {Pick<Token, "stem" | "weight">[]} tokens
   */
  function pairs(tokens) {
    return [1, 2].flatMap((apart) => tokens.slice(apart).map((second, place) => {
      const first = tokens[place] ?? second;
      return { stem: `${first.stem} ${second.stem}`, weight: TOGETHER * first.weight * second.weight };
    }));
  }

  /** @param {number[]} numbers */
  function sum(numbers) {
    return numbers.reduce((all, one) => all + one, 0);
  }

  guide.pairs = pairs;
  guide.nearness = nearness;
})((globalThis.guide ??= {}));
