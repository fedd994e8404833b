const lineFeed = 10;

/**
 * A file in pieces of whole lines, each of about `size` bytes; a longer line is a piece of its own.
 *
 * @param size - In bytes.
 */
export async function* piecesOf(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    held.push(part);
    bytes += part.length;
    if (bytes < size || !part.includes(lineFeed)) continue;
    const all = Buffer.concat(held);
    let from = 0;
    while (all.length - from >= size) {
      const near = all.lastIndexOf(lineFeed, from + size - 1);
      const end = near >= from ? near : all.indexOf(lineFeed, from);
      if (end < 0) break;
      yield all.subarray(from, end + 1);
      from = end + 1;
    }
    held = [all.subarray(from)];
    bytes = all.length - from;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

/** Lines of a piece, without their ends. Only a line feed ends one: JSON may hold U+2028. */
export function linesIn(piece: Buffer): string[] {
  const lines = piece.toString("utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
