/** Runs one of the programs beside it: scripts as a page would load them, then what it is given; JSON in, JSON out. */
"use strict";

const { readFileSync, writeSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

const { program, scripts, given } = JSON.parse(readFileSync(0, "utf8"));
globalThis.guide = {};
globalThis.given = {};
guide.take = (name, text) => {
  globalThis.given[name] = JSON.parse(text);
};
for (const [filename, text] of scripts) runInThisContext(text, { filename });

const answer = Buffer.from(JSON.stringify(require(program)(given)));
for (let written = 0; written < answer.length; ) written += writeSync(1, answer, written);
