/** Fills MiniSearch with the texts of the pages that the theme's own search reads. */
async () => {
  const { docs } = await (await fetch("search/search_index.json")).json();
  globalThis.miniSearch = new MiniSearch({ fields: ["title", "text"], idField: "location" });
  globalThis.miniSearch.addAll(docs);
};
