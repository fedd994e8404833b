import { StringDecoder } from "node:string_decoder";

/**
 * Lines of a stream, without their ends. Only a line feed ends one: JSON may hold U+2028, at which readline would break.
 * @param {AsyncIterable<Buffer>} stream
 * @returns {AsyncGenerator<string>}
 */
export async function* linesOf(stream) {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const part of stream) {
    const lines = (rest + decoder.write(part)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== "") yield rest;
}
