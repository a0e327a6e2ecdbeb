/** Puts in order what answers a query: symptoms by the situations that point to them, and what to try by its place there. */
(function (guide) {
  "use strict";

  /** How much a situation's first, second, third symptom counts, and any later one. */
  const SYMPTOM_WEIGHTS = [1, 0.4, 0.2, 0.1];
  const LATER_SYMPTOM = 0.05;
  /** A symptom that holds another comes just before it. */
  const WITHIN = 1.01;
  /** How soon later answers of a situation count less. */
  const FADING = 0.18;
  /** How much the words of an answer itself count, beside the situations that name it. */
  const WORDED = 0.1;
  /** The same where it is called just what was typed. */
  const CALLED = 0.5;
  const MOST_ANSWERS = 10;
  const MOST_OTHERS = 5;
  /** The part of the strongest match that a checklist, a term or a page must reach. */
  const NEAR_ENOUGH = 0.55;

  const SITUATION = "s";
  const TOPIC = "t";
  const SYMPTOM = "y";
  const STRATEGY = "a";
  const STEP = "c";
  const SERVICE = "v";
  const CHECKLIST = "k";
  const TERM = "g";
  const PAGE = "p";
  const ANSWERS = [STRATEGY, SERVICE, STEP];
  const OTHERS = [CHECKLIST, TERM, PAGE];

  /** @type {Record<string, [kind: string, collection: "strategies" | "steps" | "services" | "checklists" | "terms" | "pages"]>} */
  const KINDS = {
    [STRATEGY]: ["strategy", "strategies"],
    [STEP]: ["step", "steps"],
    [SERVICE]: ["service", "services"],
    [CHECKLIST]: ["checklist", "checklists"],
    [TERM]: ["term", "terms"],
    [PAGE]: ["page", "pages"],
  };

  /** @param {SearchData} data */
  function ranking(data) {
    const helpers = helpersOf(data.situations);

    /** Whether a record is a situation in which somebody may be at risk. @param {Near} one */
    function isOfRisk({ kind, place }) {
      return kind === SITUATION && data.situations[place]?.alarm === true;
    }

    /** Whether what is near is a question with answers of its own, about no pupil in particular. @param {Near | undefined} one */
    function isTopic(one) {
      return one?.kind === TOPIC;
    }

    /** The symptoms that a record near the query points to, best first. @param {Near} one @returns {number[]} */
    function pointsTo({ kind, place }) {
      if (kind === SYMPTOM) return [place];
      return kind === SITUATION ? data.situations[place]?.symptoms ?? [] : [];
    }

    /** What to do for a record near the query, in the order of trying. @param {Near} one @returns {string[]} */
    function answersOf({ kind, place }) {
      if (kind === SITUATION) return data.situations[place]?.answers ?? [];
      if (kind === TOPIC) return data.topics[place]?.answers ?? [];
      return kind === SYMPTOM ? (data.symptoms[place]?.first ?? []).map((each) => `${STRATEGY}${each}`) : [];
    }

    /**
     * The symptoms that are described, best first, each with the record that says so most.
     * @param {Near[]} near
     */
    function symptoms(near) {
      /** @type {Map<number, {score: number, from: Near}>} */
      const found = new Map();
      for (const from of near) {
        pointsTo(from).forEach((place, rank) => {
          const before = found.get(place);
          const score = from.share * (from.kind === SYMPTOM ? 1 : SYMPTOM_WEIGHTS[rank] ?? LATER_SYMPTOM);
          found.set(place, { score: (before?.score ?? 0) + score, from: before?.from ?? from });
        });
      }
      for (const [place, { score, from }] of [...found]) {
        const within = data.symptoms[place]?.within ?? -1;
        if (within >= 0 && (found.get(within)?.score ?? 0) <= score) found.set(within, { score: score * WITHIN, from });
      }
      return Array.from(found, ([place, { score, from }]) => ({
        kind: "symptom",
        record: /** @type {SymptomRecord} */ (data.symptoms[place]),
        place,
        score,
        from,
        situation: from.kind === SITUATION ? data.situations[from.place]?.title ?? "" : "",
      })).sort((first, second) => second.score - first.score);
    }

    /**
     * Strategies, services and steps in the order in which to try them, and how many each filter would leave.
     * @param {Near[]} near
     * @param {Map<string, number>} worded
     * @param {Filters} filters
     * @param {(ref: string) => boolean} isCalled
     */
    function answers(near, worded, filters, isCalled) {
      /** @type {Map<string, number>} */
      const scores = new Map();
      const add = (/** @type {string} */ ref, /** @type {number} */ score) => scores.set(ref, (scores.get(ref) ?? 0) + score);
      for (const one of near) {
        answersOf(one).forEach((ref, rank) => add(ref, one.share / (1 + FADING * rank)));
      }
      const strongest = Math.max(0, ...worded.values());
      for (const [ref, score] of worded) {
        if (ANSWERS.includes(ref.slice(0, 1))) add(ref, (isCalled(ref) ? CALLED : WORDED) * (score / strongest) ** 2);
      }
      const ranked = Array.from(scores, ([ref, score]) => answer(ref, score)).sort((first, second) => second.score - first.score);
      return {
        found: ranked.filter(({ record, kind }) => passes(kind, record, filters)).slice(0, MOST_ANSWERS),
        counts: countsOf(ranked, filters),
      };
    }

    /** @param {string} ref @param {number} score @returns {Answer} */
    function answer(ref, score) {
      const [kind, collection] = KINDS[ref.slice(0, 1)] ?? ["page", "pages"];
      return { kind, record: /** @type {SearchRecord} */ (data[collection][Number(ref.slice(1))]), score };
    }

    /**
     * Whether a record is among those that every filter asks for. One that is not limited passes.
     * @param {string} kind
     * @param {SearchRecord} record
     * @param {Filters} filters
     */
    function passes(kind, record, filters) {
      return Object.entries(filters).every(([name, wanted]) => {
        if (wanted.length === 0) return true;
        const held = valuesOf(kind, record, name);
        return held.length === 0 ? name === "phases" || name === "nations" : held.some((value) => wanted.includes(value));
      });
    }

    /** How many answers each value of each filter would leave. @param {Answer[]} ranked @param {Filters} filters */
    function countsOf(ranked, filters) {
      /** @type {Record<string, number[]>} */
      const counts = {};
      for (const [name, labels] of Object.entries(data.labels)) {
        const others = { ...filters, [name]: [] };
        counts[name] = labels.map((_, value) =>
          Math.min(MOST_ANSWERS, ranked.filter(({ kind, record }) => passes(kind, record, { ...others, [name]: [value] })).length));
      }
      return counts;
    }

    /** Checklists, terms and pages whose own words match. @param {Map<string, number>} worded */
    function others(worded) {
      const strongest = Math.max(0, ...worded.values());
      return Array.from(worded)
        .filter(([ref, score]) => OTHERS.includes(ref.slice(0, 1)) && score > strongest * NEAR_ENOUGH)
        .slice(0, MOST_OTHERS)
        .map(([ref, score]) => answer(ref, score));
    }

    return { isOfRisk, isTopic, symptoms, answers, others, helpers };
  }

  /** The values that a record has for a filter. @param {string} kind @param {SearchRecord} record @param {string} name @returns {number[]} */
  function valuesOf(kind, record, name) {
    const { nation = -1, tier = -1, theme = -1, areas = [], roles = [], phases = [] } = record;
    const single = { nations: nation, tiers: tier, themes: theme };
    const several = { areas, roles, phases };
    if (kind !== "strategy" && name !== "nations") return [];
    if (name in single) return [single[/** @type {keyof typeof single} */ (name)]].filter((value) => value >= 0);
    return several[/** @type {keyof typeof several} */ (name)] ?? [];
  }

  /**
   * Whom to ask where somebody may be at risk, by how many such situations name them. Where words alone tell of danger, a
   * strategy that merely shares words with it could do harm.
   * @param {SituationRecord[]} situations
   * @returns {Map<string, number>}
   */
  function helpersOf(situations) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const ref of situations.filter(({ alarm }) => alarm).flatMap(({ answers }) => answers)) {
      if (ref.startsWith(SERVICE)) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
    return counts;
  }

  guide.ranking = ranking;
})((globalThis.guide ??= {}));
