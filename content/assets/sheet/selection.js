/** A sheet as plain values: which strategies stand on it, in which order. It knows nothing of pages or of storage. */

/** @typedef {{ids: readonly string[], title: string, byTier: boolean, summaries: boolean}} Sheet */

(function (guide) {
  "use strict";

  const MOST = 200;
  const LONGEST_TITLE = 80;
  /** How the ids of strategies are written. */
  const ID = /^[a-z0-9-]{1,60}$/;

  /** @type {Sheet} */
  const EMPTY = Object.freeze({ ids: Object.freeze([]), title: "", byTier: true, summaries: true });

  /** The sheet that was kept as a text, without whatever in it is none of ours. @param {string | null} text @returns {Sheet} */
  function restored(text) {
    const { ids, title, byTier, summaries } = parsed(text);
    return {
      ids: Array.isArray(ids) ? each(ids.filter((id) => typeof id === "string" && ID.test(id))).slice(0, MOST) : EMPTY.ids,
      title: typeof title === "string" ? title.slice(0, LONGEST_TITLE) : EMPTY.title,
      byTier: typeof byTier === "boolean" ? byTier : EMPTY.byTier,
      summaries: typeof summaries === "boolean" ? summaries : EMPTY.summaries,
    };
  }

  /** @param {string | null} text @returns {Record<string, unknown>} */
  function parsed(text) {
    try {
      return JSON.parse(text ?? "") ?? {};
    } catch {
      return {};
    }
  }

  /** @template T @param {readonly T[]} list */
  function each(list) {
    return [...new Set(list)];
  }

  /** The sheet with a strategy at a place, else at its end; a full sheet stays as it is. @param {Sheet} sheet @param {string} id @returns {Sheet} */
  function added(sheet, id, place = sheet.ids.length) {
    if (sheet.ids.includes(id) || sheet.ids.length >= MOST) return sheet;
    return { ...sheet, ids: [...sheet.ids.slice(0, place), id, ...sheet.ids.slice(place)] };
  }

  /** @param {Sheet} sheet @param {string} id @returns {Sheet} */
  function removed(sheet, id) {
    return { ...sheet, ids: sheet.ids.filter((other) => other !== id) };
  }

  /** The sheet with a strategy in the place of another one, which makes room. @param {Sheet} sheet @param {string} id @param {string} other @returns {Sheet} */
  function moved(sheet, id, other) {
    const place = sheet.ids.indexOf(other);
    return place < 0 || !sheet.ids.includes(id) ? sheet : added(removed(sheet, id), id, place);
  }

  /** The fragment of an address that carries a sheet: ids alone, because an address is read by others. @param {readonly string[]} ids */
  function fragment(ids) {
    return `#s=${ids.map(encodeURIComponent).join(",")}`;
  }

  /** The ids that an address carries, with how many more it names than a sheet can hold; nothing if it carries none. @param {string} hash */
  function carried(hash) {
    const text = new URLSearchParams(hash.slice(1)).get("s");
    if (text === null) return undefined;
    const ids = each(text.split(",").map((id) => id.trim()).filter((id) => id !== ""));
    return { ids: ids.slice(0, MOST), more: Math.max(0, ids.length - MOST) };
  }

  guide.sheet = { MOST, LONGEST_TITLE, EMPTY, restored, added, removed, moved, fragment, carried };
})((globalThis.guide ??= {}));
