/**
 * Prints what several suites say side by side one after the other: the first in the order that has not ended speaks as
 * it goes, what the others say meanwhile is kept and printed when their turn comes.
 * @param {readonly string[]} order names of the suites
 * @param {(text: string) => void} print
 */
export function voices(order, print) {
  const kept = new Map(order.map((name) => [name, ""]));
  const ended = new Set();

  function turn() {
    for (const name of order) {
      print(kept.get(name) ?? "");
      kept.set(name, "");
      if (!ended.has(name)) return;
    }
  }
  return {
    /**
     * @param {string} name
     * @param {string} text
     */
    say(name, text) {
      kept.set(name, (kept.get(name) ?? "") + text);
      turn();
    },
    /** @param {string} name */
    end(name) {
      ended.add(name);
      turn();
    },
  };
}
