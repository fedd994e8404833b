import type { CheckedContradiction, CheckedRow } from "#domain/ledger/checked";
import type { GivenOut, WholeAnswer } from "#domain/work/whole";
import { capital, counted, listed } from "#lib/format/sentence.ts";
import { rowWords } from "#lib/register-words.ts";

export interface WitnessRow {
  readonly key: string;
  readonly what: string;
  readonly state: "green" | "red" | "grey";
  readonly word: string;
  /** What it rests on, and where it lies. */
  readonly says: string;
  /** Instant, '' where there is none. */
  readonly at: string;
}

/** By which witnesses the log is known to be whole: those here first, then what left the server. */
export function witnessRows(whole: WholeAnswer): WitnessRow[] {
  return [
    chainRow(whole),
    pointRow(whole),
    registerRow(whole),
    browserRow(whole),
    backupRow(whole),
    ...outside(whole),
  ];
}

function chainRow({ checked }: WholeAnswer): WitnessRow {
  const chain = checked?.chain;
  const row = { key: "chain", what: "Every entry’s hash, computed anew" };
  if (!chain)
    return {
      ...row,
      state: "grey",
      word: "not looked at yet",
      says: "Once a day while the server runs.",
      at: "",
    };
  const { broken } = chain;
  return broken
    ? {
        ...row,
        state: "red",
        word: `broken at entry ${broken.seq}`,
        says: `${capital(broken.fault)}.`,
        at: chain.at,
      }
    : { ...row, state: "green", word: "agrees", says: `Up to entry ${chain.seq}.`, at: chain.at };
}

function pointRow({ checkpoints, checked, contradicted }: WholeAnswer): WitnessRow {
  const row = { key: "checkpoints", what: "Signed checkpoints in the server’s folder", at: checkpoints.last };
  const faults = Math.max(
    contradicted.length,
    (checked?.contradicted ?? 0) + (checked?.unsigned.length ?? 0),
  );
  const says = `${counted(checkpoints.count, "checkpoint")}, one a day and one with each signed review and export. Whoever changes the folder can change these too.`;
  if (faults > 0)
    return { ...row, state: "red", word: `${counted(faults, "contradicts", "contradict")} the log`, says };
  return checkpoints.count === 0
    ? { ...row, state: "grey", word: "none yet", says: "The first is made within a day." }
    : { ...row, state: "green", word: "agree", says };
}

/** Whether the registers' rows are as their events left them. */
function registerRow({ checked }: WholeAnswer): WitnessRow {
  const row = {
    key: "rows",
    what: "Rows of the registers, by the hashes in their events",
    at: checked?.at ?? "",
  };
  const rows = checked?.rows;
  if (!rows)
    return { ...row, state: "grey", word: "not looked at yet", says: "At each start and once a day." };
  const faults = rows.faults.length + rows.more;
  const unknown =
    rows.unknown === 0
      ? ""
      : ` Of ${rows.unknown} more, lines that acts write beside their entry for one, no entry keeps a hash.`;
  const says = `${counted(rows.checked, "row")}: incidents, decisions, people, reviews, training, settings.${unknown}`;
  return faults > 0
    ? { ...row, state: "red", word: `${counted(faults, "differs", "differ")}`, says }
    : { ...row, state: "green", word: "agree", says };
}

function browserRow({ browsers }: WholeAnswer): WitnessRow {
  const row = { key: "browsers", what: "Receipts in the clinic’s browsers", at: "" };
  const { count, within, contradict } = browsers;
  if (contradict.length > 0)
    return {
      ...row,
      state: "red",
      word: "contradicted",
      says: `${listed(contradict)}: look under Browsers.`,
    };
  if (within === 0)
    return {
      ...row,
      state: "grey",
      word: "none asked",
      says: `${counted(count, "browser is", "browsers are")} paired; none spoke within a day.`,
    };
  return {
    ...row,
    state: "green",
    word: "agree",
    says: `${within} of ${counted(count, "browser")} spoke within a day. Each holds the last entry that it was told of, and compares.`,
  };
}

