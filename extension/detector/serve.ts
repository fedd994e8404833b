import { judge } from "#domain/detector/judge";
import type { Reading, Verdict } from "#domain/detector/verdict";
import { weightsVersion } from "#domain/detector/weights";
import { withKnown } from "#domain/exact/known";
import type { Eyes } from "#reading/pictures/eyes";
import { headOf, read } from "#reading/read";
import type { Known } from "../exact/known.ts";
import { textMark } from "../records/text-mark.ts";
import { type Answer, type Request, unread, waitingAtMost } from "./messages.ts";

/** Either end of a channel: a worker's own scope or a `MessagePort`. */
export interface Channel {
  postMessage(message: Answer): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Request>) => void): void;
}

type Ask = Extract<Request, { id: number }> & {
  /** Its first bytes, asked for when it came: they lie ready when its turn comes. */
  readonly head: Promise<Uint8Array> | undefined;
};

/**
 * Judges what comes through a channel, one document at a time, in the order in which they came. Never throws.
 *
 * @param eyes What pictures are looked at with.
 * @param known The clinic's own patients; left out where there can be none.
 */
export function serve(channel: Channel, eyes?: Eyes, known?: Known): void {
  const waiting: Ask[] = [];
  let current: { readonly id: number; readonly stop: AbortController } | undefined;

  async function work(): Promise<void> {
    for (let ask = waiting.shift(); ask; ask = waiting.shift()) {
      const stop = new AbortController();
      current = { id: ask.id, stop };
      channel.postMessage({ id: ask.id, verdict: await verdictOn(ask, stop.signal) });
      current = undefined;
    }
  }

  async function verdictOn({ id, what, context, milliseconds, head }: Ask, signal: AbortSignal) {
    try {
      const onProgress = (progress: Reading["read"]) => channel.postMessage({ id, progress });
      const reading =
        typeof what === "string"
          ? asReading(what)
          : await read(what, { milliseconds, signal, onProgress, eyes }, head);
      const verdict = withKnown(judge(reading, context), known?.placesIn(reading.text) ?? []);
      const names = await namesIn(reading.text, verdict);
      return names.length === 0 ? verdict : { ...verdict, names };
    } catch {
      // A bug on one document must not leave the guard without an answer: it is held as not readable.
      return unread("damaged", weightsVersion);
    }
  }

  channel.addEventListener("message", ({ data }) => {
    if ("list" in data) known?.take(data.list);
    else if ("stop" in data) {
      const place = waiting.findIndex(({ id }) => id === data.stop);
      if (place !== -1) waiting.splice(place, 1);
      if (current?.id === data.stop) current.stop.abort();
    } else if (waiting.length >= waitingAtMost)
      channel.postMessage({ id: data.id, verdict: unread("timed-out", weightsVersion) });
    else {
      waiting.push({ ...data, head: typeof data.what === "string" ? undefined : headOf(data.what) });
      if (current === undefined && waiting.length === 1) void work();
    }
  });
}

/** Numbers of one document that are told apart; a list of more people is none about one patient. */
const mostNames = 10;
const numbers: ReadonlySet<string> = new Set(["nhs-number", "chi-number", "hc-number"]);

/** SHA-256 of the patients' numbers in a text: whose an address is can be told by them, without the number. */
async function namesIn(text: string, { findings }: Verdict): Promise<readonly string[]> {
  const found = findings
    .filter(({ kind }) => numbers.has(kind))
    .flatMap(({ start, end }) => /\d{10}$/.exec(text.slice(start, end).replace(/\D/g, ""))?.[0] ?? []);
  const all = [...new Set(found)];
  return all.length > mostNames ? [] : Promise.all(all.map(textMark));
}

/** A text that was typed, pasted or dropped. */
const asReading = (text: string): Reading => ({
  text,
  format: "text",
  read: { unit: "byte", done: text.length, of: text.length },
});
