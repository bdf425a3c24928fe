"use strict";
// The page of the search: reads the form, asks, shows. What was asked stands behind the # of the address, so that
// it can be kept and sent on, and goes to no server.
{
  const form = document.querySelector("form[data-search]");
  const at = (id) => document.getElementById(id);
  const [input, on, article, inLaw] = ["page-words", "page-on", "page-article", "page-law"].map(at);
  const [found, results, unsearched] = ["page-found", "page-results", "page-unsearched"].map(at);
  const boxes = [...form.querySelectorAll("input[name=state]")];
  const shards = new Set((form.dataset.shards || "").split(" ").filter(Boolean));
  const sources = form.dataset.parts ? [form] : [...document.querySelectorAll("a[data-index]")];
  const laws = sources.map((each) => ({
    index: each.dataset.index,
    parts: Number(each.dataset.parts),
    name: each.textContent,
  }));
  const isOneLaw = Boolean(form.dataset.parts);
  const PAGE = 20; // results shown at once
  const LAWS = 5; // laws read at once
  const { element, count, inWords, shownResult } = lawdiff;

  // What is asked, as the form has it now.
  const asked = () => ({
    q: input.value.trim(),
    day: on.value,
    article: article?.value ?? "",
    law: inLaw?.value ?? "",
    state: boxes.filter((box) => box.checked).map((box) => box.value).join(","),
  });

  const fill = () => {
    const told = new URLSearchParams(location.hash.slice(1));
    input.value = told.get("q") ?? "";
    on.value = told.get("day") ?? "";
    for (const [field, name] of [[article, "article"], [inLaw, "law"]]) {
      if (field) {
        field.value = told.get(name) ?? "";
        field.selectedIndex = Math.max(field.selectedIndex, 0);
      }
    }
    const states = (told.get("state") ?? "").split(",");
    boxes.forEach((box) => {
      box.checked = states.includes(box.value);
    });
    const isFiltered = ["day", "article", "law", "state"].some((name) => told.get(name));
    form.querySelector("details").open ||= isFiltered;
  };

  // A search under way is given up when another begins.
  let running = 0;
  const search = async () => {
    running += 1;
    const mine = running;
    const question = asked();
    const terms = lawdiff.termsOf(question.q);
    results.replaceChildren();
    unsearched.textContent = "";
    found.textContent = terms.length ? "Searching …" : question.q ? "These are no words." : "";
    if (!terms.length) {
      return;
    }
    try {
      const chosen = laws.filter((law) => !question.law || law.index === `../${question.law}/search/`);
      const having = await lawdiff.lawsWith(chosen, terms, form.dataset.words, question.law ? new Set() : shards);
      const state = { question, terms, left: having, hits: [], unknown: 0, units: 0, before: 0, shown: 0, horizon: "" };
      await more(state, () => mine === running);
    } catch (problem) {
      if (mine === running) {
        found.textContent = `The index cannot be read: ${problem.message}. Load the page again.`;
      }
    }
  };

  // Reads the next laws and shows what is found in them, as much as stands on a page.
  const more = async (state, isCurrent) => {
    const { question, terms } = state;
    const query = { terms, day: question.day, states: new Set(question.state.split(",").filter(Boolean)) };
    const until = state.shown + PAGE;
    let read = 0;
    while (state.left.length && state.hits.length < until && read < LAWS) {
      const [law, ...others] = state.left;
      const option = article?.selectedOptions[0];
      const units = await lawdiff.unitsOf(law, Number(option?.dataset.part ?? 0));
      if (!isCurrent()) {
        return;
      }
      look(units.filter((unit) => !question.article || unit.eid === question.article), query, state);
      state.left = others;
      read += 1;
    }
    show(state, isCurrent);
  };

  const look = (units, query, state) => {
    const hits = units.map((unit) => lawdiff.findIn(unit, query)).filter(Boolean);
    state.hits.push(...hits.toSorted((one, other) => one.rank - other.rank));
    for (const unit of units) {
      const version = query.day ? lawdiff.versionOn(unit.days, query.day) : null;
      state.units += 1;
      state.horizon = unit.horizon;
      state.before += version === -1 ? 1 : 0;
      state.unknown += unit.wordings.filter(
        ([, , text, spans]) =>
          text === null &&
          spans.some(([first, last]) => version === null || (first <= version && version <= last)),
      ).length;
    }
  };

  const show = (state, isCurrent) => {
    const { question, hits, left } = state;
    const next = hits.slice(state.shown, state.shown + PAGE);
    state.shown += next.length;
    let group = results.lastElementChild;
    for (const hit of next) {
      if (group?.lawShown !== hit.unit.law) {
        group = element("section");
        group.lawShown = hit.unit.law;
        if (!isOneLaw) {
          const link = element("a", { href: `${hit.unit.law.index}index.html${location.hash}` }, hit.unit.law.name);
          group.append(element("h2", {}, link));
        }
        results.append(group);
      }
      group.append(shownResult(hit, question.day, isOneLaw ? "h2" : "h3"));
    }
    found.textContent = told(state);
    unsearched.textContent = cautions(state);
    if (state.shown < hits.length || left.length) {
      offerMore(state, isCurrent);
    }
  };

  // What a reader must know besides: texts without words, and a day that nothing proves.
  const cautions = ({ question, unknown, horizon }) => {
    const days = question.day ? "of that day" : "of some days";
    const unsaid = unknown ? `Not searched: ${count(unknown, "place")} whose words ${days} are in no source. ` : "";
    const isPast = isOneLaw && horizon && question.day > horizon;
    return unsaid + (isPast ? `The sources prove the law up to ${inWords(horizon)}; that day lies behind it.` : "");
  };

  const offerMore = (state, isCurrent) => {
    const waiting = state.hits.length - state.shown;
    const words = waiting ? `Show ${Math.min(waiting, PAGE)} more` : `Search ${count(state.left.length, "more law")}`;
    const button = element("button", { type: "button", class: "more" }, words);
    button.addEventListener("click", async () => {
      const last = results.querySelectorAll("article.result").length;
      button.remove();
      await more(state, isCurrent);
      results.querySelectorAll("article.result")[last]?.querySelector("a").focus();
    });
    results.append(button);
  };

  // What is said of the whole search, aloud too.
  const told = ({ question, hits, left, units, before }) => {
    const where = left.length ? `; ${count(left.length, "law")} not read yet` : "";
    if (hits.length) {
      const inLaws = isOneLaw ? "" : ` in ${count(new Set(hits.map((hit) => hit.unit.law)).size, "law")}`;
      return `${count(hits.length, "result")}${inLaws}${where}.`;
    }
    if (units && before === units) {
      return "The law was not in force on that day.";
    }
    const filtered = [question.day, question.article, question.law, question.state].some(Boolean);
    const hint = filtered
      ? "Search without the day, the article or the states."
      : "Try fewer words, or only their beginnings.";
    return `Nothing found for ${question.q}${where}. ${hint}`;
  };

  const address = () => {
    const given = Object.entries(asked()).filter(([, value]) => value);
    return `#${new URLSearchParams(given)}`;
  };
  const go = () => {
    found.textContent = "Searching …";
    if (location.hash === address()) {
      search();
    } else {
      location.hash = address();
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  [on, article, inLaw, ...boxes].filter(Boolean).forEach((field) =>
    field.addEventListener("change", () => {
      if (input.value.trim()) {
        go();
      }
    }),
  );
  addEventListener("hashchange", () => {
    fill();
    search();
  });
  form.hidden = false;
  at("page-no-script").remove();
  fill();
  if (input.value) {
    search();
  }
}
