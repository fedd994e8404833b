import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { IngestAnswer } from "#domain/ledger/event";
import { root } from "../../../scripts/base/root.mjs";
import { run } from "../../../scripts/base/run.mjs";
import { post, type Send } from "./load.ts";

/** A server of the product, started as `npm start` starts it, and what its paired browsers send. */
export interface Product {
  readonly send: Send;
  readonly stop: () => Promise<void>;
}

export async function startProduct(data: string, port: number, browsers: number): Promise<Product> {
  const script = join(root, "scripts", "start.mjs");
  const child = spawn(process.execPath, [script, "--data", data, "--port", String(port), "--example"], {
    cwd: root,
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      if (said.includes("Chaperone is served at")) resolve();
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    ended.then(() => reject(new Error(said)));
  });
  const url = `http://127.0.0.1:${port}/api/chaperone/events`;
  const desks: Desk[] = [];
  for (let i = 0; i < browsers; i += 1) desks.push(new Desk(url, await paired(data, `Bench ${i + 1}`)));
  for (const desk of desks) await desk.showNotice();
  return {
    send: (writer, batch) => (desks[writer] as Desk).send(batch),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function paired(data: string, name: string): Promise<string> {
  const script = join(root, "scripts", "ledger.mjs");
  const { status, stdout, stderr } = await run(
    process.execPath,
    [script, "pair", "--data", data, "--desk", name],
    { cwd: root },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** A shared desk's browser: three views for each outcome of a mail attempt. */
class Desk {
  readonly #url: string;
  readonly #token: string;
  #n = 0;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async showNotice(): Promise<void> {
    await this.#post([this.#event("notice.shown", { detail: { v: 1, notice: 1, desk: true } })]);
  }

  async send(batch: number): Promise<void> {
    await this.#post(Array.from({ length: batch }, () => this.#next()));
  }

  #next(): object {
    const trace = randomBytes(8).toString("hex").slice(0, 15);
    if (this.#n % 4 === 0) {
      const detail = { v: 1, adapter: "gmail", outcome: "removed", files: 1, strength: "strong" };
      return this.#event("mail.outcome", { trace, detail });
    }
    return this.#event("record.view", {
      system: "cliniko:harbour.uk2",
      recordRef: String(900_000 + (this.#n % 5_000)),
      recordKind: "patient",
      trace,
      detail: { v: 2, adapter: 3, page: "patient" },
    });
  }

  #event(kind: string, more: object): object {
    this.#n += 1;
    const id = randomBytes(8).toString("hex").slice(0, 15);
    return { id, n: this.#n, kind, occurredAt: new Date().toISOString(), ...more };
  }

  async #post(events: readonly object[]): Promise<void> {
    const body = JSON.stringify({ sentAt: new Date().toISOString(), events });
    const { results }: IngestAnswer = JSON.parse(await post(this.#url, body, this.#token));
    const bad = results.find(({ status }) => status !== "accepted");
    if (bad) throw new Error(JSON.stringify(bad));
  }
}
