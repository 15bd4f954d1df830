// The desk without a script is whole; this makes it quick.
"use strict";
(() => {
  const main = document.getElementById("main");
  const here = () => location.pathname + location.search;
  const live = Object.assign(document.createElement("p"), { className: "hidden" });
  live.setAttribute("role", "status");
  document.querySelector(".foot").append(live);
  let shown = here();
  let turn = 0;

  // Puts the content of an address into this page; true once it stands. What is not as expected is loaded as ever.
  async function visit(address, added) {
    const mine = ++turn;
    main.setAttribute("aria-busy", "true");
    const leave = () => { location.assign(address); return false; };
    let fresh;
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      if (!answer.ok || answer.redirected) return leave();
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return leave();
    }
    if (mine !== turn) return false;
    const content = fresh.getElementById("main");
    if (!content) return leave();
    const { id, name } = document.activeElement;
    main.replaceChildren(...content.childNodes);
    main.removeAttribute("aria-busy");
    paint();
    document.title = fresh.title;
    if (added) history.pushState(null, "", address);
    shown = here();
    const again = (id && document.getElementById(id)) || (name && main.querySelector(`[name="${CSS.escape(name)}"]`));
    if (again) again.focus({ preventScroll: true });
    return true;
  }

  // Filters apply as they are changed; a page with a script of its own is loaded anew.
  const swaps = !document.querySelector("script[src]:not([src$='/desk.js'], [src$='/theme.js'])");

  async function filter(form) {
    const asked = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(asked).toString();
    const address = (form.getAttribute("action") || location.pathname) + (query && `?${query}`);
    if (!swaps) location.assign(address);
    else if (await visit(address, true)) live.textContent = main.querySelector("[role=status]")?.textContent ?? "";
  }
  const filters = (form) => form?.matches("form.filters") && form.method === "get";

  main.addEventListener("change", (event) => {
    if (filters(event.target.form) && event.target.form.reportValidity()) filter(event.target.form);
  });
  main.addEventListener("submit", (event) => {
    if (!filters(event.target)) return;
    event.preventDefault();
    filter(event.target);
  });
  window.addEventListener("popstate", () => { if (here() !== shown) visit(location.href, false); });

  // A document: a claim pressed shows its passage, a passage pressed its claim.
  async function show(claim, wanted) {
    const beside = main.querySelector(".beside").scrollTop;
    if (!await visit(`?claim=${encodeURIComponent(claim)}#passage`, true)) return;
    const chosen = main.querySelector(".claims [aria-current]");
    main.querySelector(".beside").scrollTop = beside;
    const passage = document.getElementById("passage");
    if (passage) reveal(passage);
    if (chosen) reveal(chosen, "nearest");
    (wanted === "claim" ? chosen?.querySelector("a") : passage)?.focus({ preventScroll: true });
  }

  function reveal(element, block = "center") {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block, behavior: still ? "instant" : "smooth" });
  }

  main.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !swaps) return;
    const link = event.target.closest(".claims a.goto");
    const mark = event.target.closest(".text mark[data-claims]");
    if (link) {
      event.preventDefault();
      show(new URL(link.href).searchParams.get("claim"), "passage");
    } else if (mark && main.querySelector(".claims") && getSelection().isCollapsed) {
      const claims = mark.dataset.claims.split(" ");
      const chosen = claims.indexOf(main.querySelector(".claims [aria-current]")?.id);
      show(claims[(chosen + 1) % claims.length], "claim");
    }
  });

  // "/" goes to the search, where keys are not switched off.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || kept("accord-keys") === "off") return;
    const find = document.querySelector(".find input");
    if (!find || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    find.focus();
  });

  // On a phone, the page that is shown is in view among the others.
  document.querySelectorAll(".top [aria-current], .tabs [aria-current]").forEach((link) => {
    const list = link.closest("ul");
    list.scrollLeft = link.offsetLeft - list.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
  });

  // The appearance, kept in this browser.
  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }
  const theme = document.getElementById("theme");
  theme.value = kept("accord-theme") || "";
  paint();

  // Pictures follow the appearance that was chosen.
  function paint() {
    const dark = { "": "(prefers-color-scheme: dark)", dark: "(min-width: 0)", light: "(max-width: 0)" }[theme.value];
    main.querySelectorAll("picture source").forEach((source) => {
      source.dataset.media ??= source.media;
      source.media = source.dataset.media.replace("(prefers-color-scheme: dark)", dark);
    });
  }

  theme.addEventListener("change", () => {
    document.documentElement.dataset.theme = theme.value;
    paint();
    try {
      localStorage.setItem("accord-theme", theme.value);
    } catch {
      // it holds for this page
    }
  });
})();
