/** SHA-256 in hex of a text without its blanks and capitals, by which a pasted text is known as one that was copied. */
export async function textMark(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase());
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
