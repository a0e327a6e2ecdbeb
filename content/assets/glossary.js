/** Shows the meaning of a glossary term by pointer, touch and keyboard, and hides it on Escape (WCAG 1.4.13). */
(function () {
  "use strict";

  const places = "a, button, h1, h2, h3, summary, .glossary, .md-nav, .md-header, .md-tabs";
  /** @type {HTMLElement | null} */
  let tip = null;
  /** @type {HTMLElement | null} */
  let owner = null;

  /** Prepares the first use of each term on the page; later uses are only marked. */
  function prepare() {
    /** @type {Set<string>} */
    const met = new Set();
    for (const term of document.querySelectorAll("article abbr[title]")) {
      if (!(term instanceof HTMLElement)) continue;
      const meaning = term.title;
      const word = term.textContent || "";
      if (term.closest(places)) {
        term.removeAttribute("title");
        continue;
      }
      if (met.has(word)) continue;
      met.add(word);
      term.removeAttribute("title");
      term.dataset.tip = meaning;
      term.tabIndex = 0;
      term.addEventListener("focus", () => show(term));
      term.addEventListener("blur", hide);
      term.addEventListener("mouseenter", () => show(term));
      term.addEventListener("mouseleave", leave);
      term.addEventListener("click", () => show(term));
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
  }

  /** @param {HTMLElement} term */
  function show(term) {
    if (owner === term) return;
    hide();
    owner = term;
    tip = document.createElement("span");
    tip.className = "guide-tip";
    tip.id = "guide-tip";
    tip.setAttribute("role", "tooltip");
    tip.textContent = term.dataset.tip || "";
    tip.addEventListener("mouseleave", leave);
    (term.closest("main") ?? document.body).append(tip);
    term.setAttribute("aria-describedby", tip.id);
    place(term, tip);
  }

  /**
   * Puts the tip under its term, inside the width of the page.
   * @param {HTMLElement} term
   * @param {HTMLElement} box
   */
  function place(term, box) {
    const at = term.getBoundingClientRect();
    const widest = document.documentElement.clientWidth - box.offsetWidth - 8;
    box.style.left = `${Math.max(8, Math.min(at.left, widest)) + window.scrollX}px`;
    box.style.top = `${at.bottom + window.scrollY + 2}px`;
  }

  /** Hides the tip once the pointer is on neither the term nor the tip, so that the tip itself can be pointed at. */
  function leave() {
    window.setTimeout(() => {
      const pointed = tip && tip.matches(":hover");
      const kept = owner && (owner.matches(":hover") || owner === document.activeElement);
      if (!pointed && !kept) hide();
    }, 150);
  }

  function hide() {
    if (tip) tip.remove();
    if (owner) owner.removeAttribute("aria-describedby");
    tip = null;
    owner = null;
  }

  prepare();
})();
