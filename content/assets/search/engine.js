/** Answers a query: which symptoms it describes, what to try, and why. Knows nothing of the page, so that Node can test it. */
(function (guide) {
  "use strict";

  /** How much a situation's first, second, third symptom counts. */
  const SYMPTOM_WEIGHTS = [1, 0.6, 0.4, 0.3];
  /** A symptom that holds another comes just before it. */
  const WITHIN = 1.01;
  /** The lead of the best match over the next ones grows with this power. */
  const SHARPNESS = 3;
  /** How soon later answers of a situation count less. */
  const FADING = 0.22;
  /** How much the words of an answer itself count, beside the situations that name it. */
  const WORDED = 0.1;
  /** The same where it is called just what was typed. */
  const CALLED = 0.5;
  const NEAREST = 6;
  /** Symptoms are drawn from more situations than answers are: what is near in words may differ in what to do. */
  const NEAREST_FOR_SYMPTOMS = 20;
  const MOST_SYMPTOMS = 3;
  const MOST_ANSWERS = 10;
  const FIRST = 3;
  const MOST_OTHERS = 5;
  /** The part of what a query says that must be known for it to be within the guide. */
  const LEAST_KNOWN = 0.34;
  /** How much of the likelihood may lie with what the guide does not answer; more where the query speaks of somebody. */
  const MOST_ELSEWHERE = 0.4;
  const MOST_ELSEWHERE_OF_SOMEBODY = 0.6;
  /** What the guide does not answer is gathered in few, long records, which lunr takes for less telling than they are. */
  const ELSEWHERE_WEIGHT = 1.15;
  /** A word that nobody has written may be a name or a slip: it tells less than a rare one. */
  const UNWRITTEN = 0.5;

  /** How likely, and how fully described, a situation of risk must be for the safeguarding panel. */
  const RISK = 0.4;
  /** How long a stem must be to be read as a slip in a word of warning: short ones are near to too many. */
  const SURE = 6;

  const SITUATION = "s";
  const TOPIC = "t";
  const ELSEWHERE = "e";
  const SYMPTOM = "y";
  const STRATEGY = "a";
  const STEP = "c";
  const SERVICE = "v";
  const CHECKLIST = "k";
  const TERM = "g";
  const PAGE = "p";

  /** @type {Record<string, [kind: string, collection: string]>} */
  const KINDS = {
    [SYMPTOM]: ["symptom", "symptoms"],
    [STRATEGY]: ["strategy", "strategies"],
    [STEP]: ["step", "steps"],
    [SERVICE]: ["service", "services"],
    [CHECKLIST]: ["checklist", "checklists"],
    [TERM]: ["term", "terms"],
    [PAGE]: ["page", "pages"],
  };

  /**
   * @param {any} data what `generator/search` gives
   * @param {any} index a lunr.Index
   */
  function engine(data, index) {
    const analyser = guide.analyser(data.language);
    const warned = guide.warner(data);
    const dangers = guide.later(() => guide.speller(warned.dangers(), analyser.stem, 1));
    const ringWords = new Set(data.rings.flatMap((/** @type {string[]} */ [, ...sequences]) => sequences.join(" ").split(" ")));
    const read = guide.reader({ analyser, isKnown, words: data.words.split(" ").flatMap(guide.lengthened), rings: data.rings });
    const helpers = helpersOf(data.situations);
    const documents = new Set(Object.keys(index.fieldVectors).map((name) => name.slice(name.indexOf("/")))).size;

    /**
     * @param {string} query
     * @param {{filters?: Record<string, number[]>}} [options]
     */
    function search(query, options = {}) {
      const { tokens, corrections } = read(query);
      if (tokens.length === 0) return nothing(query);
      const nearest = matches(tokens, ["phrases"]);
      const worded = matches(tokens, ["title", "text"]);
      const known = knownPart(tokens);
      const classes = weighed(nearest, known);
      const best = classes[0];
      const danger = alarming(query, corrections);
      const alarm = danger || describesRisk(classes, known);
      const elsewhere = classes.reduce((sum, { kind, share }) => sum + (kind === ELSEWHERE ? share : 0), 0);
      const most = analyser.speaksOfSomebody(query) ? MOST_ELSEWHERE_OF_SOMEBODY : MOST_ELSEWHERE;
      const outside = !best || elsewhere > most || Math.max(known.nearest(best.ref), known.any * 0.6) < LEAST_KNOWN;
      const called = named(tokens, worded);
      if (outside && !alarm && called.length === 0) return { ...nothing(query), corrections };
      const inside = classes.filter(({ kind }) => kind !== ELSEWHERE);
      const symptoms = symptomsOf(inside, tokens, query);
      const answers = danger
        ? answersOf(inside.filter(isOfRisk).slice(0, NEAREST), new Map(helpers), [], options.filters ?? {})
        : answersOf(inside.slice(0, NEAREST), worded, called, options.filters ?? {});
      const answered = inside[0]?.kind === TOPIC;
      return {
        state: answers.found.length || symptoms.length ? "done" : "none",
        query,
        alarm,
        corrections,
        answered,
        symptoms: symptoms.slice(0, MOST_SYMPTOMS),
        first: answers.found.slice(0, FIRST),
        then: answers.found.slice(FIRST, MOST_ANSWERS),
        counts: answers.counts,
        others: othersOf(worded),
        stems: new Set(tokens.map((/** @type {any} */ { stem }) => stem)),
      };
    }

    /** @param {any} one a class */
    function isOfRisk({ kind, place }) {
      return kind === SITUATION && data.situations[place].alarm;
    }

    /** @param {string} query */
    function nothing(query) {
      return {
        state: "none", query, alarm: false, corrections: [], answered: false,
        symptoms: [], first: [], then: [], counts: {}, others: [], stems: new Set(),
      };
    }

    /** @param {string} stem */
    function isKnown(stem) {
      return Object.hasOwn(index.invertedIndex, stem) || ringWords.has(stem);
    }

    /**
     * lunr's scores of the documents that hold any of the tokens in these fields.
     * @param {any[]} tokens
     * @param {string[]} fields
     * @returns {Map<string, number>}
     */
    function matches(tokens, fields) {
      const results = index.query((/** @type {any} */ query) => {
        for (const { stem, weight } of tokens) query.term(stem, { fields, boost: weight, usePipeline: false });
      });
      return new Map(results.map((/** @type {any} */ { ref, score }) => [ref, score]));
    }

    /** How rare a stem is among what people say. @param {string} stem */
    function rarity(stem) {
      const posting = Object.hasOwn(index.invertedIndex, stem) ? index.invertedIndex[stem] : undefined;
      const holding = posting ? Object.keys(posting.phrases).length : 0;
      return Math.log(1 + documents / (1 + holding));
    }

    /** @param {string} stem @param {string} ref */
    function holds(stem, ref) {
      return Object.hasOwn(index.invertedIndex, stem) && Object.hasOwn(index.invertedIndex[stem].phrases, ref);
    }

    /** How much of what the query says is known: to one document, and to any. @param {any[]} tokens */
    function knownPart(tokens) {
      const telling = tokens.filter(({ stem }) => isKnown(stem) || !/\d/.test(stem));
      const tells = (/** @type {any} */ { stem, weight }) => weight * rarity(stem) * (isKnown(stem) ? 1 : UNWRITTEN);
      const all = telling.reduce((sum, token) => sum + tells(token), 0) || 1;
      const part = (/** @type {(stem: string) => boolean} */ test) =>
        telling.reduce((sum, token) => sum + (test(token.stem) ? tells(token) : 0), 0) / all;
      return {
        nearest: (/** @type {string | undefined} */ ref) => (ref ? part((stem) => holds(stem, ref)) : 0),
        any: part((stem) => isKnown(stem)),
      };
    }

    /**
     * What the query is nearest to, best first, each with its share of the likelihood.
     * @param {Map<string, number>} scores
     * @param {any} known
     */
    function weighed(scores, known) {
      const likely = Array.from(scores, ([ref, score]) => ({
        ref, kind: ref.slice(0, 1), place: Number(ref.slice(1)), share: (score * (ref.startsWith(ELSEWHERE) ? ELSEWHERE_WEIGHT : 1) * (0.4 + 0.6 * known.nearest(ref))) ** SHARPNESS,
      })).sort((first, second) => second.share - first.share).slice(0, NEAREST_FOR_SYMPTOMS);
      const all = likely.reduce((sum, { share }) => sum + share, 0) || 1;
      return likely.map((one) => ({ ...one, share: one.share / all }));
    }

    /**
     * The symptoms that the nearest situations point to, best first, with the situation and the words that say so.
     * @param {any[]} classes
     * @param {any[]} tokens
     * @param {string} query
     */
    function symptomsOf(classes, tokens, query) {
      /** @type {Map<number, {score: number, from: any}>} */
      const found = new Map();
      const add = (/** @type {number} */ place, /** @type {number} */ score, /** @type {any} */ from) => {
        const before = found.get(place);
        found.set(place, { score: (before?.score ?? 0) + score, from: before?.from ?? from });
      };
      for (const one of classes) {
        if (one.kind === SYMPTOM) add(one.place, one.share, one);
        if (one.kind !== SITUATION) continue;
        data.situations[one.place].symptoms.forEach((/** @type {number} */ place, /** @type {number} */ rank) =>
          add(place, one.share * (SYMPTOM_WEIGHTS[rank] ?? 0.2), one));
      }
      for (const [place, { score, from }] of [...found]) {
        const { within } = data.symptoms[place];
        if (within >= 0 && (found.get(within)?.score ?? 0) <= score) found.set(within, { score: score * WITHIN, from });
      }
      return Array.from(found, ([place, { score, from }]) => ({
        kind: "symptom",
        record: data.symptoms[place],
        place,
        score,
        situation: from.kind === SITUATION ? data.situations[from.place].title : "",
        because: runs(query, tokens, (stem) => holds(stem, from.ref)),
      })).sort((first, second) => second.score - first.score);
    }

    /**
     * Strategies, services and steps in the order in which to try them, and how many each filter would leave.
     * @param {any[]} classes
     * @param {Map<string, number>} worded
     * @param {string[]} called
     * @param {Record<string, number[]>} filters
     */
    function answersOf(classes, worded, called, filters) {
      /** @type {Map<string, number>} */
      const scores = new Map();
      const add = (/** @type {string} */ ref, /** @type {number} */ score) => scores.set(ref, (scores.get(ref) ?? 0) + score);
      for (const one of classes) {
        const answers = one.kind === SITUATION ? data.situations[one.place].answers
          : one.kind === TOPIC ? data.topics[one.place].answers
          : one.kind === SYMPTOM ? data.symptoms[one.place].first.map((/** @type {number} */ place) => `${STRATEGY}${place}`) : [];
        answers.forEach((/** @type {string} */ ref, /** @type {number} */ rank) => add(ref, one.share / (1 + FADING * rank)));
      }
      const strongest = Math.max(0, ...worded.values());
      for (const [ref, score] of worded) {
        if ([STRATEGY, SERVICE, STEP].includes(ref.slice(0, 1))) add(ref, (called.includes(ref) ? CALLED : WORDED) * (score / strongest) ** 2);
      }
      const ranked = Array.from(scores, ([ref, score]) => answer(ref, score)).sort((first, second) => second.score - first.score);
      const found = ranked.filter(({ record, kind }) => passes(kind, record, filters));
      return { found, counts: countsOf(ranked, filters) };
    }

    /** @param {string} ref @param {number} score */
    function answer(ref, score) {
      const [kind, collection] = KINDS[ref.slice(0, 1)] ?? ["", ""];
      return { kind, record: data[collection][Number(ref.slice(1))], score };
    }

    /**
     * Whether a record is among those that every filter asks for. One that is not limited passes.
     * @param {string} kind
     * @param {any} record
     * @param {Record<string, number[]>} filters
     */
    function passes(kind, record, filters) {
      return Object.entries(filters).every(([name, wanted]) => {
        if (wanted.length === 0) return true;
        const held = valuesOf(kind, record, name);
        return held.length === 0 ? name === "phases" || name === "nations" : held.some((value) => wanted.includes(value));
      });
    }

    /** @param {string} kind @param {any} record @param {string} name @returns {number[]} */
    function valuesOf(kind, record, name) {
      if (kind !== "strategy") return name === "nations" && record.nation >= 0 ? [record.nation] : [];
      if (name === "tiers") return [record.tier];
      if (name === "themes") return [record.theme];
      if (name === "nations") return record.nation >= 0 ? [record.nation] : [];
      return record[name] ?? [];
    }

    /** @param {any[]} ranked @param {Record<string, number[]>} filters */
    function countsOf(ranked, filters) {
      /** @type {Record<string, number[]>} */
      const counts = {};
      for (const name of Object.keys(data.labels)) {
        const others = { ...filters, [name]: [] };
        counts[name] = data.labels[name].map((/** @type {unknown} */ _, /** @type {number} */ value) =>
          Math.min(MOST_ANSWERS, ranked.filter(({ kind, record }) => passes(kind, record, { ...others, [name]: [value] })).length));
      }
      return counts;
    }

    /** Checklists, terms and pages whose own words match. @param {Map<string, number>} worded */
    function othersOf(worded) {
      const strongest = Math.max(0, ...worded.values());
      return Array.from(worded)
        .filter(([ref, score]) => [CHECKLIST, TERM, PAGE].includes(ref.slice(0, 1)) && score > strongest * 0.55)
        .slice(0, MOST_OTHERS)
        .map(([ref, score]) => answer(ref, score));
    }

    /**
     * The records that are called what the query says.
     * @param {any[]} tokens
     * @param {Map<string, number>} worded
     */
    function named(tokens, worded) {
      return [...worded.keys()].filter((ref) =>
        tokens.every(({ stem }) => Object.hasOwn(index.invertedIndex, stem) && Object.hasOwn(index.invertedIndex[stem].title, ref)));
    }

    /**
     * Whether the query is near to situations in which somebody may be at risk.
     * @param {any[]} classes
     * @param {any} known
     */
    function describesRisk(classes, known) {
      const risky = classes.filter(isOfRisk);
      const share = risky.reduce((sum, one) => sum + one.share, 0);
      return share * known.nearest(risky[0]?.ref) > RISK;
    }

    /**
     * Whether any words of warning stand in a query, look-alikes aside: as it was typed, with its misspelt words mended, or
     * with each of them read as the nearest word of warning.
     * @param {string} query
     * @param {{typed: string, meant: string}[]} corrections
     */
    function alarming(query, corrections) {
      const meant = new Map(corrections.map((one) => [one.typed, one.meant]));
      const mended = analyser.words(query).map((/** @type {{word: string}} */ { word }) => meant.get(word) ?? word).join(" ");
      const closely = (/** @type {string} */ text) => analyser.tokens(text, { closely: true }).map((/** @type {{stem: string}} */ { stem }) => stem);
      const typed = closely(query);
      const isWritten = (/** @type {string} */ stem) => isKnown(stem) || warned.knows(stem);
      const readings = [
        typed,
        closely(mended),
        typed.map((/** @type {string} */ stem) => (isWritten(stem) || stem.length < SURE ? stem : dangers().nearest(stem) ?? stem)),
      ];
      return readings.some(warned.by);
    }

    return { search, data, tokens: analyser.tokens };
  }

  /**
   * Whom to ask where somebody may be at risk, by how many such situations name them. Where words alone tell of danger, a
   * strategy that merely shares words with it could do harm.
   * @param {{alarm: boolean, answers: string[]}[]} situations
   * @returns {[ref: string, count: number][]}
   */
  function helpersOf(situations) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const ref of situations.filter(({ alarm }) => alarm).flatMap(({ answers }) => answers)) {
      if (ref.startsWith(SERVICE)) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
    return [...counts];
  }

  /**
   * The parts of a query in which every telling word passes, as they were typed.
   * @param {string} query
   * @param {any[]} tokens
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
