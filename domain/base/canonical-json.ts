/**
 * JSON in the one form that is hashed: RFC 8785 (keys sorted by UTF-16 code units, numbers as ECMAScript prints them).
 *
 * @param value - Parsed JSON: no undefined, functions, dates or cycles.
 * @throws {TypeError} At a lone surrogate, a number that is not finite, or a value JSON does not know.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return canonicalText(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("a number that is not finite has no canonical form");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const object = value as Record<string, unknown>;
    const members = Object.keys(object)
      .sort()
      .map((key) => `${canonicalText(key)}:${canonicalJson(object[key])}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`${typeof value} has no canonical form`);
}

function canonicalText(text: string): string {
  if (hasLoneSurrogate(text)) throw new TypeError("a lone surrogate has no UTF-8 form");
  return JSON.stringify(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const beyondAscii = /[^\x00-\x7f]/;

/** Whether half of a surrogate pair stands without its other half. By hand: goja's regexes see pairs as one. */
function hasLoneSurrogate(text: string): boolean {
  if (!beyondAscii.test(text)) return false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return true;
    i += 1;
  }
  return false;
}
