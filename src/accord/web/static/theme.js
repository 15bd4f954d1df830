// Before the first paint: the appearance that was chosen here.
"use strict";
try {
  document.documentElement.dataset.theme = localStorage.getItem("accord-theme") || "";
} catch {
  // without storage, the appearance is the system's
}
