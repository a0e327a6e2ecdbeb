/** Types queries letter by letter into the field of the header, and times each letter to the page laid out with its answer. */
(queries) => {
  const field = document.querySelector("[data-search-field]");
  const times = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const start = performance.now();
      field.value = query.slice(0, length);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.parentElement.getBoundingClientRect();
      times.push(performance.now() - start);
    }
  }
  return times;
};
