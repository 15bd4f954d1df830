// Comfort only: Escape closes an open quote and gives the focus back; a click elsewhere closes it too.
addEventListener("keydown", (event) => {
  const open = document.querySelector("details.quotes[open]");
  if (event.key === "Escape" && open) { open.open = false; open.querySelector("summary").focus(); }
});
addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.quotes[open]")) if (!open.contains(event.target)) open.open = false;
});
addEventListener("beforeprint", () => { for (const item of document.querySelectorAll(".annex details")) item.open = true; });
