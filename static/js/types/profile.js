/* Shows the profile below the form as it is being written. Without this file the button "Look at it" does the same. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-profile]");
  if (!form) return;

  function lines(text) {
    return text
      .split("\n")
      .map(function (line) {
        return line.trim();
      })
      .filter(Boolean);
  }
  function fill(place, parts, tag) {
    place.replaceChildren.apply(
      place,
      parts.map(function (part) {
        var element = document.createElement(tag);
        element.textContent = part;
        return element;
      }),
    );
  }
  form.addEventListener("input", function (event) {
    var name = event.target.dataset.preview;
    var place = name && document.querySelector('[data-show="' + name + '"]');
    if (!place) return;
    var text = event.target.value;
    if (place.dataset.as === "list") fill(place, lines(text), "li");
    else if (place.dataset.as === "paragraphs") fill(place, text.split(/\n\s*\n/).filter(Boolean), "p");
    else place.textContent = text;
  });
})();
