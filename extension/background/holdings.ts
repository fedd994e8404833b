import * as z from "zod/mini";
import { newId } from "../new-id.ts";
import { clockBehind, stampedBy } from "../outbox/clock.ts";
import { database } from "../outbox/database.ts";
import { type Fact, keep } from "../outbox/keep.ts";
import { currentPairing } from "../pairing/pairing.ts";
import type { Origin } from "../receive.ts";
import { addLastEvent } from "../records/last-events.ts";
import { stored } from "../stored.ts";

/**
 * A question that a page is asking: something is held, and nobody has chosen yet. It is kept on disk, because whatever
 * asks may go without a word: a tab that crashes, an update beneath the page, a browser that is killed. What was held
 * has not gone on then, and its outcome `closed` is told for it.
 */
const holding = z.object({
  /** Id of the outcome that is told if nobody answers: told twice, it is one. */
  ending: z.string(),
  /** The run of the extension whose page asks. */
  run: z.string(),
  tab: z.int(),
  frame: z.int(),
  trace: z.string(),
  adapter: z.string(),
  files: z.int(),
  strength: z.string(),
  /** Whose event it was, as far as known: '' for nobody. */
  person: z.string(),
  chosen: z.optional(z.string()),
  /** It was told as not decided in time: that is its outcome unless somebody chooses after all. */
  undecided: z.boolean(),
});
type Holding = z.infer<typeof holding>;

const holdings = stored<Holding[]>("local:holdings", z.array(holding), []);

/** More than a few mean that something is amiss; the oldest are let go. */
const most = 200;

/** This run of the extension: another after an update, after it was switched on again, and after the browser's start. */
const run = stored("session:run", z.string(), "");
const runNow = (): Promise<string> => run.change((known) => known || newId());

/** Whether nothing of this run of the extension has been at work yet. */
export const isNewRun = async (): Promise<boolean> => (await run.get()) === "";

/** One at a time: a page's own word and ours must not both become an outcome. */
const alone = <T>(step: () => Promise<T>): Promise<T> =>
  navigator.locks.request("chaperone holdings", () => step());

/**
 * Keeps one of a held document's two events, and remembers or forgets that its question is open.
 *
 * @param into - Keeps the event; nothing is remembered of what could not be kept.
 * @returns undefined where the question has ended without this page: what it says of its end was told already.
 */
export function followed<T extends { readonly kept: boolean }>(
  fact: Fact,
  person: string,
  { tab = -1, frame = 0 }: Origin,
  into: () => Promise<T>,
): Promise<T | undefined> {
  const { adapter, files, strength, outcome } = fact.detail;
  const { trace = "", chosen } = fact;
  return alone(async () => {
    const open = await holdings.get();
    const mine = open.find((one) => one.trace === trace && one.tab === tab && one.frame === frame);
    if (outcome === "closed" && !mine) return undefined;
    const kept = await into();
    if (!kept.kept) return kept;
    // A frame asks one question at a time: what it holds now takes the place of what it held before.
    const others = open.filter((one) => one.tab !== tab || one.frame !== frame);
    if (fact.kind === "mail.held") {
      const asked = { trace, person, chosen, undecided: false, ending: newId(), run: await runNow() };
      const told = { adapter: String(adapter), files: Number(files), strength: String(strength) };
      await holdings.set([...others, { ...asked, ...told, tab, frame }].slice(-most));
    } else if (outcome === "undecided" && mine) {
      await holdings.set([...others, { ...mine, undecided: true }]);
    } else await holdings.set(open.filter((one) => one !== mine));
    return kept;
  });
}

/**
 * The pages that asked in an earlier run are orphaned or gone: nobody can answer there any more.
 *
 * @returns Whether an outcome was told that can be sent; so do those below.
 */
export async function endOrphanedHoldings(): Promise<boolean> {
  const now = await runNow();
  return end((one) => one.run !== now);
}

/** The tab was closed, or shows another page. */
export const endHoldingsIn = (tab: number): Promise<boolean> => end((one) => one.tab === tab);

/** This browser's pairing is about to end. */
export const endAllHoldings = (): Promise<boolean> => end(() => true);

/** The person ends the pairing: what was kept for the clinic goes. */
export const forgetHoldings = (): Promise<void> => alone(() => holdings.remove());

function end(isOver: (one: Holding) => boolean): Promise<boolean> {
  return alone(async () => {
    const open = await holdings.get();
    const over = open.filter(isOver);
    if (over.length === 0) return false;
    const pairing = await currentPairing.get();
    const left: Holding[] = open.filter((one) => !isOver(one));
    const kept = await keptIds();
    for (const one of over) {
      const told = !pairing || one.undecided || (await tell(one, pairing.browser, kept));
      if (!told) left.push(one);
    }
    await holdings.set(left);
    return pairing !== null;
  });
}

/** @returns Whether it needs no telling any more; a store that fails is tried again. */
async function tell(one: Holding, browser: string, known: ReadonlySet<string>): Promise<boolean> {
  const { ending, trace, adapter, files, strength, person, chosen } = one;
  if (known.has(ending)) return true;
  const now = Date.now();
  const occurredAt = stampedBy(await clockBehind.get(), now);
  const fact: Fact = {
    kind: "mail.outcome",
    occurredAt,
    trace,
    ...(chosen ? { chosen } : {}),
    detail: { v: 1, adapter, outcome: "closed", files, strength },
  };
  const kept = await keep(fact, browser, ending);
  if (!kept.kept) return kept.why === "invalid";
  const at = new Date(now).toISOString();
  await addLastEvent({ id: kept.id, at, kind: fact.kind, person, what: "closed", trace });
  return true;
}

/** Ids in the outbox: an outcome may have gone there just before everything ended. */
async function keptIds(): Promise<ReadonlySet<string>> {
  try {
    return new Set((await (await database()).getAll("events")).map(({ event }) => event.id));
  } catch {
    // A store that can't be read is told of where it is written to.
    return new Set();
  }
}
