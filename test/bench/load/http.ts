import { Agent, type IncomingMessage, request } from "node:http";

/** One browser's connections to the server, kept open as a browser keeps them. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 6 });
  readonly #url: string;
  readonly token: string;

  constructor(url: string, token = "") {
    this.#url = url;
    this.token = token;
  }

  /** Sends one request and reads its answer whole; `ms` is the time until then. */
  async send(method: string, path: string, body?: unknown): Promise<Sent> {
    const began = performance.now();
    const answer = await this.open(method, path, body);
    let text = "";
    for await (const part of answer.setEncoding("utf8")) text += part;
    return { status: answer.statusCode ?? 0, text, ms: performance.now() - began };
  }

  /** Sends one request and gives its answer as soon as it begins. */
  open(method: string, path: string, body?: unknown): Promise<IncomingMessage> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = {
        ...(this.token ? { authorization: this.token } : {}),
        ...(text === undefined
          ? {}
          : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
      };
      const sent = request(this.#url + path, { method, headers, agent: this.#agent }, resolve);
      sent.once("error", reject).end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

export interface Sent {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}
