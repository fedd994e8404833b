import { Gunzip } from "fflate";
import { type Budget, Unreadable } from "../budget.ts";
import type { Taken } from "../taken.ts";

/** Packed bytes that are unpacked at a time. */
const slice = 16 * 1024;

/** Opens a file that was packed by gzip (RFC 1952), slice by slice until the budget's memory is spent. */
export async function readGzip(file: Blob, budget: Budget): Promise<Taken> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let unpacked = 0;
  const gunzip = new Gunzip((chunk) => {
    budget.takeBytes(chunk.length);
    chunks.push(new Uint8Array(chunk));
    unpacked += chunk.length;
  });
  for (let place = 0; place < file.size; place += slice) {
    budget.check();
    const packed = new Uint8Array(await file.slice(place, place + slice).arrayBuffer());
    gunzip.push(packed, place + slice >= file.size);
  }
  // A file ends with how long it is unpacked; where that differs it was cut short.
  const tail = new DataView(await file.slice(Math.max(0, file.size - 4)).arrayBuffer());
  if (tail.byteLength < 4 || tail.getUint32(0, true) !== unpacked) throw new Unreadable("damaged");
  return {
    format: "gzip",
    text: "",
    read: { unit: "part", done: 0, of: 0 },
    attached: [async () => new Blob(chunks)],
  };
}
