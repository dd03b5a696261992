/* Remembers in this browser, and nowhere else, what was ticked off in a guide. Without this file the boxes still work. */
(function () {
  "use strict";
  var guide = document.querySelector("[data-guide]");
  if (!guide) return;
  var key = "guide-" + guide.dataset.guide;
  var boxes = Array.prototype.slice.call(guide.querySelectorAll("[data-check]"));
  var progress = guide.querySelector("[data-guide-progress]");
  if (!progress || !boxes.length) return;

  function stored() {
    try {
      var found = JSON.parse(localStorage.getItem(key));
      return Array.isArray(found) ? found : [];
    } catch (e) {
      return [];
    }
  }
  /* false in a private window, where nothing can be kept */
  function keep(names) {
    try {
      if (names.length) localStorage.setItem(key, JSON.stringify(names));
      else localStorage.removeItem(key);
      return true;
    } catch (e) {
      return false;
    }
  }
  function show() {
    var done = boxes.filter(function (box) {
      return box.checked;
    });
    progress.querySelector("[data-guide-words]").textContent = progress.dataset.words
      .replace("DONE", String(done.length))
      .replace("ALL", String(boxes.length));
    progress.querySelector("progress").value = done.length;
    return done.map(function (box) {
      return box.dataset.check;
    });
  }
  function fill() {
    var names = stored();
    boxes.forEach(function (box) {
      box.checked = names.indexOf(box.dataset.check) !== -1;
    });
    show();
  }

  fill();
  progress.hidden = false;
  guide.addEventListener("change", function (event) {
    if (event.target.matches("[data-check]")) keep(show());
  });
  progress.querySelector("[data-guide-clear]").addEventListener("click", function () {
    boxes.forEach(function (box) {
      box.checked = false;
    });
    keep(show());
  });
  /* ticked in another tab */
  window.addEventListener("storage", function (event) {
    if (event.key === key || event.key === null) fill();
  });
})();
