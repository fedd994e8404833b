import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import type { RecordFact } from "../messages.ts";
import { newId } from "../new-id.ts";
import { send } from "../send.ts";
import type { Place } from "./route.ts";
import { shownPerson } from "./signed-in.ts";

export type Told = Pick<RecordFact, "kind"> & Partial<RecordFact>;
export type Tell = (fact: Told) => void;

/** How often a fact is told, where a worker was ended before it answered. */
const tries = 3;

/**
 * Tells the background of facts, each with its time, whom the page shows, and its place in the tab's history. One without an
 * answer is told again as the same one: it counts once. A script that an update orphaned has nobody to tell: the next
 * version watches the reloaded page.
 */
export const teller =
  (adapter: ClinicalAdapter): Tell =>
  (fact) => {
    const person = shownPerson(adapter);
    const entry = "navigation" in globalThis ? navigation.currentEntry?.key : undefined;
    const told = {
      adapter: adapter.id,
      occurredAt: new Date().toISOString(),
      told: newId(),
      ...(person ? { person } : {}),
      ...(entry ? { entry } : {}),
      ...fact,
    };
    void tellAll(told, tries);
  };

const tellAll = (fact: RecordFact, left: number): Promise<unknown> =>
  send("record", fact).catch(() => (left > 1 ? tellAll({ ...fact, again: true }, left - 1) : undefined));

/** What a fact says of the record that is open; nothing on a list. */
export const about = (place: Place | undefined): Partial<RecordFact> =>
  place?.id === undefined
    ? {}
    : {
        id: place.id,
        recordKind: place.page.recordKind,
        page: place.page.page,
        ...(place.item === undefined ? {} : { item: place.item }),
      };
