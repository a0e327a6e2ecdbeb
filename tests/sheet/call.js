/** What each of the called functions of the sheet returns. */
"use strict";

module.exports = (calls) => calls.map(([name, ...values]) => guide.sheet[name](...values));
