"use strict";
// The drawing answers the pointer and the arrow keys with a sentence, and a filter, kept in the address, holds for
// drawing and table alike. Without this script both are whole. The table is what the filter reads.
(() => {
  const region = document.querySelector(".drawing"); // hears all: a drawing with listeners would take the focus
  const drawing = document.querySelector(".drawing svg");
  const said = document.getElementById("page-said");
  const form = document.querySelector("form[data-filter]");
  if (!drawing || !said || !form) {
    return;
  }
  const HINT = "Point at a law, an article or a sign; or go among them with the arrow keys.";
  const laws = [...drawing.querySelectorAll("g[data-law]")];
  const units = [...drawing.querySelectorAll(":scope > g[data-unit]")];
  const signs = [...drawing.querySelectorAll("g[data-law] g[data-unit]")];
  const lawOf = (sign) => sign.parentNode;
  const unitNamed = new Map(units.map((unit) => [unit.dataset.unit, unit]));
  const key = (law, unit) => JSON.stringify([law, unit]);
  const signAt = new Map(signs.map((sign) => [key(lawOf(sign).dataset.law, sign.dataset.unit), sign]));
  const sentence = (part) => part.getAttribute("aria-label").replace(/\.?$/, ".");

  // What is pointed at

  let marked = [];
  function mark(law, unit, sign, words) {
    marked.forEach((part) => part.classList.remove("at"));
    marked = [law, unit, sign].filter(Boolean);
    marked.forEach((part) => part.classList.add("at"));
    if (said.textContent !== words) {
      said.textContent = words;
    }
  }
  function markFocused() {
    const place = drawing.contains(document.activeElement) && placeOf.get(document.activeElement);
    if (!place) {
      mark(null, null, null, HINT);
    } else if (place.sign) {
      mark(lawOf(place.sign), unitNamed.get(place.sign.dataset.unit), place.sign, sentence(place.sign));
    } else {
      mark(place.law, place.unit, null, sentence(place.law || place.unit));
    }
  }
  function markPointed(event) {
    const under = document.elementsFromPoint(event.clientX, event.clientY).filter((part) => drawing.contains(part));
    const law = under.map((part) => part.closest("g[data-law]")).find(Boolean);
    const unit = under.map((part) => part.closest("svg > g[data-unit]")).find(Boolean);
    const sign = law && unit && signAt.get(key(law.dataset.law, unit.dataset.unit));
    if (sign) {
      mark(law, unit, sign, sentence(sign));
    } else if (law && unit) {
      const names = [law.querySelector("text"), unit.querySelector("title")].map((part) => part.textContent);
      mark(law, unit, null, `No source here names ${names[0]} at ${names[1].replace(/\.$/, "")}.`);
    } else if (law || unit) {
      mark(law, unit, null, sentence(law || unit));
    } else {
      markFocused();
    }
  }
  region.addEventListener("pointermove", markPointed);
  region.addEventListener("pointerdown", markPointed);
  region.addEventListener("pointerleave", markFocused);
  region.addEventListener("focusin", markFocused);
  region.addEventListener("focusout", () => setTimeout(markFocused));

  // The arrow keys: one stop for Tab, then from name to sign to name

  const placeOf = new Map();
  const focusable = (part) => part.querySelector(":scope > a") || part;
  laws.forEach((law, row) => placeOf.set(focusable(law), { row, column: -1, law }));
  units.forEach((unit, column) => placeOf.set(focusable(unit), { row: -1, column, unit }));
  for (const sign of signs) {
    const column = units.indexOf(unitNamed.get(sign.dataset.unit));
    placeOf.set(sign, { row: laws.indexOf(lawOf(sign)), column, sign });
  }
  for (const part of placeOf.keys()) {
    part.setAttribute("tabindex", "-1");
  }
  let stop = laws.length ? focusable(laws[0]) : null;
  stop?.setAttribute("tabindex", "0");
  function goTo(part) {
    stop.setAttribute("tabindex", "-1");
    stop = part;
    stop.setAttribute("tabindex", "0");
    stop.focus();
  }
  const shown = (part) => !part.closest(".off");
  function nearest(from, along, across, step) {
    const here = placeOf.get(from);
    const onward = [...placeOf]
      .filter(([part, place]) => place[across] === here[across] && (place[along] - here[along]) * step > 0 && shown(part))
      .sort(([, one], [, other]) => (one[along] - other[along]) * step);
    return onward;
  }
  const MOVES = {
    ArrowRight: ["column", "row", 1, 0],
    ArrowLeft: ["column", "row", -1, 0],
    ArrowDown: ["row", "column", 1, 0],
    ArrowUp: ["row", "column", -1, 0],
    Home: ["column", "row", -1, -1],
    End: ["column", "row", 1, -1],
  };
  region.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey || !placeOf.has(document.activeElement)) {
      return;
    }
    const [along, across, step, at] = move;
    const found = nearest(document.activeElement, along, across, step).at(at);
    event.preventDefault();
    if (found) {
      goTo(found[0]);
    }
  });
  region.addEventListener("focusin", (event) => {
    if (placeOf.has(event.target) && event.target !== stop) {
      stop.setAttribute("tabindex", "-1");
      stop = event.target;
      stop.setAttribute("tabindex", "0");
    }
  });

  // The filter

  const rows = [...document.querySelectorAll("table.graph tbody tr")];
  const fields = [...form.querySelectorAll("select")];
  const many = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  function apply() {
    const asked = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const touched = new Set();
    let count = 0;
    let lawCount = 0;
    for (const row of rows) {
      const ofLaw = (!asked.law || row.dataset.law === asked.law) && (!asked.year || row.dataset.year === asked.year);
      let any = ofLaw && !asked.kind && !asked.certainty;
      for (const item of row.querySelectorAll("li")) {
        const kinds = item.dataset.kind.split("|");
        const fits =
          ofLaw &&
          (!asked.kind || kinds.includes(asked.kind)) &&
          (!asked.certainty || item.dataset.certainty === asked.certainty);
        item.hidden = !fits;
        signAt.get(key(row.dataset.law, item.dataset.unit))?.classList.toggle("off", !fits);
        if (fits) {
          any = true;
          count += 1;
          touched.add(item.dataset.unit);
        }
      }
      row.hidden = !any;
      lawCount += any ? 1 : 0;
      laws.find((law) => law.dataset.law === row.dataset.law)?.classList.toggle("off", !any);
    }
    const isPart = fields.some((field) => field.value);
    units.forEach((unit) => unit.classList.toggle("off", isPart && !touched.has(unit.dataset.unit)));
    const all = `${many(signs.length, "sign")}`;
    form.querySelector("output").textContent = isPart
      ? `${count} of ${all}, ${many(lawCount, "law")}`
      : `${all}, ${many(rows.length, "law")}`;
  }
  function keep() {
    const asked = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
    history.replaceState(null, "", `${location.href.split("#")[0]}${asked.size ? `#${asked}` : ""}`);
  }
  function read() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      return; // a place on the page
    }
    const asked = new URLSearchParams(hash);
    for (const field of fields) {
      const value = asked.get(field.name) || "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    apply();
  }
  form.addEventListener("change", () => {
    apply();
    keep();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      apply();
      keep();
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);

  form.hidden = false;
  said.hidden = false;
  said.textContent = HINT;
  apply();
  read();
})();
