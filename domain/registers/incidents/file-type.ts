/** What a file is by its first bytes; its name and what the browser says of it count for nothing. */
export interface FileType {
  readonly mime: string;
  readonly extension: string;
}

const unknown: FileType = { mime: "application/octet-stream", extension: "bin" };

const signatures: readonly (readonly [string, FileType])[] = [
  ["%PDF-", { mime: "application/pdf", extension: "pdf" }],
  ["\x89PNG\r\n\x1a\n", { mime: "image/png", extension: "png" }],
  ["\xff\xd8\xff", { mime: "image/jpeg", extension: "jpg" }],
  ["GIF87a", { mime: "image/gif", extension: "gif" }],
  ["GIF89a", { mime: "image/gif", extension: "gif" }],
  ["II*\0", { mime: "image/tiff", extension: "tif" }],
  ["MM\0*", { mime: "image/tiff", extension: "tif" }],
  ["PK\x03\x04", { mime: "application/zip", extension: "zip" }],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", { mime: "application/x-ole-storage", extension: "ole" }],
];

const markup =
  /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype|html|head|body|script|svg|iframe|[a-z]+[\s/>])/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds
const binary = /[\x00-\x08\x0e-\x1f]/;

/**
 * @param head - The first bytes of the file, one character each (0 to 255); some hundred are enough.
 */
export function fileTypeOf(head: string): FileType {
  for (const [start, type] of signatures) if (head.startsWith(start)) return type;
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP")
    return { mime: "image/webp", extension: "webp" };
  if (head.slice(4, 8) === "ftyp") return { mime: "video/mp4", extension: "mp4" };
  if (markup.test(head)) return { mime: "text/html", extension: "html" };
  return binary.test(head) || head === "" ? unknown : { mime: "text/plain", extension: "txt" };
}
