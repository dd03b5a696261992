/* The board by drag and by keyboard. Without this file each card's button does the same. */
(function () {
  "use strict";
  var board = document.querySelector("[data-board]");
  if (!board) return;
  var said = document.querySelector("[data-said]");
  var columns = Array.prototype.slice.call(board.querySelectorAll("[data-stage]"));
  var taken = null; // the card in hand
  var over = false; // whether it is held over the next column

  function words(name, values) {
    return Object.keys(values || {}).reduce(function (text, key) {
      return text.replace("%(" + key + ")s", values[key]);
    }, board.dataset[name]);
  }
  function say(text, links) {
    said.textContent = text;
    said.classList.toggle("is-refused", Boolean(links));
    (links || []).forEach(function (one) {
      var link = document.createElement("a");
      link.href = one.url;
      link.textContent = one.text;
      said.append(" ", link);
    });
  }
  function columnOf(card) {
    return card.closest("[data-stage]");
  }
  function nextOf(column) {
    return columns[columns.indexOf(column) + 1] || null;
  }
  function label(column) {
    return column.querySelector("h2 a").textContent.trim();
  }
  function mark(column) {
    columns.forEach(function (one) {
      one.classList.toggle("is-target", one === column);
    });
  }
  function letGo() {
    if (taken) taken.classList.remove("is-taken");
    taken = null;
    over = false;
    mark(null);
  }
  function count(column, by) {
    var shown = column.querySelector("[data-count]");
    if (/^\d+$/.test(shown.textContent)) shown.textContent = String(Number(shown.textContent) + by);
  }
  function put(card, column) {
    column.querySelector("[data-cards]").prepend(card);
  }

  function move(card) {
    var from = columnOf(card);
    var to = nextOf(from);
    var after = card.nextElementSibling;
    var form = card.querySelector("form");
    if (!to || !form) return;
    var data = new FormData(form);
    data.set("verb", card.dataset.verb);
    card.setAttribute("aria-busy", "true");
    put(card, to);
    fetch(card.dataset.move, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    })
      .then(function (answer) {
        if (answer.status !== 200 && answer.status !== 409) throw new Error(String(answer.status));
        return answer.json();
      })
      .then(function (told) {
        if (told.refused) {
          from.querySelector("[data-cards]").insertBefore(card, after);
          say(told.refused, told.missing);
          return;
        }
        count(from, -1);
        count(to, 1);
        say(told.said);
        card.dataset.verb = told.step.verb;
        if (told.step.verb) {
          form.querySelector("button").value = told.step.verb;
          form.querySelector("[data-step]").textContent = told.step.words;
        } else {
          form.remove();
          card.removeAttribute("draggable");
          delete card.dataset.move;
        }
      })
      .catch(function () {
        from.querySelector("[data-cards]").insertBefore(card, after);
        say(words("failed"), []);
      })
      .finally(function () {
        card.removeAttribute("aria-busy");
        card.querySelector("a").focus();
      });
  }

  /* --- by drag --- */
  board.querySelectorAll("[data-move]").forEach(function (card) {
    card.draggable = true;
  });
  board.addEventListener("dragstart", function (event) {
    var card = event.target.closest && event.target.closest("[data-card]");
    if (!card || !card.dataset.move) return;
    taken = card;
    card.classList.add("is-taken");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.dataset.name);
  });
  board.addEventListener("dragover", function (event) {
    var column = event.target.closest("[data-stage]");
    if (!taken || !column) return;
    event.preventDefault();
    mark(column === nextOf(columnOf(taken)) ? column : null);
  });
  board.addEventListener("drop", function (event) {
    var column = event.target.closest("[data-stage]");
    if (!taken || !column) return;
    event.preventDefault();
    var card = taken;
    letGo();
    if (column === columnOf(card)) return;
    if (column === nextOf(columnOf(card))) move(card);
    else say(words("only"), []);
  });
  board.addEventListener("dragend", letGo);

  /* --- by keyboard --- */
  function focusCard(card) {
    if (card) card.querySelector("a").focus();
  }
  function beside(card, step) {
    var column = columns[columns.indexOf(columnOf(card)) + step];
    while (column && !column.querySelector("[data-card]")) column = columns[columns.indexOf(column) + step];
    return column ? column.querySelector("[data-card]") : null;
  }
  board.addEventListener("keydown", function (event) {
    var card = event.target.closest("[data-card]");
    if (!card || event.target.closest("button") || event.ctrlKey || event.metaKey || event.altKey) return;
    var key = event.key;
    if (taken === card) {
      if (key === "ArrowRight") {
        over = true;
        mark(nextOf(columnOf(card)));
        say(words("over", { case: card.dataset.name, stage: label(nextOf(columnOf(card))) }));
      } else if (key === "ArrowLeft") {
        over = false;
        mark(null);
        say(words("taken", { case: card.dataset.name }));
      } else if (key === "Enter" || key === " ") {
        var moves = over;
        letGo();
        if (moves) move(card);
        else say(words("left", { case: card.dataset.name }));
      } else if (key === "Escape" || key === "Tab") {
        letGo();
        say(words("left", { case: card.dataset.name }));
        if (key === "Tab") return;
      } else if (key !== "ArrowUp" && key !== "ArrowDown") return;
      event.preventDefault();
      return;
    }
    if (key === " " && card.dataset.move && nextOf(columnOf(card))) {
      letGo();
      taken = card;
      card.classList.add("is-taken");
      say(words("taken", { case: card.dataset.name }));
    } else if (key === "ArrowDown") focusCard(card.nextElementSibling);
    else if (key === "ArrowUp") focusCard(card.previousElementSibling);
    else if (key === "ArrowRight") focusCard(beside(card, 1));
    else if (key === "ArrowLeft") focusCard(beside(card, -1));
    else return;
    event.preventDefault();
  });
})();
