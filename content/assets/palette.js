/** Draws the page in the colours that were chosen on this device, or that the device asks for, before it is first shown. */
(function () {
  "use strict";

  const LIGHT = "default";
  const DARK = "slate";
  const KEPT = "__palette";
  const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL(dataset.scope ?? ".", location.href);
  const device = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector("button.palette");

  // The theme's script reads and keeps what it knows by these two. A browser may refuse to keep anything.
  globalThis.__md_get = (key, storage, scope = site) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`) ?? "null");
    } catch {
      return null;
    }
  };
  globalThis.__md_set = (key, value, storage, scope = site) => {
    try {
      (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
    } catch {
      return;
    }
  };

  /** @param {string} scheme */
  function draw(scheme) {
    document.body.setAttribute("data-md-color-scheme", scheme);
    button?.setAttribute("aria-pressed", String(scheme === DARK));
  }

  function drawWanted() {
    draw(globalThis.__md_get(KEPT)?.color?.scheme ?? (device.matches ? DARK : LIGHT));
  }

  button?.addEventListener("click", () => {
    const scheme = button.getAttribute("aria-pressed") === "true" ? LIGHT : DARK;
    globalThis.__md_set(KEPT, { color: { scheme } });
    draw(scheme);
  });
  button?.removeAttribute("hidden");
  device.addEventListener("change", drawWanted);
  drawWanted();
})();
