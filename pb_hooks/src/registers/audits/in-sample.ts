import { policy } from "#domain/policy";
import { guardedAmong } from "../../ledger/offers.ts";

/** What is drawn for a week: its sample, and as many again that take the place of what is kept apart later. */
export const drawnAtMost = policy.sampleOfWeek.amount + policy.sampleReserve.amount;

interface Drawn {
  readonly trace: string;
  readonly result: string;
}

/**
 * Those of what was drawn that are the week's sample now: the first so many that everybody who reads the log is shown. One
 * whose case was made confidential since gives its place to the next of the same draw, so that neither a gap nor a count
 * tells that there is such a case; who may see it still finds it where it was. What somebody looked at stays.
 *
 * @param drawn - Of one sample, all of it, in the order of the draw.
 * @param guarded - Traces of what is kept apart.
 */
export function inSample<Item extends Drawn>(
  app: pb.App,
  drawn: readonly Item[],
  guarded = guardedIn(app, drawn),
): Item[] {
  let open = 0;
  return drawn.filter(({ trace, result }) => {
    if (open === policy.sampleOfWeek.amount && result === "") return false;
    if (!guarded.includes(trace)) open += 1;
    return true;
  });
}

/** The same as everybody is shown it: what stands in reviews, figures and minutes, which tell no two readers apart. */
export function countedInSample<Item extends Drawn>(app: pb.App, drawn: readonly Item[]): Item[] {
  const guarded = guardedIn(app, drawn);
  return inSample(app, drawn, guarded).filter(({ trace }) => !guarded.includes(trace));
}

/** Traces of cases that are kept apart from somebody. */
function guardedIn(app: pb.App, drawn: readonly Drawn[]): readonly string[] {
  const traces = drawn.map(({ trace }) => trace).filter((trace) => trace !== "");
  return traces.length === 0 ? [] : guardedAmong(app, traces);
}
