/** Draws the page in the colours that were chosen on this device, or that the device asks for, before it is first shown. */
(function () {
  "use strict";

  const LIGHT = "default";
  const DARK = "slate";
  const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const kept = `${new URL(dataset.scope ?? ".", location.href).pathname}.__palette`;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector("button.palette");

  /** What was chosen here, if the browser lets us know. @returns {string | undefined} */
  function chosen() {
    try {
      return JSON.parse(localStorage.getItem(kept) ?? "null")?.color?.scheme;
    } catch {
      return undefined;
    }
  }

  /** Keeps a choice; a browser may refuse to keep anything. @param {string} scheme */
  function keep(scheme) {
    try {
      localStorage.setItem(kept, JSON.stringify({ color: { scheme } }));
    } catch {
      return;
    }
  }

  /** @param {string} scheme */
  function draw(scheme) {
    document.body.setAttribute("data-md-color-scheme", scheme);
    button?.setAttribute("aria-pressed", String(scheme === DARK));
  }

  function drawWanted() {
    draw(chosen() ?? (device.matches ? DARK : LIGHT));
  }

  button?.addEventListener("click", () => {
    const scheme = button.getAttribute("aria-pressed") === "true" ? LIGHT : DARK;
    keep(scheme);
    draw(scheme);
  });
  button?.removeAttribute("hidden");
  device.addEventListener("change", drawWanted);
  drawWanted();
})();
