/** The stems and words of each text, as the browser cuts them. */
"use strict";

module.exports = ({ language, texts, closely }) => {
  const analyser = guide.analyser(language);
  return texts.map((text) => [
    analyser.tokens(text, { closely }).map(({ stem }) => stem),
    analyser.words(text).map(({ word }) => word),
  ]);
};
