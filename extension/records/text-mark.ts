/** SHA-256 in hex. */
export async function digestOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 in hex of a text without its blanks and capitals, by which a pasted text is known as one that was copied. */
export const textMark = (text: string): Promise<string> =>
  digestOf(new TextEncoder().encode(text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase()));
