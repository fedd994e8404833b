/** How a file’s bytes are letters, as a person knows it. */
export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

/** Which of two places is zero in most pairs: a text of Latin letters in UTF-16 without its mark. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = Math.min(200, Math.floor(bytes.length / 2));
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs; i += 1) {
    if (bytes[2 * i] === 0) even += 1;
    if (bytes[2 * i + 1] === 0) odd += 1;
  }
  if (pairs === 0) return undefined;
  return odd > pairs * 0.4 ? "utf-16le" : even > pairs * 0.4 ? "utf-16be" : undefined;
}

/** The text of a file that somebody exported: UTF-8, UTF-16 of either order, or the code page of an old spreadsheet. */
export function textOfFile(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const wide = startsWith(bytes, 0xff, 0xfe)
    ? "utf-16le"
    : startsWith(bytes, 0xfe, 0xff)
      ? "utf-16be"
      : wideWithoutMark(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}
