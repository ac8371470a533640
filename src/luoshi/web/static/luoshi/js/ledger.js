// Lists of ledgers: an address names only the filters that are set.
(() => {
  "use strict";

  document.addEventListener("formdata", (event) => {
    if (!event.target.matches("form[method=get]")) return;
    for (const name of new Set(event.formData.keys())) {
      const filled = event.formData.getAll(name).filter((value) => value !== "");
      event.formData.delete(name);
      for (const value of filled) event.formData.append(name, value);
    }
  });
})();