function backupRow({ backup }: WholeAnswer): WitnessRow {
  const row = { key: "backup", what: "The last backup that was opened again" };
  if (!backup) return { ...row, state: "grey", word: "none", says: "", at: "" };
  const says = `Up to entry ${backup.seq}. It lies in the same folder until somebody copies it away.`;
  return { ...row, state: "green", word: "agrees", says, at: backup.readAt };
}

/** What left the server: whether anybody kept it is not known here. */
function outside({ minutes, exports, packs, mails }: WholeAnswer): WitnessRow[] {
  const row = (key: string, what: string, given: GivenOut, one: string): WitnessRow => ({
    key,
    what,
    state: "grey",
    word: given.count === 0 ? "none" : "if somebody kept it",
    says: given.count === 0 ? "" : `${counted(given.count, one)}, the last up to entry ${given.seq}.`,
    at: given.last,
  });
  return [
    row("minutes", "Minutes of signed reviews, printed or saved", minutes, "review"),
    row("exports", "Exports of the whole log", exports, "export"),
    row("packs", "Evidence packs", packs, "pack"),
    row("mails", "Mails to the lead after a review", mails, "mail"),
  ];
}

/** When something of the log last left the server, and up to which entry; undefined where nothing ever did. */
export function lastOutside({ minutes, exports, packs, mails }: WholeAnswer): GivenOut | undefined {
  const all = [minutes, exports, packs, mails].filter(({ count }) => count > 0);
  return all.sort((a, b) => b.seq - a.seq)[0];
}

/** What the last look through the folder found, a sentence each. */
export function foundIn({ checked, contradicted }: WholeAnswer): string[] {
  if (!checked) return contradicted.map((seq) => `Entry ${seq} is another one than its checkpoint says.`);
  const { contradictions, concerned, unsigned, chain, head, rows } = checked;
  return [
    ...(chain?.broken ? [`The chain breaks at entry ${chain.broken.seq}: ${chain.broken.fault}.`] : []),
    ...contradictions.map((one) => foundWords(one, head.seq)),
    ...contradicted
      .filter((seq) => !contradictions.some((one) => one.seq === seq))
      .map((seq) => `Entry ${seq} is another one than its checkpoint says.`),
    ...unsigned.map((seq) => `The checkpoint of entry ${seq} was deleted.`),
    ...(concerned ? [concernedWords(concerned)] : []),
    ...(rows?.faults ?? []).map(rowSays),
    ...(rows && rows.more > 0 ? [`${rows.more} more rows like these.`] : []),
  ];
}

function rowSays({ collection, id, is, seq }: CheckedRow): string {
  if (collection === "row_seals")
    return `The baseline of rows that entry ${seq} took was changed: rows that nothing has written since can’t be checked.`;
  const name = rowWords.find((one) => one.collection === collection)?.row;
  const row = `${name ?? collection} ${id}`;
  if (is === "text") return `${row}: what was frozen is another text now.`;
  if (is === "file") return `${row}: the file is another one than was kept, or is gone.`;
  if (is === "added") return `${row} was added behind the server: no entry tells of it.`;
  if (is === "deleted") return `${row} was deleted behind the server: entry ${seq} left it there.`;
  return `${row} was changed behind the server: entry ${seq} left it otherwise.`;
}

function foundWords({ from, seq, is }: CheckedContradiction, last: number): string {
  if (is === "beyond") return `The log ended at entry ${last}, and ${from} knows entry ${seq}.`;
  if (is === "gone") return `Entry ${seq} is missing, and ${from} knows it.`;
  if (is === "other-key") return `Entry ${seq} was signed with another key, as ${from} says.`;
  if (is === "not-signed") return `The signature of ${from}, of entry ${seq}, does not fit.`;
  return `Entry ${seq} is another one than ${from} says.`;
}

export const concernedWords = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to
    ? `The first entry concerned is ${from}; nothing from there on can be trusted.`
    : `The first entry concerned lies between ${from} and ${to}; up to ${from - 1} something agrees.`;
