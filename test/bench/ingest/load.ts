import { Agent, request } from "node:http";

/** One call of a writer; answers when what it sent is stored, throws if any of it was not. */
export type Send = (writer: number, batch: number) => Promise<void>;

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds of a call. */
  readonly p50: number;
  readonly p95: number;
}

/** Has so many writers call as fast as they are answered, for some milliseconds. */
export async function measured(
  send: Send,
  writers: number,
  batch: number,
  milliseconds: number,
): Promise<Measured> {
  const times: number[] = [];
  const begun = performance.now();
  const write = async (writer: number) => {
    while (performance.now() - begun < milliseconds) {
      const at = performance.now();
      await send(writer, batch);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const seconds = (performance.now() - begun) / 1_000;
  times.sort((one, other) => one - other);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { perSecond: (times.length * batch) / seconds, p50: at(0.5), p95: at(0.95) };
}

const agent = new Agent({ keepAlive: true });

/** A call by Node's own client: `fetch` would take more of the machine that is measured. */
export function post(url: string, body: string, token?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      ...(token ? { authorization: token } : {}),
    };
    const call = request(url, { method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve(text)
          : reject(new Error(`${answer.statusCode} ${text.slice(0, 300)}`)),
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}
