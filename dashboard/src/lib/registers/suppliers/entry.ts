import type { ActData } from "#domain/acts";
import type { Prepared } from "#domain/registers/suppliers/question";
import type { FieldMessages } from "#lib/api/problem.ts";
import { leaveOut } from "#lib/format/screened-words.ts";
import type { Supplier } from "./api.ts";

/** What the form of an entry holds; '' is what was not said or chosen yet. */
export type Entry = {
  name: string;
  kind: Supplier["kind"] | "";
  role: Supplier["role"] | "";
  data: string;
  contract: string;
  contractOn: string;
  place: Supplier["place"] | "";
  country: string;
  placeNote: string;
  ground: Supplier["ground"];
  groundOn: string;
  others: string;
  tellsHow: string;
  holder: string;
  nextCheck: string;
};

/** @param me - Who holds a new one, until somebody else is chosen. */
export const newEntry = (me: string, from: Prepared | undefined): Entry => ({
  name: from?.name ?? "",
  kind: from?.kind ?? "",
  role: from ? "processor" : "",
  data: from?.data ?? "",
  contract: "",
  contractOn: "",
  place: "",
  country: "",
  placeNote: "",
  ground: "",
  groundOn: "",
  others: "",
  tellsHow: "",
  holder: me,
  nextCheck: "",
});

export const entryOf = (row: Supplier): Entry => ({
  name: row.name,
  kind: row.kind,
  role: row.role,
  data: row.data,
  contract: row.contract,
  contractOn: row.contractOn,
  place: row.place,
  country: row.country,
  placeNote: row.placeNote,
  ground: row.ground,
  groundOn: row.groundOn,
  others: row.others,
  tellsHow: row.tellsHow,
  holder: row.holder,
  nextCheck: row.nextCheck,
});

const abroad = (place: Entry["place"]): boolean => place === "adequate" || place === "elsewhere";

/** What is missing, by field. @param asksNext - The next check is asked for too, as of a new one. */
export function entryErrors(entry: Entry, today: string, asksNext: boolean): FieldMessages {
  const errors: Record<string, string> = {};
  const say = (field: string, words: string | undefined | false): void => {
    if (words && errors[field] === undefined) errors[field] = words;
  };
  say("name", entry.name.trim() === "" && "Enter the name");
  say("kind", entry.kind === "" && "Choose what it is to the clinic");
  say("role", entry.role === "" && "Choose who decides about the data");
  say("data", entry.data.trim() === "" && "Say which data it has, in kinds");
  for (const field of ["name", "data", "contract", "country", "placeNote", "others", "tellsHow"] as const)
    say(field, leaveOut(entry[field], true));
  say("contractOn", entry.contractOn > today && "This day is still to come");
  say("place", entry.place === "" && "Choose where it lies, or “not known”");
  say("country", abroad(entry.place) && entry.country.trim() === "" && "Say which country");
  say("groundOn", entry.groundOn > today && "This day is still to come");
  say("holder", entry.holder === "" && "Choose who of us holds it");
  say("nextCheck", asksNext && entry.nextCheck === "" && "Enter by when it is looked at");
  say("nextCheck", asksNext && entry.nextCheck < today && "Enter today or a day to come");
  return errors;
}

/** As the server takes it; of what the place does not ask, nothing goes. */
export function entryData(entry: Entry): ActData<"suppliers.change"> {
  const { kind, role, place } = entry;
  if (kind === "" || role === "" || place === "") throw new Error("an entry was sent that is not filled in");
  const elsewhere = place === "elsewhere";
  const ground = elsewhere ? entry.ground : "";
  return {
    name: entry.name.trim(),
    kind,
    role,
    data: entry.data.trim(),
    contract: entry.contract.trim(),
    contractOn: entry.contractOn,
    place,
    country: abroad(place) ? entry.country.trim() : "",
    placeNote: entry.placeNote.trim(),
    ground,
    groundOn: ground === "" ? "" : entry.groundOn,
    others: entry.others.trim(),
    tellsHow: entry.tellsHow.trim(),
    holder: entry.holder,
  };
}
