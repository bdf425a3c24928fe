"use strict";
// A result of the search as it is shown: the article, the words found, from when to when and how well they are known.
{
  const GLOSS = {
    restored: "put back from a note",
    later: "only a later wording is recorded",
    earlier: "the last recorded wording, no proof for these days",
    uncertain: "one of several possible wordings",
  };
  const MONTHS =
    "January February March April May June July August September October November December".split(" ");

  const element = (tag, attributes = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      made.setAttribute(name, value);
    }
    made.append(...inside);
    return made;
  };
  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const inWords = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };
  const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

  // The days of the versions from the first to the last: "20 August 2012 to 23 June 2013".
  const daysOf = (unit, first, last) => {
    const begin = unit.days[first];
    const next = unit.days[last + 1];
    if (next === undefined) {
      return `${inWords(begin)} and later`;
    }
    const end = dayBefore(next);
    return begin === end ? inWords(begin) : `${inWords(begin)} to ${inWords(end)}`;
  };

  const pageOf = (unit, version, fragment = "") =>
    `${unit.law.index}../${unit.folder}${unit.days[version]}/index.html${fragment && `#${fragment}`}`;

  // The words around the places found, which are marked.
  const snippet = (wording, places, language) => {
    const { text, words } = wording;
    const sorted = places.toSorted((one, other) => one[0] - other[0] || other[1] - one[1]);
    const start = sorted[0][0] < 90 ? 0 : (words.find((each) => each.from > sorted[0][0] - 70)?.from ?? 0);
    const end = words.findLast((each) => each.to < start + 320)?.to ?? text.length;
    const stop = end === words.at(-1).to ? text.length : Math.max(end, sorted[0][1]);
    const line = element("bdi", { lang: language });
    let done = start;
    for (const [from, to] of sorted) {
      if (from >= done && to <= stop) {
        line.append(text.slice(done, from), element("mark", {}, text.slice(from, to)));
        done = to;
      }
    }
    line.append(text.slice(done, stop));
    return element("p", { class: "redline" }, start ? "… " : "", line, stop < text.length ? " …" : "");
  };

  const known = (unit, wording, spans, version) =>
    element(
      "ul",
      { class: "known" },
      ...spans.map(([first, last, state]) => {
        const leads = version !== null && first <= version && version <= last ? version : first;
        const link = element("a", { href: pageOf(unit, leads, wording.fragment) }, daysOf(unit, first, last));
        const mark = state === "recorded" ? state : element("b", { class: `chip ${state}` }, state);
        return element("li", {}, link, " ", mark, GLOSS[state] ? ` ${GLOSS[state]}` : "");
      }),
    );

  // The title of a unit in a version; where it is not recorded, it says so.
  const titleOf = (unit, version) => {
    for (const row of unit.wordings) {
      const { label, text, spans } = lawdiff.wording(row);
      const span = spans.find(([first, last]) => first <= version && version <= last);
      if (label === "" && text !== null && span) {
        return `. ${text}${span[2] === "recorded" ? "" : ` [${span[2]}]`}`;
      }
    }
    return "";
  };

  // One result: the article with the version to read first, and each wording found with its days.
  const shownResult = ({ unit, versions, ahead, behind }, day, level) => {
    const current = lawdiff.versionOn(unit.days, unit.horizon);
    const best = versions.includes(current) ? current : versions.at(-1);
    const fragment = unit.folder ? "" : unit.eid;
    const link = element("a", { href: pageOf(unit, best, fragment === "title" ? "" : fragment) }, unit.name);
    const title = titleOf(unit, best);
    if (title) {
      link.append(title.slice(0, 2), element("span", { lang: unit.language }, title.slice(2)));
    }
    const heading = element(level, {}, link);
    if (!day && best !== current) {
      heading.append(" ", element("span", { class: "tag" }, `not in the text of ${inWords(unit.horizon)}`));
    }
    const result = element("article", { class: "result" }, heading, hitList(ahead, unit, day ? best : null));
    if (behind.length) {
      const summary = element("summary", {}, count(behind.length, "more wording"));
      result.append(element("details", {}, summary, hitList(behind, unit, day ? best : null)));
    }
    return result;
  };

  const hitList = (hits, unit, version) =>
    element(
      "ul",
      { class: "hits" },
      ...hits.map(({ wording, spans, places }) =>
        element(
          "li",
          {},
          element("p", { class: "what" }, element("strong", {}, wording.label || "Title")),
          snippet(wording, places, unit.language),
          known(unit, wording, spans, version),
        ),
      ),
    );

  Object.assign(lawdiff, { element, count, inWords, shownResult });
}
