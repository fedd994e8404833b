import { type DeskPart, deskAnswer } from "#domain/work/desk";
import { ask } from "./client.ts";

export type { DeskAnswer, DeskPart, DeskRow } from "#domain/work/desk";

/** One page of what runs or is owed, by nearest end; '' is every part. */
export const readLeadsDesk = (part: DeskPart | "", after: string) =>
  ask(deskAnswer, "desk", { query: { part: part || undefined, after: after || undefined } });
