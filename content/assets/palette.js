/** Draws the page in the colours that were chosen on this device, or that the device asks for, before it is first shown. */
(function () {
  "use strict";

  const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL(dataset.scope ?? ".", location.href);

  // The theme's script reads and keeps the choice by these two. A browser may refuse to keep anything.
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

  const choices = [...document.querySelectorAll("input[data-md-color-media]")];
  const wanted = choices.find((choice) => matchMedia(choice.getAttribute("data-md-color-media") ?? "").matches);
  const colours = globalThis.__md_get("__palette")?.color ?? { scheme: wanted?.getAttribute("data-md-color-scheme") ?? "default" };
  for (const [name, value] of Object.entries(colours)) document.body.setAttribute(`data-md-color-${name}`, String(value));
})();
