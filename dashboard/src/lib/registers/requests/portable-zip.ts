import { csvOf } from "#domain/base/csv";
import {
  clinicalSystemAdds,
  type PortableFile,
  portableLists,
  portableWords,
} from "#domain/registers/requests/portable";
import { zipOf } from "#lib/export/steady-zip.ts";

/** The file to take along: as JSON, a table a list, and a text that says what each part means and what is still to be added. */
export function portableZip(file: PortableFile): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const tables = portableLists.flatMap((name) => {
    const rows: readonly object[] = file[name];
    return rows.length === 0 ? [] : [[`${name}.csv`, tableOf(rows)]];
  });
  const files = [
    ["record.json", `${JSON.stringify(file, null, 2)}\n`],
    ...tables,
    ["READ-ME.txt", readMe(file)],
  ];
  return zipOf(
    Object.fromEntries(files.map(([name = "", text = ""]) => [name, encoder.encode(text)])),
    Date.parse(file.madeAt),
  );
}

function tableOf(rows: readonly object[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) =>
    Object.values(row).map((value) => (Array.isArray(value) ? value.join(" ") : value)),
  );
  return csvOf([columns, ...cells]);
}

const readMe = ({ clinic, madeAt }: PortableFile): string => `Data to take along (UK GDPR Art 20)
${clinic}, ${madeAt}

record.json holds what the clinic’s system Chaperone holds of this record; each list stands as a table beside it.

${Object.entries(portableWords)
  .map(([name, words]) => `${name}: ${words}`)
  .join("\n")}

The clinical system adds, from its own export:
${clinicalSystemAdds.map((one) => `- ${one}`).join("\n")}
`;
