/** What two indexes find for the same queries, as lunr ranks it: the packed one, and one in lunr's own form. */
"use strict";

module.exports = ({ whole, queries }) => {
  const unpacked = guide.unpacked(globalThis.given.index, globalThis.given.data);
  const found = (index) => queries.map(({ stems, fields }) =>
    index.query((query) => stems.forEach((stem) => query.term(stem, { fields, usePipeline: false })))
      .map(({ ref, score }) => [ref, score]));
  return {
    packed: found(lunr.Index.load(unpacked)),
    whole: found(lunr.Index.load(whole)),
    unpacked,
    version: lunr.version,
  };
};
