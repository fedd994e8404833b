import { readSync } from "node:fs";

/**
 * A part of an open file as a `Blob`, of which only those slices are held that a reader takes. Node's own `openAsBlob`
 * counts sizes modulo 4 GB.
 *
 * @param file Descriptor of a regular file; stays open as long as the blob is read.
 * @param start,end Offsets in the file, in bytes.
 */
export function fileBlob(file: number, start: number, end: number): Blob {
  const size = Math.max(0, end - start);
  /** An offset as `Blob.slice` takes it: from the end where it is negative, and never outside. */
  const place = (offset: number) =>
    offset < 0 ? Math.max(0, size + offset) : Math.min(size, Math.trunc(offset));
  const bytes = async () => take(file, start, size);
  return {
    size,
    type: "",
    slice: (from = 0, to = size) => fileBlob(file, start + place(from), start + place(to)),
    bytes,
    arrayBuffer: async () => (await bytes()).buffer,
    text: async () => new TextDecoder().decode(await bytes()),
    stream: () =>
      new ReadableStream({
        async start(controller) {
          controller.enqueue(await bytes());
          controller.close();
        },
      }),
  };
}

/** @throws {Error} when the file has become shorter meanwhile, or can't be read. */
function take(file: number, start: number, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size; ) {
    const read = readSync(file, bytes, done, size - done, start + done);
    if (read === 0) throw new Error("the file has become shorter");
    done += read;
  }
  return bytes;
}
