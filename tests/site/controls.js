/** What can be pressed on a page, what cannot be seen of it while it has the focus, and which of it is too small. */
(function () {
  "use strict";

  const LEAST = 24; // WCAG 2.5.8, in CSS pixels
  const CONTRAST = 3; // WCAG 1.4.11
  const THICKNESS = 2;
  const TARGETS = "a[href], button, input, select, textarea, summary, abbr[tabindex]";

  /** What Tab stops at, in the order of the document: of choices that exclude each other, the one that is chosen. */
  function stops() {
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((one) =>
      one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) &&
      !(one.type === "radio" && !one.checked && document.querySelector(`[type=radio][name="${one.name}"]:checked`)));
  }

  function boxes(one) {
    return [...one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  }

  function words(one) {
    return one.outerHTML.replace(/\s+/g, " ").slice(0, 150);
  }

  /** The colour that a browser paints, as numbers; opaque if nothing shows through it. */
  const painted = (() => {
    const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const known = new Map();
    return (colour) => {
      if (!known.has(colour)) {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = colour;
        brush.fillRect(0, 0, 1, 1);
        known.set(colour, [...brush.getImageData(0, 0, 1, 1).data]);
      }
      return known.get(colour);
    };
  })();

  function luminance([red, green, blue]) {
    const [r, g, b] = [red, green, blue].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The colour on which most of the outline of something is drawn, around it or inside, as far as it is in the window. */
  function ground(one) {
    const inside = parseFloat(getComputedStyle(one).outlineOffset) < 0;
    const away = inside ? -2 : 4;
    const { left, right, top, bottom } = boxes(one)[0];
    const [across, down] = [(left + right) / 2, (top + bottom) / 2];
    const beside = [[left - away, down], [right + away, down], [across, top - away], [across, bottom + away]];
    const colours = beside.filter(([x, y]) => x > 0 && x < innerWidth && y > 0 && y < innerHeight).map(([x, y]) => {
      const under = document.elementsFromPoint(x, y).filter((each) => inside || !one.contains(each));
      return under.map((each) => painted(getComputedStyle(each).backgroundColor)).find((colour) => colour[3] === 255) ?? [255, 255, 255, 255];
    });
    const times = (colour) => colours.filter((each) => String(each) === String(colour)).length;
    return colours.toSorted((a, b) => times(b) - times(a))[0];
  }

  /** What is wrong with how the focus shows on a control. */
  function outline(one) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < THICKNESS) return [`outlined ${outlineStyle} ${outlineWidth}`];
    const seen = contrast(painted(outlineColor), ground(one));
    return seen < CONTRAST ? [`outlined at ${seen.toFixed(1)} to 1`] : [];
  }

  /** What lies over the middle or an edge of a control, or that they are out of sight. A taller one may reach beyond the window. */
  function covered(one) {
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
    const room = innerHeight - parseFloat(scrollPaddingTop) - parseFloat(scrollPaddingBottom);
    if (one.getBoundingClientRect().height > room) return [];
    return boxes(one).flatMap(({ left, right, top, bottom }) =>
      [[0.5, 0.5], [0.5, 0.2], [0.5, 0.8], [0.05, 0.5], [0.95, 0.5]].flatMap(([across, down]) => {
        const [x, y] = [left + across * (right - left), top + down * (bottom - top)];
        const found = document.elementFromPoint(x, y);
        if (!found) return [`out of sight at ${Math.round(x)}, ${Math.round(y)}`];
        return one.contains(found) || found.contains(one) ? [] : [`behind ${words(found)}`];
      }));
  }

  /** What is wrong with what has the focus; nothing if nothing has it. */
  function faults() {
    const one = document.activeElement;
    if (!one || one === document.body) return [];
    return boxes(one).length ? [...new Set([...outline(one), ...covered(one)])] : ["nothing is drawn"];
  }

  /** Where Tab led, and what was wrong there. */
  const walks = { there: { went: [], wrong: [] }, back: { went: [], wrong: [] } };
  let expected = [];
  let walk = walks.there;

  // At each press of Tab the focus has come to rest where the last one led.
  addEventListener("keydown", ({ key }) => {
    if (key !== "Tab") return;
    walk.went.push(expected.indexOf(document.activeElement));
    for (const fault of faults()) walk.wrong.push(`${words(document.activeElement)}: ${fault}`);
  }, true);

  /** What belongs to a target: a link over a whole card is as large as the card, and a box as its label. */
  function region(one) {
    const { content, position, top, right, bottom, left } = getComputedStyle(one, "::after");
    const fills = content !== "none" && position === "absolute" && [top, right, bottom, left].every((side) => side === "0px");
    const whole = fills ? one.offsetParent : undefined;
    const parts = [whole ?? one, ...(one.labels ?? [])].map((each) => each.getBoundingClientRect());
    return parts.find(isLarge) ?? parts[0];
  }

  /** Whether a target stands among words that are none (2.5.8, inline). */
  function inWords(one) {
    if (getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      const seen = parentElement.checkVisibility() && !parentElement.closest("[aria-hidden=true]");
      if (/[\p{L}\p{N}]/u.test(data) && seen && !parentElement.closest(TARGETS)) return true;
    }
    return false;
  }

  function isLarge({ width, height }) {
    return Math.min(width, height) >= LEAST - 0.01;
  }

  function middle({ left, top, width, height }) {
    return [left + width / 2, top + height / 2];
  }

  /** Whether a circle around the middle of a small target reaches another target, or such a circle of a small one (2.5.8, spacing). */
  function crowds(box, other) {
    const [x, y] = middle(box);
    const [aside, below] = isLarge(other)
      ? [x - Math.max(other.left, Math.min(x, other.right)), y - Math.max(other.top, Math.min(y, other.bottom))]
      : [x - middle(other)[0], y - middle(other)[1]];
    return Math.hypot(aside, below) < (isLarge(other) ? LEAST / 2 : LEAST) - 0.01;
  }

  /** The targets that are too small, without an exception that excuses them. */
  function small() {
    scrollTo(0, 0);
    const seen = stops().filter((one) => one.matches(TARGETS) && getComputedStyle(one).opacity !== "0");
    const targets = seen.map((one) => ({ one, box: region(one) }));
    return targets.filter(({ one, box }) => !isLarge(box) && !inWords(one)).flatMap(({ one, box }) => {
      const near = targets.find((other) => other.one !== one && !other.one.contains(one) && !one.contains(other.one) && crowds(box, other.box));
      return near ? [`${words(one)}: ${box.width.toFixed(1)} by ${box.height.toFixed(1)}, near ${words(near.one)}`] : [];
    });
  }

  globalThis.controls = {
    ...walks,
    small,
    begin: () => (expected = stops()).length,
    turn: () => { walk = walks.back; },
  };
})();
