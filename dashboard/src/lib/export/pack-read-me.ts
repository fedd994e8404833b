import { longDate } from "#domain/base/local-words";
import { keyCode, linkCode } from "#domain/ledger/witness/code";
import type { LeftOut, PackFolder } from "#domain/work/evidence-pack";
import { sha256Of } from "#lib/format/digest.ts";

/** What a pack says of itself. */
export type PackAbout = {
  readonly clinic: string;
  readonly timeZone: string;
  /** Civil dates at the clinic, both within. */
  readonly from: string;
  readonly to: string;
  /** Instant, from the server's answer and not from this machine's clock. */
  readonly madeAt: string;
  readonly madeBy: string;
  /** The event log's head: what was recorded up to here can't have been changed since unseen. */
  readonly ledger: {
    readonly seq: number;
    readonly hash: string;
    /** Public key that signs it, in hex; '' where it is not said. */
    readonly key?: string;
    /** Entries whose checkpoint in the server's own folder the log contradicts. */
    readonly contradicted?: readonly number[];
  };
  readonly leftOut: readonly LeftOut[];
};

/** @param folders - What lies in each, of every register. */
export const packReadMe = (
  about: PackAbout,
  folders: readonly PackFolder[],
): string => `Evidence pack of ${about.clinic}
${longDate(about.from)} to ${longDate(about.to)}, days of ${about.timeZone}
Made ${about.madeAt} by ${about.madeBy}, with Chaperone

WHAT IS IN IT
${folders.map(folderLines).join("\n")}
ledger/      the whole event log
People affected are counted; staff involved stand in a report without names. What people wrote was screened by
Chaperone for what names a patient, which does not find every name. Who read a report before it was frozen stands in it;
of an older one, and of the rest of this pack, it is not recorded who read it: read it before you hand it on.

WHAT IS LEFT OUT, AND WHY
${about.leftOut.map(({ what, why }) => `- ${what}: ${why}`).join("\n")}

TO CHECK THE FILES
manifest.json names every file with its SHA-256 and size; SHA256SUMS holds the same for a program:
  sha256sum -c SHA256SUMS             (macOS: shasum -a 256 -c SHA256SUMS)
  certutil -hashfile FILE SHA256      (Windows, one file)

TO CHECK THE EVENT LOG
The head of the log when this was made is entry ${about.ledger.seq}, hash
  ${about.ledger.hash || "(the log is empty)"}
and that entry tells of this pack. In a form to write down and keep apart from the pack:
${keptLines(about.ledger).join("\n")}
Whoever keeps it can have any later copy of the log compared with it:
  npm run -s verify -- LATER.jsonl --checkpoint "${linkCode(about.ledger.seq, about.ledger.hash, sha256Of)}"
${contradictedLine(about.ledger)}ledger/ledger.jsonl holds it and everything before it, a signed head at its end.
With a copy of Chaperone, on any machine and offline:
  npm run -s verify -- ledger/ledger.jsonl
It computes every hash anew and names the first line that does not fit.

HOW THEY BELONG TOGETHER
The SHA-256 of each version-n.json stands in the log: the event breach_reports.act with the action "version" that was
recorded when it was made. That of signed minutes stands in reviews.act with the action "sign".
`;

function keptLines({ seq, hash, key = "" }: PackAbout["ledger"]): string[] {
  const codes = [linkCode(seq, hash, sha256Of), key === "" ? "" : keyCode(key, sha256Of)];
  return codes.filter((code) => code !== "").map((code) => `  ${code}`);
}

function contradictedLine({ contradicted = [] }: PackAbout["ledger"]): string {
  if (contradicted.length === 0) return "";
  return `WHEN THIS WAS MADE THE LOG CONTRADICTED THE SERVER'S OWN CHECKPOINTS of entry ${contradicted.join(", ")}: it was changed.
`;
}

/** Letters of a line, and where what a folder holds begins in it. */
const line = { longest: 118, begins: 13 };

function folderLines({ name, holds }: PackFolder): string {
  const lines = [name.padEnd(line.begins)];
  for (const word of holds.split(" ")) {
    const last = lines[lines.length - 1] ?? "";
    if (last.trimEnd().length + 1 + word.length <= line.longest || last.length <= line.begins)
      lines[lines.length - 1] = last.length <= line.begins ? last + word : `${last} ${word}`;
    else lines.push(" ".repeat(line.begins) + word);
  }
  return lines.join("\n");
}
