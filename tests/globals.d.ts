/** What the scripts of the page share: they are classic scripts, and each adds its part to one namespace. */

/** The parts of the search, each added by the script of its name; what the catalogue gives has the types of its JSON. */
declare var guide: any;

/** The library that generated/search/lunr.js defines; it carries no types. */
declare var lunr: any;
