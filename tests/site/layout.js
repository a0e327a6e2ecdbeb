/** What of a page's text cannot be read where it stands: beyond the page, cut off, or under other text. */
(function () {
  "use strict";

  const ROUNDING = 1.5;
  const WIDE_BY_NATURE = "table, pre, pre *"; // what may be scrolled sideways (WCAG 1.4.10)
  const DEEP = 0.4; // of the lower of two lines
  const brush = new OffscreenCanvas(1, 1).getContext("2d");

  function words(text) {
    return `“${text.trim().replace(/\s+/g, " ").slice(0, 50)}”`;
  }

  function where(element) {
    const parts = [];
    for (let one = element; one && one !== document.body && parts.length < 4; one = one.parentElement) {
      parts.unshift(one.localName + [...one.classList].map((name) => `.${name}`).join(""));
    }
    return parts.join(" > ");
  }

  /** The box of a line without the air that its font keeps above and below these letters. */
  function ink({ left, right, top, bottom, height, width }, element, text) {
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    brush.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent, actualBoundingBoxAscent, actualBoundingBoxDescent } = brush.measureText(text.trim());
    const scale = height / (fontBoundingBoxAscent + fontBoundingBoxDescent);
    const above = (fontBoundingBoxAscent - actualBoundingBoxAscent) * scale;
    const below = (fontBoundingBoxDescent - actualBoundingBoxDescent) * scale;
    return { left, right, width, top: top + above, bottom: bottom - below, height: height - above - below };
  }

  /** Each line of visible text, and each field, with its box. What is for screen readers alone is left out. */
  function lines() {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (!data.trim() || parentElement.closest(".for-readers, .md-skip, script, style, title, desc")) continue;
      if (!parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) found.push({ box: ink(box, parentElement, data), element: parentElement, text: data });
    }
    for (const element of document.querySelectorAll("input, select")) {
      const box = element.getBoundingClientRect();
      if (element.checkVisibility({ opacityProperty: true }) && box.width > 1) found.push({ box, element, text: `${element.type} ${element.name}` });
    }
    return found;
  }

  /** What cuts a line off, or the page beyond which it stands. */
  function cut({ box, element }) {
    for (let one = element; one; one = one.parentElement) {
      const { overflowX, overflowY, position, display } = getComputedStyle(one);
      if (display === "inline" || display === "contents") continue;
      const edge = one.getBoundingClientRect();
      const beyondX = box.left < edge.left - ROUNDING || box.right > edge.right + ROUNDING;
      const beyondY = box.top < edge.top - ROUNDING || box.bottom > edge.bottom + ROUNDING;
      if (one !== document.body && one !== document.documentElement) {
        if (/hidden|clip/.test(overflowX) && beyondX) return `cut off sideways by ${where(one)}`;
        if (/hidden|clip/.test(overflowY) && beyondY) return `cut off below by ${where(one)}`;
        if (/auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth + 1) {
          return one.matches(WIDE_BY_NATURE) || one.querySelector(WIDE_BY_NATURE) ? undefined : beyondX ? `to be scrolled to in ${where(one)}` : undefined;
        }
      }
      if (position === "fixed") return undefined;
    }
    const width = document.documentElement.clientWidth;
    return box.left < -ROUNDING || box.right > width + ROUNDING ? "beyond the page" : undefined;
  }

  /** The pairs of lines that lie on each other. */
  function overlaps(all) {
    const found = [];
    const ordered = all.toSorted((a, b) => a.box.top - b.box.top);
    ordered.forEach((one, place) => {
      for (let next = place + 1; next < ordered.length && ordered[next].box.top < one.box.bottom; next += 1) {
        const other = ordered[next];
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        if (across > 3 && down > DEEP * Math.min(one.box.height, other.box.height)) {
          found.push(`${words(one.text)} lies on ${words(other.text)} in ${where(other.element)}`);
        }
      }
    });
    return found;
  }

  /** The fields whose hint is longer than they are. */
  function hints() {
    return [...document.querySelectorAll("input[placeholder]")].filter((one) => one.checkVisibility()).flatMap((one) => {
      const style = getComputedStyle(one);
      const hint = getComputedStyle(one, "::placeholder");
      if (hint.color === "rgba(0, 0, 0, 0)") return [];
      brush.font = `${hint.fontWeight} ${hint.fontSize} ${hint.fontFamily}`;
      const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return brush.measureText(one.placeholder).width > room + ROUNDING ? [`${words(one.placeholder)} is cut off in its field`] : [];
    });
  }

  globalThis.unreadable = () => {
    scrollTo(0, 0);
    const all = lines();
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in a window of ${clientWidth}`] : [];
    const cuts = all.flatMap((line) => {
      const by = cut(line);
      return by ? [`${words(line.text)} is ${by}`] : [];
    });
    return [...new Set([...wide, ...cuts, ...overlaps(all), ...hints()])];
  };
})();
