import * as z from "zod/mini";
import { stored } from "../stored.ts";

/**
 * The last events of this browser, for the popup alone: what happened and the end of the record's own number.
 * Kept in memory until the browser closes; never sent.
 */
const lastEvent = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  /** Last four characters of the record's number, as the person sees it in the address. */
  ending: z.optional(z.string()),
  /** What was taken out of the record, or what became of a held document. */
  what: z.optional(z.string()),
  trace: z.optional(z.string()),
  /** Whose it is, a person's id or a keyed sign-in, '' for nobody: at a shared desk nobody else is shown it. */
  person: z.string(),
});
export type LastEvent = z.infer<typeof lastEvent>;

/** Enough for the four that the popup shows, of each who works at a desk. */
const most = 40;

const lastEvents = stored<LastEvent[]>("session:last-events", z.array(lastEvent), []);

export const currentLastEvents = (): Promise<LastEvent[]> => lastEvents.get();
export const forgetLastEvents = (): Promise<void> => lastEvents.remove();

/** Adds an event; the outcome of a held document takes the place of the holding. */
export async function addLastEvent(event: LastEvent): Promise<void> {
  const ends = (one: LastEvent): boolean =>
    event.kind === "mail.outcome" &&
    one.kind === "mail.held" &&
    one.trace !== undefined &&
    one.trace === event.trace;
  await lastEvents.change((events) =>
    [event, ...events.filter((one) => one.id !== event.id && !ends(one))].slice(0, most),
  );
}
