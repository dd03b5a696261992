/* Small comforts. Every page works without this file. It sits in the head, so that the theme is set before the first paint. */
(function () {
  "use strict";
  var root = document.documentElement;
  var night = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return localStorage.getItem("theme");
    } catch (e) {
      return null;
    }
  }
  function show(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    root.dataset.shade = root.dataset.theme || (night.matches ? "dark" : "light");
  }
  root.classList.add("js");
  show(stored());
  night.addEventListener("change", function () {
    show(stored());
  });

  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-theme-toggle]")) return;
    var next = root.dataset.shade === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", next);
    } catch (e) {
      /* private window: the choice lasts for this page */
    }
    show(next);
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-menu-button]");
    if (!button) return;
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
  });

  /* a menu closes on Escape, and on a click outside it */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var button = document.querySelector("[data-menu-button][aria-expanded=true]");
    if (button) {
      button.setAttribute("aria-expanded", "false");
      button.focus();
    }
    var open = document.querySelector("details[data-menu][open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  /* one click, one letter: a sent form cannot be sent again */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-resend")) return;
    setTimeout(function () {
      if (event.defaultPrevented) return;
      document.querySelectorAll("button[type=submit], button:not([type])").forEach(function (button) {
        if (button.form !== form) return;
        button.disabled = true;
        button.classList.add("is-busy");
      });
    }, 0);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("button.is-busy").forEach(function (button) {
      button.disabled = false;
      button.classList.remove("is-busy");
    });
  });

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-js-only]").forEach(function (element) {
      element.hidden = false;
    });
    /* errors are read out first */
    var summary = document.querySelector("[data-error-summary]");
    if (summary) summary.focus();
    /* how many characters are left */
    document.querySelectorAll("textarea[maxlength]").forEach(function (area) {
      var count = document.createElement("p");
      count.className = "field__count";
      count.setAttribute("aria-hidden", "true");
      function tell() {
        count.textContent = area.value.length + " / " + area.maxLength;
      }
      area.insertAdjacentElement("afterend", count);
      area.addEventListener("input", tell);
      tell();
    });
  });
})();
