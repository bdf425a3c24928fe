"use strict";
// What the search does with words, without the page around it. Words are folded as lawdiff/site/search_words.py
// folds them: small letters, no accents, е for ё. Nothing leaves the reader's machine.
const lawdiff = {};
{
  const WORD = /[\p{L}\p{N}\p{M}\u00ad]+/gu;
  const SHOWN = 4; // wordings of an article that are shown at once
  const SAID = /["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+/gu;

  const fold = (text) =>
    text.normalize("NFD").toLowerCase().replaceAll("и\u0306", "й").replace(/\p{M}|\u00ad/gu, "");

  // The words of a text with their places in it.
  const wordsIn = (text) =>
    [...text.matchAll(WORD)]
      .map((found) => ({ word: fold(found[0]), from: found.index, to: found.index + found[0].length }))
      .filter((each) => each.word);

  // What was asked for, as rows of words that must stand side by side. `open`: the last may be the beginning
  // of a word. In quotation marks words are whole, unless a * says otherwise; a single letter is a word.
  const termsOf = (asked) => {
    const terms = [];
    for (const said of asked.matchAll(SAID)) {
      const isQuoted = said[1] !== undefined;
      const inside = (isQuoted ? said[1] : said[0]).trim();
      const words = wordsIn(inside).map((each) => each.word);
      if (words.length) {
        const open = words.at(-1).length > 1 && (!isQuoted || inside.endsWith("*"));
        terms.push({ words, open, said: inside });
      }
    }
    return terms;
  };

  // Where a row of words stands in a text: the places of its first and last letter.
  const placesOf = (term, words) => {
    const { words: row, open } = term;
    const last = row.length - 1;
    const places = [];
    for (let at = 0; at + last < words.length; at += 1) {
      const stands = row.every((word, index) => {
        const there = words[at + index].word;
        return there === word || (open && index === last && there.startsWith(word));
      });
      if (stands) {
        places.push([words[at].from, words[at + last].to]);
      }
    }
    return places;
  };

  // The number of the version in force on a day, -1 before the first.
  const versionOn = (days, day) => days.findLastIndex((first) => first <= day);

  // Which versions of a unit have all that is asked, and the wordings in which it stands: ahead those that have
  // all of it, or one for each word. A word counts only in a wording that is known as one of `states`; without
  // any, however it is known. Null where nothing is found.
  const findIn = (unit, { terms, states, day }) => {
    const having = terms.map(() => new Set());
    const found = [];
    for (const row of unit.wordings) {
      const wording = lawdiff.wording(row);
      const spans = wording.spans.filter(([, , state]) => !states.size || states.has(state));
      if (wording.text === null || !spans.length) {
        continue;
      }
      const each = terms.map((term) => placesOf(term, wording.words));
      each.forEach((places, index) => {
        if (places.length) {
          spans.forEach(([first, last]) => range(first, last).forEach((at) => having[index].add(at)));
        }
      });
      if (each.some((places) => places.length)) {
        found.push({ wording, spans, places: each.flat(), has: each.map((places) => places.length > 0) });
      }
    }
    let versions = range(0, unit.days.length - 1).filter((at) => having.every((those) => those.has(at)));
    const asked = day ? versionOn(unit.days, day) : null;
    const shown = found
      .map((each) => ({ ...each, spans: clipped(each.spans, versions, asked) }))
      .filter((each) => each.spans.length);
    versions = asked === null ? versions : versions.filter((at) => at === asked);
    if (!versions.length) {
      return null;
    }
    const whole = shown.filter((each) => each.has.every(Boolean));
    const titled = whole.some((each) => each.wording.label === "");
    const first = whole.length ? whole.slice(0, SHOWN) : new Set(terms.map((_, at) => shown.find((each) => each.has[at])));
    const ahead = [...first].filter(Boolean);
    const behind = shown.filter((each) => !ahead.includes(each));
    return { unit, versions, ahead, behind, rank: titled ? 0 : whole.length ? 1 : 2 };
  };

  const range = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

  // The parts of the spans in which the unit has all that is asked; only those with the version asked for.
  const clipped = (spans, versions, asked) => {
    const there = new Set(versions);
    const parts = [];
    for (const [first, last, state] of spans) {
      let open = null;
      for (const at of range(first, last + 1)) {
        if (at <= last && there.has(at)) {
          open ??= at;
        } else if (open !== null) {
          parts.push([open, at - 1, state]);
          open = null;
        }
      }
    }
    return asked === null ? parts : parts.filter(([first, last]) => first <= asked && asked <= last);
  };

  // A row of the index with its words, which are looked for once.
  const read = new WeakMap();
  lawdiff.wording = (row) => {
    if (!read.has(row)) {
      const [label, fragment, text, spans] = row;
      read.set(row, { label, fragment, text, spans, words: text === null ? [] : wordsIn(text) });
    }
    return read.get(row);
  };
  Object.assign(lawdiff, { fold, wordsIn, termsOf, placesOf, versionOn, findIn });
}
