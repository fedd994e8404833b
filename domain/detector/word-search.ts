/**
 * Looks a word up in a text of words in their order, with blanks between them, by halving. It holds nothing beside the text:
 * a set of the same words would take some megabytes in each of PocketBase's engines.
 *
 * @param sorted - Words in the order of their UTF-16 units, each once.
 */
export function isAmong(sorted: string, word: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let from = middle;
    while (from > low && !isBlank(sorted, from - 1)) from--;
    while (from < high && isBlank(sorted, from)) from++;
    let to = from;
    while (to < sorted.length && !isBlank(sorted, to)) to++;
    if (from >= high) {
      high = middle;
      while (high > low && !isBlank(sorted, high - 1)) high--;
      if (high === middle) high--;
      continue;
    }
    const found = sorted.slice(from, to);
    if (found === word) return true;
    if (found < word) low = to;
    else high = Math.min(middle, from);
  }
  return false;
}

const isBlank = (text: string, place: number): boolean => text.charCodeAt(place) <= 32;
