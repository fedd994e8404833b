import type { Reading } from "#domain/detector/verdict";
import { type Budget, Unreadable } from "../budget.ts";
import { joined } from "../joined.ts";
import { isEmbedded, officeFormatOf, readOffice } from "./office.ts";
import { type Entry, entriesOf, unpack } from "./zip.ts";

/** What systems put into archives beside a person's files. */
const isLitter = ({ name }: Entry) =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** Reads an archive: an office document with what is embedded in it, or every file of a ZIP. */
export async function readArchive(
  file: Blob,
  budget: Budget,
  inner: (file: Blob, budget: Budget) => Promise<Reading>,
): Promise<Reading> {
  const entries = await entriesOf(file);
  const office = officeFormatOf(entries);
  const own = office && (await readOffice(file, entries, office, budget));
  const files = entries.filter(office ? isEmbedded : (entry) => !isLitter(entry));
  const readings: Reading[] = own ? [own] : [];
  for (const [place, entry] of files.entries()) {
    readings.push(await member(file, entry, budget, inner));
    budget.progress({ unit: "part", done: place + 1, of: files.length });
  }
  return readings.length === 1 && own ? own : joined(own?.format ?? "zip", "", readings);
}

async function member(
  file: Blob,
  entry: Entry,
  budget: Budget,
  inner: (file: Blob, budget: Budget) => Promise<Reading>,
): Promise<Reading> {
  try {
    return await inner(await unpack(file, entry, budget), budget);
  } catch (problem) {
    const unreadable = problem instanceof Unreadable ? problem.reason : "damaged";
    return { text: "", format: "zip", read: { unit: "part", done: 0, of: 1 }, unreadable };
  }
}
