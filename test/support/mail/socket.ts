import { createHash } from "node:crypto";
import type { Server } from "node:http";

/** Takes a socket of a page and hands on each text that it is sent; enough of RFC 6455 for what a page of a test says. */
export function takeSockets(server: Server, said: (text: string) => void): void {
  server.on("upgrade", (request, socket) => {
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accepted = createHash("sha1").update(key).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`,
    );
    socket.on("error", () => socket.destroy());
    server.once("closing", () => socket.destroy());
    socket.on("data", (frame: Buffer) => {
      const text = textOf(frame);
      if (text !== undefined) said(text);
    });
  });
}

/** The text of one whole, masked frame; undefined for any other frame. */
function textOf(frame: Buffer): string | undefined {
  if (frame[0] !== 0x81 && frame[0] !== 0x82) return undefined;
  const short = (frame[1] ?? 0) & 0x7f;
  const [length, from] = short === 126 ? [frame.readUInt16BE(2), 4] : [short, 2];
  const mask = frame.subarray(from, from + 4);
  return Buffer.from(
    frame.subarray(from + 4, from + 4 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0)),
  ).toString();
}
