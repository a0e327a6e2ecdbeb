/** What this edition of the guide says of the ids on a sheet. It knows nothing of the page. */

/**
 * @typedef {{id: string, title: string, summary: string, tier: number, sources: number[], flagged: boolean, url: string}} Strategy
 * @typedef {{tiers: string[], sources: string[], safeguarding: {title: string, steps: string[], afterwards: string},
 *   strategies: Strategy[], former: Record<string, string>, withheld: Record<string, string>}} Edition
 * @typedef {{id: string, kind: "moved" | "withheld" | "gone", now?: Strategy, url?: string}} Change
 */

(function (guide) {
  "use strict";

  /** The strategy that an id stands for, also if it is a former one. @param {Edition} edition @param {string} id */
  function found(edition, id) {
    const now = Object.hasOwn(edition.former, id) ? edition.former[id] : id;
    return edition.strategies.find((strategy) => strategy.id === now);
  }

  /** The strategies that ids stand for, each once, and every id that does not stand for itself. @param {Edition} edition @param {readonly string[]} ids */
  function looked(edition, ids) {
    /** @type {Set<Strategy>} */
    const strategies = new Set();
    /** @type {Change[]} */
    const changes = [];
    for (const id of ids) {
      const now = found(edition, id);
      if (now) strategies.add(now);
      if (now?.id === id) continue;
      if (now) changes.push({ id, kind: "moved", now });
      else if (Object.hasOwn(edition.withheld, id)) changes.push({ id, kind: "withheld", url: edition.withheld[id] });
      else changes.push({ id, kind: "gone" });
    }
    return { strategies: [...strategies], changes };
  }

  /** Those of the ids that stand for a strategy. @param {Edition} edition @param {readonly string[]} ids @param {string} strategy */
  function standingFor(edition, ids, strategy) {
    return ids.filter((id) => found(edition, id)?.id === strategy);
  }

  /** The strategies in the groups in which they are shown: by tier, the first tier first, or all in one. @param {Strategy[]} strategies @param {boolean} byTier */
  function grouped(strategies, byTier) {
    if (!byTier) return [{ tier: undefined, strategies }];
    const tiers = [...new Set(strategies.map(({ tier }) => tier))].sort((one, other) => one - other);
    return tiers.map((tier) => ({ tier, strategies: strategies.filter((strategy) => strategy.tier === tier) }));
  }

  /** The labels of the tiers beneath the highest one on the sheet: what they hold goes on. @param {Edition} edition @param {Strategy[]} strategies */
  function below(edition, strategies) {
    return edition.tiers.slice(0, Math.max(0, ...strategies.map(({ tier }) => tier)));
  }

  /** Who published what the strategies rest on. @param {Edition} edition @param {Strategy[]} strategies */
  function sources(edition, strategies) {
    const places = new Set(strategies.flatMap((strategy) => strategy.sources));
    return [...new Set(edition.sources.filter((_, place) => places.has(place)))];
  }

  /** The name of the saved file: the title in plain letters. @param {string} title */
  function fileName(title) {
    const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return `${plain || "my-sheet"}.html`;
  }

  Object.assign(guide.sheet, { looked, standingFor, grouped, below, sources, fileName });
})((globalThis.guide ??= {}));
