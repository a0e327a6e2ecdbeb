/** The words of warning as the browser reads them: lists of phrases, and the warnings that name them by their places. */
"use strict";

module.exports = () => {
  const { phrases, lists, digits, warnings } = globalThis.given.data;
  const written = guide.lengthened(phrases);
  return { lists: guide.lists(lists, digits).map((places) => places.map((place) => written[place])), warnings };
};
