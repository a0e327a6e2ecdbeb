/** Mends words that nobody has written, against the whole words that the guide knows. */
(function (guide) {
  "use strict";

  const SHORTEST = 4;
  const LONG = 7;
  const COMPLETIONS = 6;
  /** Spellings that sound alike, in the order in which they are made one. @type {[RegExp, string][]} */
  const SOUNDS = [
    [/^ps/, "s"], [/^kn/, "n"], [/^wr/, "r"], [/[st]ion/g, "shun"], [/ph|ugh(?!t)/g, "f"], [/ght/g, "t"], [/au|aw/g, "o"],
    [/sch/g, "sk"], [/ych/g, "yk"], [/ck|q|c(?![eiyh])/g, "k"], [/s?c(?=[eiy])|z/g, "s"], [/x/g, "ks"], [/y/g, "i"], [/(.)\1/g, "$1"], [/e$/, ""],
  ];

  /**
   * @param {string[]} known the words that the guide knows, the commonest first
   * @param {(word: string) => string} stem
   * @param {number} [slips] how many slips a long word may hold
   */
  function speller(known, stem, slips = 2) {
    const ranks = new Map(known.map((word, rank) => [word, rank]));
    const sounds = later(() => commonest(sound));
    const stems = later(() => commonest(stem));

    /** The commonest known word for each of what a rule makes of them. @param {(word: string) => string} rule */
    function commonest(rule) {
      return new Map([...known].reverse().map((word) => [rule(word), word]));
    }

    /**
     * The known word that was probably meant, if there is one: of the same sound, within one slip, or two in a long word.
     * @param {string} word
     */
    function mended(word) {
      if (word.length < SHORTEST || /\d/.test(word)) return undefined;
      return sounds().get(sound(word)) ?? nearest(word, known) ?? stems().get(nearest(stem(word), stems().keys()) ?? "");
    }

    /**
     * The nearest of some words that is near enough: the commonest of those as near, best with the same first letter.
     * @param {string} word
     * @param {Iterable<string>} [others]
     */
    function nearest(word, others = known) {
      if (word.length < SHORTEST) return undefined;
      const most = word.length >= LONG ? slips : 1;
      let best;
      let least = Infinity;
      for (const other of others) {
        if (Math.abs(other.length - word.length) > most || other.length < SHORTEST) continue;
        const far = distance(word, other, most);
        if (far > most) continue;
        const cost = far + (other[0] === word[0] ? 0 : 0.6) + (ranks.get(other) ?? known.length) / (known.length * 2);
        if (cost < least) [best, least] = [other, cost];
      }
      return best;
    }

    /**
     * The commonest known words that begin so, for a word that is still being typed.
     * @param {string} beginning
     */
    function completions(beginning) {
      if (beginning.length < 2) return [];
      return known.filter((word) => word.startsWith(beginning)).slice(0, COMPLETIONS);
    }

    return { mended, nearest, completions, knows: (/** @type {string} */ word) => ranks.has(word) };
  }

  /**
   * What takes time to make, made when it is first wanted: most queries have no misspelt word.
   * @template Value
   * @param {() => Value} make
   */
  function later(make) {
    /** @type {Value | undefined} */
    let made;
    return () => (made ??= make());
  }

  /** How a word sounds, roughly: people spell by ear. @param {string} word */
  function sound(word) {
    return SOUNDS.reduce((text, [spelt, heard]) => text.replace(spelt, heard), word);
  }

  /**
   * How many letters must be added, left out, changed or swapped with their neighbour; more than `most` is not counted.
   * @param {string} first
   * @param {string} second
   * @param {number} most
   */
  function distance(first, second, most) {
    let before = new Array(second.length + 1).fill(0);
    let previous = before.map((_, column) => column);
    for (let row = 1; row <= first.length; row += 1) {
      const current = [row];
      let least = row;
      for (let column = 1; column <= second.length; column += 1) {
        const same = first[row - 1] === second[column - 1];
        let slips = Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
        );
        if (row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1]) {
          slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
        }
        current.push(slips);
        least = Math.min(least, slips);
      }
      if (least > most) return most + 1;
      [before, previous] = [previous, current];
    }
    return previous[second.length] ?? most + 1;
  }

  guide.speller = speller;
  guide.later = later;
})((globalThis.guide ??= {}));
