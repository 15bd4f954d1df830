// Keys of the review desk: each presses the button or link that shows it. Off while typing, and where switched off.
"use strict";
(() => {
  const box = document.getElementById("keys-on");
  const kept = "accord-keys";
  const on = () => localStorage.getItem(kept) !== "off";
  if (box) {
    box.checked = on();
    box.addEventListener("change", () => localStorage.setItem(kept, box.checked ? "on" : "off"));
  }
  const typing = (at) => at.matches("input:not([type=checkbox]), select, textarea");
  const main = document.querySelector(".beside, .pair") || document;

  function reason() {
    const field = document.querySelector(".judge textarea");
    if (field) field.focus();
  }

  function correct() {
    const first = main.querySelector(".correct summary");
    if (first) first.focus();
  }

  function help() {
    const keys = document.getElementById("keys");
    if (keys) keys.open = !keys.open;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      if (event.key === "Enter" && event.target.matches("textarea[rows='1']")) {
        event.preventDefault();
        event.target.blur();
      }
      return;
    }
    if (!on()) return;
    const act = { "?": help, c: correct, i: reason }[event.key];
    const button = /^[a-z]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
    if (!act && !button) return;
    event.preventDefault();
    if (act) act();
    else button.click();
  });

  document.addEventListener("toggle", (event) => {
    const field = event.target.matches?.(".correct[open]") && event.target.querySelector("[name=value]");
    if (field) field.focus();
  }, true);

  document.addEventListener("submit", () => {
    document.querySelectorAll("form.judge button").forEach((b) => setTimeout(() => { b.disabled = true; }));
  });

  document.querySelectorAll(".text mark.passage").forEach((mark) => {
    const pane = mark.closest(".text");
    pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  });
})();
