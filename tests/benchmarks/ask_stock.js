/** Types a query into the theme's own search, and gives the addresses of its results in order. */
async (query) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const meta = document.querySelector(".md-search-result__meta");
  const typed = (text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
  const until = async (test) => {
    for (let tries = 0; tries < 600 && !test(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    if (!test()) throw new Error(`no answer to ${query}: ${meta.textContent}`);
  };
  const idle = "Type to start searching";
  typed("");
  await until(() => meta.textContent.trim() === idle);
  typed(query);
  await until(() => meta.textContent.trim() !== idle);
  return [...document.querySelectorAll(".md-search-result__link")].map((link) => link.href);
};
