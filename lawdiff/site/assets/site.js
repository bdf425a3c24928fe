"use strict";
// Any day leads to the version that it lies in, and the version says that it does: by the field, and by an address
// that ends in #day=2013-01-01. Without this script the list of versions does the same.
for (const form of document.querySelectorAll("form[data-day]")) {
  const versions = [...document.querySelectorAll("a[data-from]")]
    .sort((one, other) => (one.dataset.from < other.dataset.from ? -1 : 1)); // a history begins with the newest
  const input = form.querySelector("input");
  const said = form.querySelector("output");
  const versionOn = (day) => versions.filter((link) => link.dataset.from <= day).pop();
  const folderOf = (place) => place.pathname.replace(/index\.html$/, "");
  const inWords = (day) => new Date(`${day}T00:00:00Z`)
    .toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const tell = () => {
    const found = versionOn(input.value);
    const where = found ? `in the version of ${found.textContent}` : "The law was not in force on that day.";
    said.textContent = input.value && input.validity.valid ? where : "";
  };
  const follow = () => {
    const day = /^#day=(\d{4}-\d\d-\d\d)$/.exec(location.hash)?.[1];
    const usual = input.value;
    input.value = day || usual;
    if (!day || !input.value) { // 30 February leaves the field empty
      input.value = usual;
      return;
    }
    const found = versionOn(day);
    if (found && folderOf(found) !== folderOf(location)) {
      location.replace(`${found.href}#day=${day}`);
    } else if (found) {
      said.textContent = `${inWords(day)} is one of these days.`;
    } else {
      tell();
    }
  };
  form.hidden = false;
  input.addEventListener("change", tell);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = versionOn(input.value);
    if (found) {
      location.href = `${found.href}#day=${input.value}`;
    } else {
      tell();
    }
  });
  addEventListener("hashchange", follow);
  follow();
}
// The first page has no versions: it asks the list of all days.
for (const form of document.querySelectorAll("form[data-days-of]")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${form.dataset.daysOf}#day=${form.querySelector("input").value}`;
  });
}
// On a wide screen the versions of an article stand beside it, open; on a narrow one they wait above it.
const beside = document.querySelector("main.dated nav.days details");
if (beside && matchMedia("(min-width: 64.01rem)").matches) {
  beside.open = true;
}
// On a narrow screen the menu scrolls; it begins at the page that is open.
const here = document.querySelector("header.site nav a[aria-current]");
const menu = here && here.closest("nav");
if (menu && menu.scrollWidth > menu.clientWidth) {
  menu.scrollLeft = here.getBoundingClientRect().left - menu.getBoundingClientRect().left - 18;
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
