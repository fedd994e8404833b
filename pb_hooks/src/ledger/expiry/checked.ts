import { type CheckedFolder, checkedFolder } from "#domain/ledger/checked";

/** What the last look through the data folder found; undefined where there was none, or its note can't be read. */
export function lastChecked(app: pb.App): CheckedFolder | undefined {
  try {
    const text = toString($os.readFile($filepath.join(app.dataDir(), "..", "checked.json")));
    return checkedFolder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** How much in the folder contradicts the log, by the last look. */
export function faultsFound({ contradicted, unsigned, chain, rows }: CheckedFolder): number {
  const ofRows = rows ? rows.faults.length + rows.more : 0;
  return contradicted + unsigned.length + ofRows + (chain?.broken ? 1 : 0);
}
