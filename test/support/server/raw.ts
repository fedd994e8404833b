import { connect, type Socket } from "node:net";

/** A connection on which a test says what it likes, as slowly as it likes. */
export interface Raw {
  readonly socket: Socket;
  /** Waits until the server has said something that fits. */
  says(words: RegExp): Promise<string>;
  /** What was said, once the server has ended it. */
  readonly ended: Promise<string>;
}

export function raw(port: number, words: string): Raw {
  const socket = connect(port, "127.0.0.1");
  let said = "";
  let look = () => {};
  socket
    .on("error", () => {})
    .on("data", (part) => {
      said += part;
      look();
    });
  const ended = new Promise<string>((resolve) => socket.once("close", () => resolve(said)));
  socket.write(words);
  const says = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      look = () => wanted.test(said) && resolve(said);
      look();
      ended.then(() => (wanted.test(said) ? resolve(said) : reject(new Error(`it ended: ${said}`))));
    });
  return { socket, says, ended };
}

/** The beginning of a request whose body is so long, and has not come yet. */
export const begun = (route: string, length: number, more = "", type = "application/json") =>
  `${route} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n${more}\r\n`;

/** Type of a body that brings a file. */
export const formType = "multipart/form-data; boundary=x";
