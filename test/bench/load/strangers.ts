import { connect, type Socket } from "node:net";

/** What a stranger begins and never ends; every second one more byte of it comes. */
const beginnings = [
  "GET /api/chaperone/state HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
  "POST /api/chaperone/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{",
  "POST /api/chaperone/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: nobody\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{",
  "GET /api/realtime HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
];

/**
 * Connections that dawdle: a quarter each with headers, with a small body, with a body and a made-up sign-in, and with
 * a stream that nobody signs in to. Whichever is ended comes again a second later.
 *
 * @returns Ends them all.
 */
export function dawdle(port: number, count: number): () => void {
  const open = new Set<Socket>();
  let ended = false;
  const one = (i: number): void => {
    const socket = connect(port, "127.0.0.1");
    open.add(socket);
    socket.write(beginnings[i % beginnings.length] ?? "");
    const timer = setInterval(() => socket.write("a"), 1000);
    socket.on("error", () => {}).on("data", () => {});
    socket.once("close", () => {
      clearInterval(timer);
      open.delete(socket);
      if (!ended) setTimeout(() => ended || one(i), 1000);
    });
  };
  for (let i = 0; i < count; i += 1) one(i);
  return () => {
    ended = true;
    for (const socket of open) socket.destroy();
  };
}
