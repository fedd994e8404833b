/** Ten digits as people write them: in one run, 3-3-4, 6-4 (CHI) or one digit to a box. */
export interface TenDigits {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** How they were grouped; an odd grouping needs a label beside it. */
  readonly grouping: "run" | "3-3-4" | "6-4" | "boxes" | "other";
}

const invisible = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";
const joint = ` \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000.\\-\\u2010-\\u2015\\u2212${invisible}`;
/**
 * A stretch of digits whose groups stand at most three signs apart, so that a number may run over a line's end.
 * Every sign is looked at once: linear.
 */
const stretchOf = (joint: string) => new RegExp(`\\d(?:[${joint}]{0,3}(?:\\r?\\n[ \\t]{0,2})?\\d)*`, "g");
const plain = stretchOf(joint);
/** In a sentence nobody divides a telephone number or an account by these; in documents dates and paths are. */
const divided = stretchOf(`/_${joint}`);
const group = /\d+/g;
const date = /(?:^|\D)\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)?\d{2}$/;
const unseen = new RegExp(`[${invisible}]`, "g");

interface Group {
  readonly start: number;
  readonly end: number;
}

const shapes: ReadonlyMap<string, TenDigits["grouping"]> = new Map([
  ["10", "run"],
  ["3 3 4", "3-3-4"],
  ["6 4", "6-4"],
  ["1 1 1 1 1 1 1 1 1 1", "boxes"],
  ["3 7", "other"],
  ["5 5", "other"],
  ["4 3 3", "other"],
  ["2 4 4", "other"],
  ["4 4 2", "other"],
  ["4 2 4", "other"],
  ["2 2 2 4", "other"],
  ["2 2 2 2 2", "other"],
]);

/** A label without a space after it, as file names have: NHS9990000018. */
const gluedLabel = /(?:^|[^A-Za-z])(?:NHS|CHI|HSC|H&C|NO)$/i;

/** Longest stretch that is looked into; a longer one is a table of numbers or a key, not a patient's number. */
const stretchAtMost = 400;

/**
 * Every ten digits that stand alone: never a part of a longer number, a card or a telephone number.
 *
 * @param glued - Reads ten digits that are divided by / or _ or have letters right beside them too.
 */
export function* tenDigits(text: string, glued = false): Generator<TenDigits> {
  const stretch = glued ? divided : plain;
  stretch.lastIndex = 0;
  for (let found = stretch.exec(text); found; found = stretch.exec(text)) {
    const words = found[0];
    if (words.length < 10 || words.length > stretchAtMost) continue;
    const from = found.index;
    if (glued) {
      if (text.charAt(from - 1) !== "+") yield* within(words, from);
      continue;
    }
    if (
      /[A-Za-z0-9+]/.test(text.charAt(from - 1)) &&
      !gluedLabel.test(text.slice(Math.max(0, from - 6), from))
    )
      continue;
    if (/[A-Za-z]/.test(text.charAt(from + words.length))) continue;
    yield* within(words, from);
  }
}

function* within(words: string, from: number): Generator<TenDigits> {
  const groups: Group[] = [];
  for (const part of words.matchAll(group)) {
    // An invisible sign inside a group divides nothing that a person sees.
    const last = groups[groups.length - 1];
    if (last && words.slice(last.end, part.index).replace(unseen, "") === "")
      groups[groups.length - 1] = { start: last.start, end: part.index + part[0].length };
    else groups.push({ start: part.index, end: part.index + part[0].length });
  }
  for (let first = 0; first < groups.length; ) {
    const taken = shapeAt(words, groups, first);
    if (taken === undefined) first++;
    else {
      const start = groups[first]?.start ?? 0;
      const end = groups[first + taken.groups - 1]?.end ?? start;
      const digits = words.slice(start, end).replace(/\D/g, "");
      yield { start: from + start, end: from + end, digits, grouping: taken.grouping };
      first += taken.groups;
    }
  }
}

function shapeAt(words: string, groups: readonly Group[], first: number) {
  const lengths: number[] = [];
  let total = 0;
  for (let next = first; next < groups.length && total < 10; next++) {
    const part = groups[next];
    if (!part) return undefined;
    const length = words.slice(part.start, part.end).replace(unseen, "").length;
    lengths.push(length);
    total += length;
  }
  if (total !== 10) return undefined;
  const grouping = shapes.get(lengths.join(" "));
  if (grouping === undefined || !standsAlone(words, groups, first, lengths.length)) return undefined;
  return { grouping, groups: lengths.length };
}

/** Whether the groups beside it belong to something else: another line, another column, a date, another joint. */
function standsAlone(words: string, groups: readonly Group[], first: number, count: number): boolean {
  const start = groups[first];
  const end = groups[first + count - 1];
  if (!start || !end) return false;
  const inner = words.slice(start.start, end.end).replace(/\d/g, "");
  const before = first > 0 ? words.slice(groups[first - 1]?.end, start.start) : "\n";
  const after = first + count < groups.length ? words.slice(end.end, groups[first + count]?.start) : "\n";
  const apart = (gap: string) =>
    /[\t\n]| {2}|\. |- | -/.test(gap) || (count > 1 && gap !== "" && !inner.includes(gap.charAt(0)));
  return (
    (apart(before) || date.test(words.slice(0, groups[first - 1]?.end))) &&
    (apart(after) || /^(?:\d{1,2}[./-]){2}\d{2,4}\b/.test(words.slice(end.end).trimStart()))
  );
}
