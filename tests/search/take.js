/** What the generated scripts hand over. */
"use strict";

module.exports = () => globalThis.given;
