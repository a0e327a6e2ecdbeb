/** What the engine answers to each query, in few words. */
"use strict";

const named = ({ kind, record }) => [kind, record.id];

module.exports = ({ queries, filters }) => {
  const engine = guide.engine(globalThis.given.data, lunr.Index.load(guide.unpacked(globalThis.given.index, globalThis.given.data)));
  return queries.map((query) => {
    const { state, alarm, corrections, symptoms, first, then, counts, others, ...rest } = engine.search(query, { filters });
    return {
      state,
      query: rest.query,
      alarm,
      answered: rest.answered,
      corrections: corrections.map(({ typed, meant }) => [typed, meant]),
      symptoms: symptoms.map(({ record }) => record.id),
      situations: symptoms.map(({ situation }) => situation),
      because: symptoms.map(({ because }) => because),
      first: first.map(named),
      then: then.map(named),
      others: others.map(named),
      counts,
    };
  });
};
