import { latin1 } from "../../kinds.ts";
import type { Inside } from "../../taken.ts";

/** Bytes before which a PDF begins, and in which it ends (ISO 32000-1, 7.5.5 and implementation note 13). */
const [beginsWithin, endsWithin] = [1_024, 64 * 1024];
/** Bytes before or behind a PDF from which they are something by themselves. */
const somethingFrom = 16;

/** What stands in a file before the PDF and behind its end, which no reader of PDFs shows: another file, or a text. */
export async function aroundIt(file: Blob): Promise<Inside[]> {
  const head = latin1(new Uint8Array(await file.slice(0, beginsWithin).arrayBuffer()));
  const begins = Math.max(0, head.indexOf("%PDF-"));
  const from = Math.max(0, file.size - endsWithin);
  const bytes = new Uint8Array(await file.slice(from).arrayBuffer());
  // A byte is a letter here, whatever it stands for: places stay what they are.
  const tail = new TextDecoder("iso-8859-1").decode(bytes);
  const last = tail.lastIndexOf("startxref");
  const ends = last === -1 ? -1 : tail.indexOf("%%EOF", last);
  const behind = ends === -1 ? "" : tail.slice(ends + 5).trimStart();
  return [
    ...(head.slice(0, begins).trim().length >= somethingFrom ? [async () => file.slice(0, begins)] : []),
    ...(behind.replace(/[\s\0]+/g, "").length >= somethingFrom
      ? [async () => file.slice(from + tail.length - behind.length)]
      : []),
  ];
}
