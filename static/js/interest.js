/* The interest form's spam puzzle: find the number behind a hash. It runs while the visitor types, in small portions, and
   the form works just as well when it never ends. */
(async () => {
  "use strict";
  const form = document.querySelector("form[data-challenge]");
  const target = form && form.querySelector("[name=proof]");
  if (!target || !window.crypto || !crypto.subtle) return;

  const puzzle = JSON.parse(form.dataset.challenge);
  const encoder = new TextEncoder();
  const PORTION = 500;

  const hash = async (text) => {
    const bytes = new Uint8Array(await crypto.subtle.digest(puzzle.algorithm, encoder.encode(text)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const salt = puzzle.salt.endsWith("&") ? puzzle.salt : puzzle.salt + "&";

  for (let start = 0; start <= puzzle.maxNumber; start += PORTION) {
    const numbers = Array.from({ length: Math.min(PORTION, puzzle.maxNumber - start + 1) }, (_, step) => start + step);
    const found = (await Promise.all(numbers.map(async (number) => ((await hash(salt + number)) === puzzle.challenge ? number : -1)))).find(
      (number) => number >= 0,
    );
    if (found !== undefined) {
      const { algorithm, challenge, salt: given, signature } = puzzle;
      target.value = btoa(JSON.stringify({ algorithm, challenge, number: found, salt: given, signature }));
      form.dataset.proven = "true";
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
})();
