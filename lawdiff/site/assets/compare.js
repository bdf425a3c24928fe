"use strict";
// Any two days of a law beside each other. Every comparison was worked out when the site was built, and stands in
// lawdiffComparison: here it is only looked up and laid out. Without this script the lists of versions do the same.
(() => {
  const data = globalThis.lawdiffComparison;
  const form = document.getElementById("page-compare");
  if (!data || !form) {
    return;
  }
  const fields = { from: form.elements.from, to: form.elements.to, of: form.elements.of, all: form.elements.all };
  const said = document.getElementById("page-said");
  const result = document.getElementById("page-result");
  const title = document.title.replace(/^[^·]*/, "");
  const units = new Map(data.units.map((unit) => [unit.eid, unit]));
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"];
  let shown = "";

  // Days

  function isDay(day) {
    const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day); // 30 February is read as 2 March
  }
  const inWords = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${months[month - 1]} ${year}`;
  };
  const dayBefore = (day) => new Date(Date.parse(`${day}T00:00:00Z`) - 86400000).toISOString().slice(0, 10);
  const spanAt = (days, day) => days.findLastIndex((start) => start <= day);
  const versionsOf = (unit) => (unit && unit.versions.length ? unit.versions : data.versions);

  // The version that a day lies in: its words, and its page.
  function versionOn(day, unit) {
    const versions = versionsOf(unit);
    const at = spanAt(versions, day);
    if (at < 0) {
      return null;
    }
    const last = at + 1 < versions.length ? dayBefore(versions[at + 1]) : "";
    const from = inWords(versions[at]);
    const words = !last ? `${from} and later` : last === versions[at] ? from : `${from} to ${inWords(last)}`;
    const place = unit && unit.versions.length ? `../${unit.eid}` : "..";
    return { words, page: `${place}/${versions[at]}/index.html` };
  }

  // Small parts of a page

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }
  const text = (at) => data.strings[at];
  const why = (words) => make("small", { class: "why" }, `[${words}]`);
  const law = (...children) => make("bdi", { lang: data.language }, ...children);

  // The pieces of a redline that stand in one of the wordings, or in both.
  function pieces(redline, side) {
    const found = [];
    for (let at = 0; at < redline.length; at += 2) {
      const op = redline[at];
      const words = text(redline[at + 1]);
      if (op === "e") {
        found.push(words);
      } else if (side === "both" || (op === "d") === (side === "old")) {
        found.push(make(op === "d" ? "del" : "ins", {}, words));
      }
    }
    return found;
  }

  // A wording with its mark and the reason for it, as the pages of versions have it.
  function wording(at, redline, side) {
    const [stateAt, wordsAt, whyAt, possible] = data.wordings[at];
    const state = data.states[stateAt];
    const isMarked = state !== "recorded";
    const words = wordsAt < 0 ? null : law(...(redline ? pieces(redline, side) : [text(wordsAt)]));
    const line = make("p", { class: isMarked ? `w ${state}` : "w" });
    if (isMarked) {
      line.append(make("b", { class: `chip ${state}` }, state), " ");
    }
    line.append(...(words ? [words, " "] : []), ...(isMarked ? [why(text(whyAt) || "no more is known")] : []));
    const items = possible.map(([wordsOf, reason], index) => make("li", {}, make("i", {}, index ? "or: " : "either: "),
      ...(wordsOf < 0 ? [] : [law(text(wordsOf)), " "]), why(text(reason))));
    return items.length ? [line, make("ul", { class: "either" }, ...items)] : [line];
  }

  // What is compared

  function compare(asked) {
    const only = units.get(asked.of);
    return data.texts.flatMap(([unitAt, name, days, wordings, table]) => {
      const unit = data.units[unitAt];
      if (only && unit !== only) {
        return [];
      }
      const [one, other] = [spanAt(days, asked.from), spanAt(days, asked.to)];
      const isBack = one === other && asked.to < asked.from;
      const place = isBack ? days.length * days.length + one : one * days.length + other;
      const cell = asked.from === asked.to ? -1 : table[place];
      const change = cell < 0 ? null : changeAt(cell);
      const states = [wordings[one], wordings[other]].map((at) => data.states[data.wordings[at][0]]);
      const isNowhere = !change && states.every((state) => state === "absent");
      return isNowhere ? [] : [{ unit, name: text(name), old: wordings[one], new: wordings[other], states, change }];
    });
  }

  function changeAt(at) {
    const [kind, headline, remarks, redline, cautions, place, isShown, behind] = data.changes[at];
    return {
      kind: data.kinds[kind],
      headline: text(headline),
      remarks: remarks.map(text),
      redline: redline < 0 ? null : data.redlines[redline],
      cautions,
      place: place < 0 ? null : text(place),
      isShown: isShown === 1,
      behind: behind < 0 ? null : changeAt(behind),
    };
  }

  function cautionsOf(rows, asked) {
    const found = new Set(rows.flatMap((row) => (row.change ? row.change.cautions : [])));
    const told = [...found].sort((one, other) => one - other).map((at) => data.cautions[at]);
    const days = [asked.from, asked.to];
    const beyond = [...new Set(days)].filter((day) => day > data.horizon);
    const hasWords = rows.some((row) => [row.old, row.new].some((at) => data.wordings[at][1] >= 0));
    return [
      ...(beyond.length ? [data.pastHorizon[hasWords ? 1 : 0].replace("{days}", beyond.join(" and "))] : []),
      ...[...told, ...(data.ownCaution ? [data.ownCaution] : [])]
        .filter(([, first, last]) => !first || days.some((day) => first <= day && day < last))
        .map(([sentence]) => sentence),
    ];
  }

  // What is shown

  function row(found, asked) {
    const { change, states } = found;
    const isCertain = states.every((state) => state === "recorded" || state === "restored");
    const headline = change ? change.headline : isCertain ? "unchanged" : "no change is known";
    const redline = change ? change.redline : null;
    const days = { old: inWords(asked.from), new: inWords(asked.to) };
    const side = (name) => make("div", { class: "side" }, make("p", { class: "day" }, days[name]),
      ...wording(found[name], redline, name));
    const parts = [];
    if (asked.view !== "inline") {
      parts.push(make("div", { class: "sides" }, side("old"), side("new")));
    } else if (redline) {
      const marks = ["old", "new"].filter((name, at) => !["recorded", "absent"].includes(states[at]));
      parts.push(make("p", { class: "redline" }, law(...pieces(redline, "both"))));
      parts.push(...marks.map((name) => make("p", { class: "why" },
        `[${days[name]}: ${text(data.wordings[found[name]][2])}]`)));
    } else if (found.old === found.new) {
      parts.push(make("div", { class: "side" }, ...wording(found.old, null, "both")));
    } else {
      parts.push(side("old"), side("new"));
    }
    const more = change ? change.behind : null;
    const sameness = change ? "" : found.old === found.new ? " same one" : " same";
    return make("div", { class: `change${sameness}` },
      make("p", { class: "what" }, make("strong", {}, (change && change.place) || found.name), ` ${headline}`),
      ...(change ? change.remarks : []).map((remark) => make("p", { class: "why" }, `[${remark}]`)), ...parts,
      ...(more && more.redline ? [make("p", { class: "redline" }, law(...pieces(more.redline, "both")))] : []));
  }

  // Changes without words to show, those of which the same is said together.
  function alike(rows) {
    const groups = new Map();
    for (const { change, name } of rows) {
      const key = JSON.stringify([change.headline, change.remarks]);
      groups.set(key, [...(groups.get(key) || []), change.place || name]);
    }
    return [...groups].map(([key, places]) => {
      const [headline, remarks] = JSON.parse(key);
      return make("li", {}, `${places.join("; ")}: ${headline} `, ...remarks.flatMap((remark) => [why(remark), " "]));
    });
  }

  function section(unit, rows, asked) {
    const isWorded = (found) => asked.all || (found.change && found.change.isShown);
    const listed = rows.filter((found) => !isWorded(found));
    return make("section", { class: "unit" }, ...(asked.of ? [] : [make("h3", {}, ...named(unit, asked))]), ...rows.filter(isWorded).map((found) => row(found, asked)),
      ...(listed.length ? [make("ul", { class: "alike" }, ...alike(listed))] : []));
  }

  // The title of an article on a day, where it is certain.
  function titleOn(unit, day) {
    if (unit.heading < 0) {
      return "";
    }
    const [, , days, wordings] = data.texts[unit.heading];
    const [state, words] = data.wordings[wordings[spanAt(days, day)]];
    return ["recorded", "restored"].includes(data.states[state]) ? text(words) : "";
  }

  // An article with its title, as a heading has it.
  function named(unit, asked) {
    const words = titleOn(unit, asked.to) || titleOn(unit, asked.from);
    const name = unit.versions.length ? make("a", { href: `../${unit.eid}/index.html` }, unit.name) : unit.name;
    return [name, ...(words ? [". ", law(words)] : [])];
  }

  function summary(rows, asked) {
    const changed = rows.filter((found) => found.change && found.change.kind !== "unproved");
    const counts = data.kinds.map((kind) => [kind, changed.filter((found) => found.change.kind === kind).length]);
    const told = counts.filter(([, number]) => number).map(([kind, number]) => `${number} ${kind}`);
    const unproved = rows.filter((found) => found.change && found.change.kind === "unproved").length;
    const where = units.has(asked.of) ? units.get(asked.of).name : "The whole Law";
    const texts = (number) => `${number} ${number === 1 ? "text" : "texts"}`;
    const first = asked.from === asked.to ? "both days are the same." : told.length
      ? `${told.join(", ")}.` : "no change is known.";
    const then = unproved ? ` ${texts(unproved)} more: no change is known, and nothing proves it.` : "";
    return `${where}, ${inWords(asked.from)} to ${inWords(asked.to)}: ${first}${then}`;
  }

  // One of the two days with the version that it lies in.
  function dayHead(day, unit) {
    const version = versionOn(day, unit);
    return make("div", {}, make("time", { datetime: day }, inWords(day)), ": ",
      version ? make("a", { href: version.page }, `version of ${version.words}`) : make("span", {}, "not in force"));
  }

  function before(rows, asked) {
    const cautions = cautionsOf(rows, asked).map((caution) => make("li", {}, caution));
    const isPast = asked.from > data.horizon || asked.to > data.horizon;
    return cautions.length ? [make("details", { class: isPast ? "cautions banner" : "cautions", open: "" },
      make("summary", {}, "Before you quote"), make("ul", {}, ...cautions))] : [];
  }

  function show(asked) {
    const unit = units.get(asked.of);
    const rows = compare(asked);
    const isSeen = (found) => asked.all || (found.change && found.change.kind !== "unproved");
    const sections = data.units.map((each) => [each, rows.filter((found) => found.unit === each && isSeen(found))])
      .filter(([, inside]) => inside.length).map(([each, inside]) => section(each, inside, asked));
    const heading = make("h2", { id: "page-compared" }, ...(unit ? named(unit, asked) : ["The whole Law"]));
    const days = make("div", { class: "heads" }, dayHead(asked.from, unit), dayHead(asked.to, unit));
    result.replaceChildren(heading, ...before(rows, asked), days, ...sections, cite(asked, unit));
    result.setAttribute("aria-labelledby", "page-compared");
    result.className = asked.view;
    result.hidden = false;
    said.textContent = summary(rows, asked);
    document.title = `${inWords(asked.from)} and ${inWords(asked.to)} compared ${title}`;
  }

  function cite(asked, unit) {
    const address = `${form.dataset.address}?${query(asked)}`;
    const words = `${data.name}${unit ? `, ${unit.name}` : ""}, what is different from ${inWords(asked.from)} to `
      + `${inWords(asked.to)}, as far as it can be known`;
    return make("div", { class: "cite" }, make("h3", {}, "Cite this"), make("p", {}, `${words}; source ${data.source}.`),
      make("p", {}, "Address: ", make("a", { href: `?${query(asked)}` }, address)));
  }

  // What is asked: in the address, so that it can be cited, and in the form

  function query(asked) {
    const terms = new URLSearchParams({ from: asked.from, to: asked.to });
    const isUsual = asked.all === (asked.of !== "");
    const others = { of: asked.of, view: asked.view === "inline" ? "inline" : "", all: isUsual ? "" : Number(asked.all) };
    for (const [name, value] of Object.entries(others)) {
      if (value !== "") {
        terms.set(name, value);
      }
    }
    return terms.toString();
  }

  function fromAddress() {
    const behind = location.hash.includes("from=") ? location.hash.slice(1) : location.search;
    const terms = new URLSearchParams(behind);
    const day = (name) => (isDay(terms.get(name) || "") ? terms.get(name) : fields[name].defaultValue);
    const of = units.has(terms.get("of")) ? terms.get("of") : "";
    const said = (name) => `“${terms.get(name).slice(0, 40)}”`;
    const wrong = [
      ...["from", "to"].filter((name) => terms.get(name) && !isDay(terms.get(name))).map((name) => `${said(name)} is no day`),
      ...(terms.get("of") && !of ? [`${said("of")} is no article of this Law`] : []),
    ];
    const view = terms.get("view") === "inline" ? "inline" : "beside";
    const all = terms.has("all") ? terms.get("all") === "1" : of !== "";
    return { from: day("from"), to: day("to"), of, view, all, wrong };
  }

  const fromForm = () => ({
    from: fields.from.value,
    to: fields.to.value,
    of: fields.of.value,
    view: form.elements.view.value,
    all: fields.all.checked,
  });

  function fill(asked) {
    fields.from.value = asked.from;
    fields.to.value = asked.to;
    fields.of.value = asked.of;
    form.elements.view.value = asked.view;
    fields.all.checked = asked.all;
    resolve();
  }

  // Beside each day the version that it lies in.
  function resolve() {
    for (const name of ["from", "to"]) {
      const day = fields[name].value;
      const version = isDay(day) ? versionOn(day, units.get(fields.of.value)) : null;
      const words = version ? `in the version of ${version.words}` : "the Law was not in force";
      document.getElementById(`page-${name}-version`).textContent = isDay(day) ? words : "";
    }
  }

  function ask() {
    const asked = fromForm();
    if (!form.reportValidity() || !isDay(asked.from) || !isDay(asked.to)) {
      return;
    }
    shown = query(asked);
    try {
      history.pushState(null, "", `?${shown}`);
    } catch { // a folder: some browsers let only what stands behind # change there
      location.hash = shown;
    }
    show(asked);
  }

  function follow() {
    const asked = fromAddress();
    const terms = asked.wrong.length ? asked.wrong.join() : query(asked);
    if (terms === shown) {
      return;
    }
    shown = terms;
    fill(asked);
    if (asked.wrong.length) { // other days than those asked for would be a wrong answer
      result.hidden = true;
      said.textContent = `Nothing is compared: ${asked.wrong.join(", and ")}. Choose the days and what is to be compared.`;
    } else {
      show(asked);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("change", (event) => {
    resolve();
    if (event.target === fields.of) {
      fields.all.checked = fields.of.value !== ""; // an article is read whole, of the law what is different
    }
    if (event.target.type === "radio" || event.target.type === "checkbox" || event.target === fields.of) {
      ask();
    }
  });
  document.getElementById("page-swap").addEventListener("click", () => {
    [fields.from.value, fields.to.value] = [fields.to.value, fields.from.value];
    resolve();
    ask();
  });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  form.hidden = false;
  document.getElementById("page-no-script").remove();
  document.querySelector("details.pairs").open = false;
  follow();
})();
