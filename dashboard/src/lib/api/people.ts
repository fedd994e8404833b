import * as z from "zod/mini";
import type { ActData } from "#domain/acts";
import { type PersonRow, personRow } from "#domain/api";
import { act } from "./act.ts";
import { calling, pb, understand } from "./client.ts";

export { type PersonRow as Person, personRow as person };

/** Everybody whom the reader may see, former colleagues too, by name. */
export async function allPeople(): Promise<PersonRow[]> {
  const rows = await calling(() => pb.collection("users").getFullList({ sort: "name" }));
  return understand(z.array(personRow), rows);
}

/** The row of whoever is signed in, as the database has it now. */
export async function myself(id: string): Promise<PersonRow> {
  return understand(personRow, await calling(() => pb.collection("users").getOne(id)));
}

/** With a row: gives a desk person an address and an invitation. */
export const invite = (data: ActData<"users.invite">, row?: PersonRow) => act("users.invite", data, row);
export const addWithoutSignIn = (data: ActData<"users.add">) => act("users.add", data);
export const changePerson = (row: PersonRow, data: ActData<"users.change">) => act("users.change", data, row);
export const deactivate = (row: PersonRow) => act("users.deactivate", {}, row);
export const activate = (row: PersonRow) => act("users.activate", {}, row);
export const reenrol = (row: PersonRow) => act("users.reenrol", {}, row);
export const endSessions = (row: PersonRow) => act("users.endSessions", {}, row);
