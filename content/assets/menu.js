/** Closes the menu when the focus goes on, so that what has the focus is never behind it (WCAG 2.4.11). */
(function () {
  "use strict";

  const menu = document.getElementById("menu");
  menu?.addEventListener("focusout", ({ relatedTarget }) => {
    const opener = relatedTarget instanceof Element && relatedTarget.matches("[popovertarget]");
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget) && !opener) menu.hidePopover();
  });
})();
