import * as z from "zod/mini";
import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";

/** What a frame shows now and showed before. Lives in memory; `ending` is for the popup alone. */
export const visit = z.object({
  current: z.nullable(
    z.object({
      system: z.string(),
      ref: z.string(),
      ending: z.string(),
      since: z.number(),
      /** When a page of it was last seen. */
      at: z.number(),
      /** Ties the view to what is taken out of the record and sent on. */
      trace: z.string(),
      pages: z.array(z.string()),
      /** Documents downloaded or exported. */
      taken: z.int(),
      /** Whom the page showed as signed in, as written there; '' for nobody. */
      person: z.string(),
      /** Who saw it, as far as that was known: the page's person or who was picked at the desk; '' for nobody. */
      who: z.string(),
      /** What others had seen of it before this visit took over, each with who. */
      earlier: z.array(z.string()),
    }),
  ),
  /** Pages that were counted, by history entry: going back to one is the same visit, under its trace. */
  seen: z.array(
    z.object({
      entry: z.string(),
      ref: z.string(),
      page: z.string(),
      at: z.number(),
      who: z.string(),
      trace: z.string(),
    }),
  ),
  /** The last facts that were told of this frame, each with its trace: one that is told again is the same one. */
  told: z.array(z.object({ id: z.string(), trace: z.string() })),
});
export type Visit = z.infer<typeof visit>;

export const noVisit: Visit = { current: null, seen: [], told: [] };

/** More entries than a person goes back through. */
const mostSeen = 50;

interface View {
  readonly system: string;
  readonly ref: string;
  readonly ending: string;
  readonly person: string;
  readonly who: string;
  /** Kind of page, with the note, letter or file that it shows. */
  readonly page: string;
  readonly entry?: string;
  readonly at: number;
}

/** Whether the same person may have seen both: a page is drawn before it names anybody. */
const mayBeSame = (one: string, other: string): boolean => one === "" || other === "" || one === other;

/** Whether a page seen then is still the same visit; a clock that was set back in between says nothing. */
const goesOn = (then: number, now: number): boolean =>
  Math.abs(now - then) < milliseconds(pagePolicy.visitGoesOnFor);

const seenBy = (who: string, page: string): string => `${who}\n${page}`;

/**
 * What a view does to a frame's visit, and whether it is one that was not counted yet. Somebody else begins a visit of their
 * own, also where the record stayed open.
 *
 * @param elsewhere - What the other tabs and frames show: one record in two tabs is one visit while both show it.
 */
export function viewed(
  before: Visit,
  view: View,
  newTrace: () => string,
  elsewhere: readonly NonNullable<Visit["current"]>[] = [],
): { after: Visit; counts: boolean; trace: string } {
  const isOfRecord = (one: NonNullable<Visit["current"]>): boolean =>
    one.ref === view.ref && one.system === view.system;
  const open = before.current && isOfRecord(before.current) ? before.current : null;
  const stays = open && mayBeSame(open.who, view.who) ? open : null;
  const known = before.seen.find(
    (one) =>
      one.entry === view.entry &&
      one.ref === view.ref &&
      one.page === view.page &&
      mayBeSame(one.who, view.who) &&
      goesOn(one.at, view.at),
  );
  const beside = stays
    ? undefined
    : elsewhere.find((one) => isOfRecord(one) && mayBeSame(one.who, view.who) && goesOn(one.at, view.at));
  // A page that names its person now one way and now another makes no view at each turn.
  const earlier = stays
    ? stays.earlier
    : [...(open?.earlier ?? []), ...(open?.pages ?? []).map((page) => seenBy(open?.who ?? "", page))];
  const pages = stays?.pages ?? beside?.pages ?? [];
  const counts = !known && !pages.includes(view.page) && !earlier.includes(seenBy(view.who, view.page));
  const trace = stays?.trace ?? known?.trace ?? beside?.trace ?? newTrace();
  const { system, ref, ending, person, page, at } = view;
  const who = view.who || stays?.who || "";
  const begun = { system, ref, ending, since: at, trace, taken: 0, earlier };
  const current = { ...(stays ?? begun), person, who, at, pages: [...new Set([...pages, page])] };
  const entry = view.entry === undefined ? [] : [{ entry: view.entry, ref, page, at, who, trace }];
  const others = before.seen.filter(
    (one) => one.entry !== view.entry || one.ref !== ref || one.page !== page,
  );
  return { after: { ...before, current, seen: [...others, ...entry].slice(-mostSeen) }, counts, trace };
}

/** More facts than a page tells while one of them has no answer. */
const mostTold = 10;

/** A fact was counted under this trace. */
export const toldIn = (before: Visit, id: string | undefined, trace: string): Visit =>
  id === undefined ? before : { ...before, told: [...before.told, { id, trace }].slice(-mostTold) };

/** The frame moved on: to no record, or to another one. */
export const moved = (before: Visit, ref: string | undefined): Visit =>
  before.current && before.current.ref !== ref ? { ...before, current: null } : before;
