/** Types queries into the finder, one after another, and reads what the page shows for each. */
(queries) => {
  const field = document.querySelector("[data-finder] input[type=search]");
  const box = document.querySelector("[data-finder] [data-search-results]");
  return queries.map((query) => {
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const rows = [...box.querySelectorAll("[data-kind]")];
    const panel = box.querySelector("[data-safeguarding]");
    return {
      state: box.dataset.state,
      answers: box.dataset.query === query,
      results: rows.map((row) => [row.dataset.kind, row.dataset.id]),
      panel: Boolean(panel && (!rows[0] || panel.compareDocumentPosition(rows[0]) & Node.DOCUMENT_POSITION_FOLLOWING)),
    };
  });
};
