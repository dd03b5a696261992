/* The key / puts one into the search of the page. Where one writes already it is only a sign. */
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    var field = document.querySelector("[data-slash]");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
