/** Letters at once: more arguments than an engine takes are refused. */
const stride = 8_192;

/** Bytes as a message can carry them in every browser. */
export function toBase64(bytes: Uint8Array): string {
  let letters = "";
  for (let at = 0; at < bytes.length; at += stride)
    letters += String.fromCharCode(...bytes.subarray(at, at + stride));
  return btoa(letters);
}

/** @throws {DOMException} For what is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
