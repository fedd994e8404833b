import type { IncomingMessage } from "node:http";
import { Client } from "./http.ts";
import type { Measure } from "./measures.ts";

/** How long a page waits after a signal before it asks: as dashboard/src/lib/on-signal.ts does. */
const settle = 300;
const restFor = 4;
const longestRest = 10_000;
const page = "/api/chaperone/events?limit=50";

/** A dashboard with the log open: a stream of signals, and the page asked anew when one came. */
export class Dashboard {
  readonly #client: Client;
  readonly #log: Measure;
  #stream: IncomingMessage | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;
  #due = false;
  #missed = false;
  #restsUntil = 0;
  /** How often the stream was lost and had to be opened anew. */
  lost = 0;

  constructor(url: string, token: string, log: Measure) {
    this.#client = new Client(url, token);
    this.#log = log;
  }

  /** Opens the stream and signs in to it; again whenever it is lost. */
  async open(): Promise<void> {
    const stream = await this.#client.open("GET", "/api/realtime");
    this.#stream = stream;
    stream.on("error", () => {});
    stream.once("close", () => {
      if (this.#ended) return;
      this.lost += 1;
      setTimeout(() => this.open().catch(() => {}), 1000);
    });
    const clientId = await new Promise<string>((resolve) => {
      stream.setEncoding("utf8").on("data", (text: string) => {
        const id = /"clientId":"([^"]+)"/.exec(text)?.[1];
        if (id) resolve(id);
        if (text.includes("event:ledger")) this.#soon();
      });
    });
    const { status } = await this.#client.send("POST", "/api/realtime", {
      clientId,
      subscriptions: ["ledger"],
    });
    if (status !== 204) throw new Error(`no stream: ${status}`);
  }

  /** Asks for the first screen. */
  firstScreen(measure: Measure): Promise<void> {
    return measure.of(() => this.#client.send("GET", "/api/chaperone/today"));
  }

  /** As the page does: no second question while an answer is due. */
  #soon(): void {
    if (this.#due) this.#missed = true;
    else
      this.#timer ??= setTimeout(() => this.#ask(), Math.max(settle, this.#restsUntil - performance.now()));
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    this.#due = true;
    const began = performance.now();
    await this.#log.of(() => this.#client.send("GET", page));
    const now = performance.now();
    this.#restsUntil = now + Math.min(restFor * (now - began), longestRest);
    this.#due = false;
    if (this.#missed && !this.#ended) this.#soon();
    this.#missed = false;
  }

  close(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#stream?.destroy();
    this.#client.close();
  }
}
