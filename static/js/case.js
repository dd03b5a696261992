// The case work: a link to a field opens what hides it, and "l" leads to writing something down.
(() => {
  "use strict";

  const show = () => {
    const wanted = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!wanted) {
      return;
    }
    for (let box = wanted.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
    wanted.scrollIntoView({ block: "center" });
    if (wanted.matches("input, select, textarea")) {
      wanted.focus();
    }
  };

  addEventListener("hashchange", show);
  addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) {
      show();
    }
  });
  addEventListener("keydown", (event) => {
    const writes = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "l" || writes || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const field = document.getElementById("log_text");
    const link = document.querySelector("[data-quick-log]");
    if (field) {
      event.preventDefault();
      field.focus();
    } else if (link) {
      link.click();
    }
  });
  show();
})();
