/** What the scripts of the page share: they are classic scripts, and each adds its part to one namespace. */

/** The parts of the search, each added by the script of its name; what the catalogue gives has the types of its JSON. */
declare var guide: any;

/** The library that generated/search/lunr.js defines; it carries no types. */
declare var lunr: any;

/** What the theme's own script asks of the page: what is kept on the device for this site. */
declare var __md_get: (key: string, storage?: Storage, scope?: URL) => any;
declare var __md_set: (key: string, value: unknown, storage?: Storage, scope?: URL) => void;
