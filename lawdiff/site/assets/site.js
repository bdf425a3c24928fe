"use strict";
// Any day leads to the version in force on it. Without this script the list of versions does the same.
for (const form of document.querySelectorAll("form[data-day]")) {
  const versions = [...document.querySelectorAll("a[data-from]")];
  const said = form.querySelector("output");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const day = form.querySelector("input").value;
    const found = versions.filter((link) => link.dataset.from <= day).pop();
    if (found) {
      location.href = found.href;
    } else {
      said.textContent = "The law was not in force on that day.";
    }
  });
}
// On a narrow screen the contents begin closed.
const contents = document.querySelector("nav.contents details");
if (contents && matchMedia("(max-width: 64rem)").matches) {
  contents.open = false;
}
// Words asked for on any page are looked for on the page of the search.
for (const form of document.querySelectorAll("form[data-to]")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.querySelector("input").value.trim();
    location.href = `${form.dataset.to}${words && `#${new URLSearchParams({ q: words })}`}`;
  });
}
