/** Half of a surrogate pair that stands alone, a whole pair, or any other escape of JSON text. */
const escapes =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[dD][89a-fA-F][\da-fA-F]{2}|\\[\s\S]/g;
const half = /\\u[dD][89a-fA-F]/;
/** Characters of one `\uXXXX`. */
const oneEscape = 6;
/** Stands in for a lone half while the text is parsed: Unicode gives this one to nobody. */
const mark = "\uffff";

/**
 * Parses a body to the letter. The engine itself writes U+FFFD for bytes that are no UTF-8 and for half of a surrogate
 * pair, so that what is stored and hashed would not be what was sent; here the first is refused, and the second comes
 * out as it is, for the event's own check to refuse.
 *
 * @param bytes - As `toBytes` reads them.
 * @returns undefined if they are no JSON in UTF-8.
 */
export function exactJson(bytes: object): unknown {
  const text = toString(bytes);
  return isWhole(text, bytes) ? exactJsonOf(text) : undefined;
}

/** The same of a text that is known to be whole. */
export function exactJsonOf(text: string): unknown {
  const value = parsed(text);
  return value === undefined ? parsed(text.replace(tokens, finite)) : value;
}

/** A text of JSON, or a number. A text without an end is one match too, so that each sign is looked at once. */
const tokens = /"(?:[^"\\]|\\[\s\S])*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON allows 1e999, at which the engine gives up the whole body: no field of an event takes null in its place. */
const finite = (token: string): string =>
  token.startsWith('"') || Number.isFinite(Number(token)) ? token : "null";

function parsed(text: string): unknown {
  try {
    if (!half.test(text)) return JSON.parse(text);
    const marked = text.replace(escapes, (found) => (found.length === oneEscape ? "\\uffff" : found));
    return JSON.parse(marked, withHalves);
  } catch {
    return undefined;
  }
}

const withHalves = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.split(mark).join("\ud800") : value;

/** Each byte that is no UTF-8 has become a U+FFFD, which is three. A text out of Go must be made anew to show it. */
function isWhole(text: string, bytes: object): boolean {
  if (!text.includes(instead)) return true;
  return lengthOf(toBytes(text.split(instead).join(instead))) === lengthOf(bytes);
}
const instead = "\ufffd";

const lengthOf = (bytes: object): number => (bytes as { readonly length: number }).length;
