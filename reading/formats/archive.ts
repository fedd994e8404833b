import type { Budget } from "../budget.ts";
import type { Taken } from "../taken.ts";
import { officeFormatOf, readOffice } from "./office.ts";
import { type Entry, entriesOf, unpack } from "./zip.ts";

/** What systems put into archives beside a person's files. */
const isLitter = ({ name }: Entry) =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** Opens an archive: an office document with what is embedded in it, or every file of a ZIP. */
export async function readArchive(file: Blob, budget: Budget): Promise<Taken> {
  const { entries, remark, hides } = await entriesOf(file);
  if (entries.some(({ name }) => name === "xl/workbook.bin"))
    return (await import("./old-tables.ts")).readOldTables(file, budget, "xlsb");
  const left = hides ? ("part" as const) : undefined;
  const office = officeFormatOf(entries);
  if (office) {
    const taken = await readOffice(file, entries, office, budget);
    return { ...taken, unreadable: taken.unreadable ?? left };
  }
  const own = entries.filter((entry) => !isLitter(entry));
  const names = own.map(({ name, remark: said = "" }) => (said === "" ? name : `${name}: ${said}`));
  return {
    format: "zip",
    text: budget.takeText([remark, ...names].filter((one) => one !== "").join("\n")),
    read: { unit: "part", done: 0, of: 0 },
    unreadable: left,
    attached: own.map((entry) => () => unpack(file, entry, budget)),
  };
}
