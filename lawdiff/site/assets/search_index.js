"use strict";
// The index: scripts that are loaded when they are needed, since a page in a folder may read no other files.
{
  const loading = new Map();
  let given = null;
  lawdiff.part = lawdiff.words = (value) => {
    given = value;
  };

  // What a script of the index hands over; each is loaded once. Fails where it cannot be loaded.
  const load = (address) => {
    if (!loading.has(address)) {
      const promise = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.addEventListener("load", () => resolve(given));
        script.addEventListener("error", () => {
          loading.delete(address);
          reject(new Error(`${address} cannot be loaded`));
        });
        document.head.append(script);
      });
      loading.set(address, promise);
    }
    return loading.get(address);
  };

  // The units of a law; with a part named, of that part alone. Each knows its law.
  lawdiff.unitsOf = async (law, part) => {
    const units = [];
    for (let number = part || 1; number <= (part || law.parts); number += 1) {
      const found = await load(`${law.index}part-${number}.js`);
      units.push(...found.units.map((unit) => ({ ...unit, law, language: found.language, horizon: found.horizon })));
    }
    return units;
  };

  // The laws that may have all that is asked, by the words that each has; all of them where no words are kept.
  lawdiff.lawsWith = async (laws, terms, folder, shards) => {
    if (!shards.size) {
      return laws;
    }
    let left = new Set(laws.keys());
    for (const { words, open } of terms) {
      for (const [index, word] of words.entries()) {
        const isOpen = open && index === words.length - 1;
        const having = await numbersWith(word, isOpen, folder, shards);
        left = new Set([...left].filter((number) => having.has(number)));
      }
    }
    return laws.filter((_, number) => left.has(number));
  };

  const numbersWith = async (word, isOpen, folder, shards) => {
    const prefix = [...word].slice(0, 2).join("");
    if (!shards.has(prefix)) {
      return new Set();
    }
    const name = [...prefix].map((letter) => letter.codePointAt(0).toString(16)).join("-");
    const found = await load(`${folder}${name}.js`);
    const numbers = new Set();
    for (const [there, having] of Object.entries(found)) {
      if (there === word || (isOpen && there.startsWith(word))) {
        having.forEach((number) => numbers.add(number));
      }
    }
    return numbers;
  };
}
