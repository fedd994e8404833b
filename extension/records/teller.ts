import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import type { RecordFact } from "../messages.ts";
import { send } from "../send.ts";
import type { Place } from "./route.ts";
import { shownPerson } from "./signed-in.ts";

export type Told = Pick<RecordFact, "kind"> & Partial<RecordFact>;
export type Tell = (fact: Told) => void;

/**
 * Tells the background of facts, each with its time, whom the page shows, and its place in the tab's history. A
 * script that an update orphaned has nobody to tell: the next version watches the reloaded page.
 */
export const teller =
  (adapter: ClinicalAdapter): Tell =>
  (fact) => {
    const person = shownPerson(adapter);
    const entry = "navigation" in globalThis ? navigation.currentEntry?.key : undefined;
    send("record", {
      adapter: adapter.id,
      occurredAt: new Date().toISOString(),
      ...(person ? { person } : {}),
      ...(entry ? { entry } : {}),
      ...fact,
    }).catch(() => undefined);
  };

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
