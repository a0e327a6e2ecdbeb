/** Whether each text, as it was typed, holds a warning that is no look-alike. */
"use strict";

module.exports = (texts) => {
  const { data } = globalThis.given;
  const analyser = guide.analyser(data.language);
  const warned = guide.warner(data);
  return texts.map((text) => warned.by(analyser.tokens(text, { closely: true }).map(({ stem }) => stem)));
};
