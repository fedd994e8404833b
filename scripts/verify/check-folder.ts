// Run by the installed Node: holds the log of a data folder against every witness in it and notes what was found. With
// "whole" it computes every hash anew and reads every file, else those alone that were changed since. It prints what is
// wrong, a sentence a line, and never stops a server from starting: evidence is wanted most where somebody was at it.
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { type CheckedFolder, checkedFolder } from "#domain/ledger/checked";
import { runMain } from "../base/refusal.mjs";
import { writeWhole } from "../folder/write-whole.mjs";
import { dataPaths } from "../serving/server.mjs";
import { asChecked, lookThrough } from "./folder.ts";
import { faultsOf } from "./folder-words.ts";
import { KnownFiles } from "./known-files.ts";

/** Gives way to the server beside it. */
const behindOthers = 10;

await runMain(() => {
  const [data = "", how] = process.argv.slice(2);
  if (how === "whole") setPriority(behindOthers);
  const { checked, checkedFiles } = dataPaths(data);
  const files = new KnownFiles(checkedFiles, how === "whole");
  const looked = lookThrough(data, { whole: how === "whole", files });
  files.save();
  writeWhole(checked, JSON.stringify(asChecked(looked, new Date().toISOString(), before(checked))));
  for (const line of faultsOf(looked)) console.log(line);
});

function before(file: string): CheckedFolder | undefined {
  try {
    return checkedFolder.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}
