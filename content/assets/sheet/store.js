/** Keeps the sheet in the browser's storage for this site, or for this page alone where the browser refuses or is full. */
(function (guide) {
  "use strict";

  const { EMPTY, restored } = guide.sheet;
  /** Guides that share a host, or a disk, each have a sheet of their own. */
  const KEY = `sheet of ${guide.root.pathname}`;

  /** What could not be kept, and so is gone with the page. @type {Sheet | undefined} */
  let unkept;
  /** @type {(() => void)[]} */
  const watchers = [];

  /** The sheet as it is now, whichever tab changed it. @returns {Sheet} */
  function read() {
    if (unkept) return unkept;
    try {
      return restored(localStorage.getItem(KEY));
    } catch {
      unkept = EMPTY;
      return EMPTY;
    }
  }

  /** @param {(sheet: Sheet) => Sheet} how */
  function change(how) {
    const sheet = how(read());
    try {
      localStorage.setItem(KEY, JSON.stringify(sheet));
      unkept = undefined;
    } catch {
      unkept = sheet;
    }
    tell();
  }

  /** Leaves nothing of the sheet on the device. */
  function forget() {
    unkept = undefined;
    try {
      localStorage.removeItem(KEY);
    } catch {
      unkept = EMPTY;
    }
    tell();
  }

  /** Whether the sheet is still there when the page is left. */
  function kept() {
    read();
    return unkept === undefined;
  }

  /** @param {() => void} watcher what to do whenever the sheet has changed, here or in another tab */
  function watch(watcher) {
    watchers.push(watcher);
  }

  function tell() {
    for (const watcher of watchers) watcher();
  }

  addEventListener("storage", (event) => {
    if (event.key === null || event.key === KEY) tell();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) tell();
  });

  guide.sheet.store = { read, change, forget, kept, watch };
})((globalThis.guide ??= {}));
