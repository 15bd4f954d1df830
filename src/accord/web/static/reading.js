// Drop files anywhere on the page of documents; watch a reading without loading its page anew.
"use strict";

for (const box of document.querySelectorAll("[data-drop]")) {
  const form = box.querySelector("form");
  const input = form.querySelector("input[type=file]");
  const over = (yes) => box.classList.toggle("over", yes);
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    box.open = true;
    over(true);
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    over(false);
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  const bar = form.querySelector("progress");
  const button = form.querySelector("button");
  const request = new XMLHttpRequest();
  request.open("POST", "/api/documents");
  request.responseType = "json";
  request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
  request.upload.addEventListener("progress", (event) => { if (event.total) bar.value = event.loaded / event.total; });
  request.addEventListener("load", () => {
    if (request.status === 202) location.assign(`/documents/reading?number=${request.response.number}`);
    else tell(request.response ? `${request.response.error.reason}. ${request.response.error.mend}` : request.statusText);
  });
  request.addEventListener("error", () => form.submit());
  bar.hidden = false;
  button.disabled = true;
  request.send(new FormData(form));

  function tell(words) {
    bar.hidden = true;
    button.disabled = false;
    let place = form.querySelector("[role=alert]");
    if (!place) {
      place = document.createElement("p");
      place.className = "fault";
      place.setAttribute("role", "alert");
      form.append(place);
    }
    place.textContent = words;
  }
}

const watched = document.querySelector("[data-reading][data-over=no]");
if (watched) watch(watched, "");

async function watch(box, before) {
  let now = before;
  try {
    const { reading } = await (await fetch(`/api/documents/reading?number=${box.dataset.reading}`)).json();
    now = `${reading.state} ${reading.done}`;
    if (now !== before) {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const fresh = page.querySelector("[data-reading]");
      box.replaceWith(fresh);
      box = fresh;
    }
  } catch {
    // the desk does not answer just now: ask again
  }
  if (box.dataset.over === "no") setTimeout(watch, 1000, box, now);
}
