/** Answers a query: whether the guide can, whether somebody may be at risk, and what it describes. Knows nothing of the page. */
(function (guide) {
  "use strict";

  const MOST_SYMPTOMS = 3;
  const FIRST = 3;
  /** The part of what a query says that must be known for it to be within the guide. */
  const LEAST_KNOWN = 0.34;
  /** How much it counts that words are known somewhere, beside being known to the nearest record. */
  const KNOWN_ANYWHERE = 0.6;
  /** How much of the likelihood may lie with what the guide does not answer; more where the query speaks of somebody. */
  const MOST_ELSEWHERE = 0.4;
  const MOST_ELSEWHERE_OF_SOMEBODY = 0.6;
  /** How likely, and how fully described, a situation of risk must be for the safeguarding panel. */
  const RISK = 0.4;
  /** How long a stem must be to be read as a slip in a word of warning: short ones are near to too many. */
  const SURE = 6;
  const ELSEWHERE = "e";

  /**
   * @param {SearchData} data
   * @param {SearchIndex} index
   */
  function engine(data, index) {
    const analyser = guide.analyser(data.language);
    const warned = guide.warner(data);
    const dangers = guide.later(() => guide.speller(warned.dangers(), analyser.stem, 1));
    const rings = new Set(data.rings.flatMap(([, ...sequences]) => sequences.join(" ").split(" ")));
    const near = guide.nearness(index, { elsewhere: ELSEWHERE, rings });
    const ranked = guide.ranking(data);
    const read = guide.reader({ analyser, isKnown: near.isKnown, words: guide.wholeWords(data), rings: data.rings });

    /**
     * @param {string} query
     * @param {{filters?: Filters}} [options]
     * @returns {Result}
     */
    function search(query, { filters = {} } = {}) {
      /** @type {{tokens: Token[], corrections: Correction[]}} */
      const { tokens, corrections } = read(query);
      if (tokens.length === 0) return nothing(query, corrections);
      const known = near.knownPart(tokens);
      /** @type {Near[]} */
      const nearest = near.nearest(tokens, known);
      /** @type {Map<string, number>} */
      const worded = near.worded(tokens);
      const isCalled = (/** @type {string} */ ref) => near.isCalled(tokens, ref);
      const danger = alarming(query, corrections);
      const alarm = danger || describesRisk(nearest, known);
      if (isOutside(query, nearest, known) && !alarm && ![...worded.keys()].some(isCalled)) return nothing(query, corrections);
      const inside = nearest.filter(({ kind }) => kind !== ELSEWHERE);
      const symptoms = ranked.symptoms(inside).slice(0, MOST_SYMPTOMS);
      const { found, counts } = danger
        ? ranked.answers(inside.filter(ranked.isOfRisk), ranked.helpers, filters, () => false)
        : ranked.answers(inside, worded, filters, isCalled);
      return {
        state: found.length || symptoms.length ? "done" : "none",
        query,
        alarm,
        corrections,
        answered: ranked.isTopic(inside[0]),
        symptoms: symptoms.map((/** @type {FoundSymptom} */ one) => ({ ...one, because: runs(query, tokens, (stem) => near.holds(stem, one.from.ref)) })),
        first: found.slice(0, FIRST),
        then: found.slice(FIRST),
        counts,
        others: ranked.others(worded),
        stems: new Set(tokens.map(({ stem }) => stem)),
      };
    }

    /**
     * Whether a query is about what the guide does not answer, or about what it does not know.
     * @param {string} query
     * @param {Near[]} nearest
     * @param {Known} known
     */
    function isOutside(query, nearest, known) {
      const [best] = nearest;
      if (!best || Math.max(known.by(best.ref), known.any * KNOWN_ANYWHERE) < LEAST_KNOWN) return true;
      const elsewhere = nearest.reduce((sum, { kind, share }) => sum + (kind === ELSEWHERE ? share : 0), 0);
      return elsewhere > (analyser.speaksOfSomebody(query) ? MOST_ELSEWHERE_OF_SOMEBODY : MOST_ELSEWHERE);
    }

    /**
     * Whether the query is near to situations in which somebody may be at risk.
     * @param {Near[]} nearest
     * @param {Known} known
     */
    function describesRisk(nearest, known) {
      const risky = nearest.filter(ranked.isOfRisk);
      const share = risky.reduce((sum, one) => sum + one.share, 0);
      return risky[0] !== undefined && share * known.by(risky[0].ref) > RISK;
    }

    /**
     * Whether any words of warning stand in a query, look-alikes aside: as it was typed, with its misspelt words mended, or
     * with each of them read as the nearest word of warning.
     * @param {string} query
     * @param {Correction[]} corrections
     */
    function alarming(query, corrections) {
      const meant = new Map(corrections.map((one) => [one.typed, one.meant]));
      const mended = analyser.words(query).map((/** @type {{word: string}} */ { word }) => meant.get(word) ?? word).join(" ");
      const closely = (/** @type {string} */ text) => analyser.tokens(text, { closely: true }).map((/** @type {{stem: string}} */ { stem }) => stem);
      const typed = closely(query);
      const isWritten = (/** @type {string} */ stem) => near.isKnown(stem) || warned.knows(stem);
      const readings = [
        typed,
        closely(mended),
        typed.map((/** @type {string} */ stem) => (isWritten(stem) || stem.length < SURE ? stem : dangers().nearest(stem) ?? stem)),
      ];
      return readings.some(warned.by);
    }

    return { search, data, tokens: analyser.tokens };
  }

  /** @param {string} query @param {Correction[]} corrections @returns {Result} */
  function nothing(query, corrections) {
    return {
      state: "none", query, alarm: false, corrections, answered: false,
      symptoms: [], first: [], then: [], counts: {}, others: [], stems: new Set(),
    };
  }

  /**
   * The parts of a query in which every telling word passes, as they were typed.
   * @param {string} query
   * @param {Token[]} tokens
   * @param {(stem: string) => boolean} passes
   */
  function runs(query, tokens, passes) {
    /** @type {string[]} */
    const found = [];
    let from = -1;
    tokens.forEach(({ stem, start, end }) => {
      if (!passes(stem)) {
        from = -1;
        return;
      }
      if (from < 0) found.push("");
      from = from < 0 ? start : from;
      found[found.length - 1] = query.slice(from, end);
    });
    return [...new Set(found)];
  }

  guide.engine = engine;
})((globalThis.guide ??= {}));
