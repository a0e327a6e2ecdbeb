/** The milliseconds from the first focus of the field to a search that answers. */
async () => {
  const start = performance.now();
  document.querySelector("[data-search-field]").focus();
  await guide.load();
  return performance.now() - start;
};
