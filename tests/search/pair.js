/** The pairs of each list of stems, as the browser makes them of a query. */
"use strict";

module.exports = (lists) => lists.map((stems) => guide.pairs(stems.map((stem) => ({ stem, weight: 1 }))).map(({ stem }) => stem));
