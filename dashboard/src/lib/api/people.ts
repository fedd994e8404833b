import * as z from "zod/mini";
import type { ActData } from "#domain/acts";
import { type PersonRow, personRow } from "#domain/people/person-row";
import type { SeenRow } from "#lib/state/seen.svelte.ts";
import { act } from "./act.ts";
import { calling, pb, understand } from "./client.ts";

export type { PersonRow as Person };

/** Everybody whom the reader may see, former colleagues too, by name. */
export async function allPeople(): Promise<PersonRow[]> {
  const rows = await calling(() => pb.collection("users").getFullList({ sort: "name" }));
  return understand(z.array(personRow), rows);
}

/** With a row: gives a desk person an address and an invitation. */
export const invite = (data: ActData<"users.invite">, row?: SeenRow) => act("users.invite", data, row);
export const addWithoutSignIn = (data: ActData<"users.add">) => act("users.add", data);
export const changePerson = (row: SeenRow, data: ActData<"users.change">) => act("users.change", data, row);
export const deactivate = (row: SeenRow) => act("users.deactivate", {}, row);
export const activate = (row: SeenRow) => act("users.activate", {}, row);
export const reenrol = (row: SeenRow) => act("users.reenrol", {}, row);
export const endSessions = (row: SeenRow) => act("users.endSessions", {}, row);
