import { canonicalJson, isPlain } from "../base/canonical-json.ts";

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. Each engine gives its own. */
export type Sha256 = (text: string) => string;

/** Columns of version 1 that hold what is personal: hashed together, emptied together. `salt` is hashed beside them. */
export const personalColumns = [
  "id",
  "user",
  "account",
  "attribution",
  "browser",
  "n",
  "occurredAt",
  "sentAt",
  "system",
  "recordRef",
  "recordKind",
  "trace",
  "detail",
] as const;

/** All columns of `events`, in the order of an export. */
export const eventColumns = [
  "seq",
  "v",
  "kind",
  "receivedAt",
  "bodyHash",
  "prev",
  "hash",
  "orderedBy",
  "idDigest",
  ...personalColumns,
  "salt",
] as const;

/** A row of the ledger as the database and an export hold it; empty is '' or 0, `detail` its canonical text. */
export interface EventRow {
  readonly seq: number;
  readonly v: number;
  readonly kind: string;
  readonly receivedAt: string;
  readonly bodyHash: string;
  readonly prev: string;
  readonly hash: string;
  /** Seq of the event that ordered this one erased or expired; 0 if none did. */
  readonly orderedBy: number;
  /** Keyed digest of `id`, so that a late retry of an erased event is known without its id. */
  readonly idDigest: string;
  readonly id: string;
  readonly user: string;
  readonly account: string;
  readonly attribution: string;
  readonly browser: string;
  readonly n: number;
  readonly occurredAt: string;
  readonly sentAt: string;
  readonly system: string;
  readonly recordRef: string;
  readonly recordKind: string;
  readonly trace: string;
  readonly detail: string;
  readonly salt: string;
}

export type PersonalPart = Pick<EventRow, (typeof personalColumns)[number]>;

/** The personal columns in the order in which canonical JSON writes its keys. */
const sortedColumns = [...personalColumns].sort();

/**
 * The exact text whose hash is `bodyHash`, without the salt: canonical JSON of the personal columns, empty ones null.
 *
 * @throws {TypeError} If a column holds what has no canonical form, a lone surrogate for one.
 * @throws {SyntaxError} If `detail` is no JSON.
 */
export function canonicalBody(row: PersonalPart): string {
  return bodyText(row, row.detail === "" ? "" : canonicalJson(JSON.parse(row.detail)));
}

/** The same of a row whose `detail` is in its canonical form, or ''. */
function bodyText(row: PersonalPart, detail: string): string {
  const members = sortedColumns.map((column) => {
    const value = column === "detail" ? detail : row[column];
    if (value === "" || value === 0) return `"${column}":null`;
    return `"${column}":${column === "detail" ? detail : canonicalJson(value)}`;
  });
  return `{${members.join(",")}}`;
}

/**
 * The same, a quarter as long in PocketBase's engine, where every column but `detail` is plain text and `n` a whole
 * number; else undefined. The columns stand in the order of `sortedColumns`: a test holds the two against each other.
 */
export function plainBodyText(row: PersonalPart): string | undefined {
  const { id, user, account, attribution, browser, n, occurredAt, sentAt } = row;
  const { system, recordRef, recordKind, trace, detail } = row;
  const all = `${account}${attribution}${browser}${id}${occurredAt}${recordKind}${recordRef}${sentAt}${system}${trace}${user}`;
  if (!isPlain(all) || !Number.isSafeInteger(n)) return undefined;
  return `{"account":${plainCell(account)},"attribution":${plainCell(attribution)},"browser":${plainCell(browser)},"detail":${detail || "null"},"id":${plainCell(id)},"n":${n || "null"},"occurredAt":${plainCell(occurredAt)},"recordKind":${plainCell(recordKind)},"recordRef":${plainCell(recordRef)},"sentAt":${plainCell(sentAt)},"system":${plainCell(system)},"trace":${plainCell(trace)},"user":${plainCell(user)}}`;
}

const plainCell = (value: string): string => (value === "" ? "null" : `"${value}"`);

/** `SHA-256(salt + "\n" + canonical body)`. */
export function bodyHash(row: PersonalPart & { readonly salt: string }, sha256: Sha256): string {
  return sha256(`${row.salt}\n${canonicalBody(row)}`);
}

/** The same of a row whose `detail` is known to be in its canonical form, or '': it is not parsed once more. */
export function exactBodyHash(row: PersonalPart & { readonly salt: string }, sha256: Sha256): string {
  return sha256(`${row.salt}\n${plainBodyText(row) ?? bodyText(row, row.detail)}`);
}

/** The link of the chain: what stays provable when the personal part is gone. Times as the exact text exported. */
export function linkHash(
  row: Pick<EventRow, "v" | "seq" | "kind" | "receivedAt" | "bodyHash" | "prev">,
  sha256: Sha256,
): string {
  const { v, seq, kind, receivedAt, bodyHash: body, prev } = row;
  if (isPlain(kind + receivedAt + body + prev) && Number.isSafeInteger(v) && Number.isSafeInteger(seq))
    return sha256(`[${v},${seq},"${kind}","${receivedAt}","${body}","${prev}"]`);
  return sha256(JSON.stringify([v, seq, kind, receivedAt, body, prev]));
}

/** What a new event consists of before it has its place in the chain. `detail` is its canonical text. */
export type Draft = PersonalPart & Pick<EventRow, "v" | "kind" | "receivedAt" | "idDigest" | "salt">;

/**
 * Fills in the hashes of a row that knows its place: `seq`, `prev` and everything that is hashed. `detail` is in its
 * canonical form.
 *
 * @returns the row itself.
 */
export function linked<Row extends Omit<EventRow, "bodyHash" | "hash"> & { bodyHash: string; hash: string }>(
  row: Row,
  sha256: Sha256,
): Row {
  row.bodyHash = exactBodyHash(row, sha256);
  row.hash = linkHash(row, sha256);
  return row;
}

/** The row that follows `last` in the chain; the first follows seq 0 with an empty hash. */
export const nextLink = (last: Pick<EventRow, "seq" | "hash">, draft: Draft, sha256: Sha256): EventRow =>
  linked({ ...draft, seq: last.seq + 1, prev: last.hash, bodyHash: "", hash: "", orderedBy: 0 }, sha256);

/** Id of a tombstone; the server refuses the form from clients. */
export const tombstoneId = (seq: number): string => `t${String(seq).padStart(14, "0")}`;

/** Whether nothing personal is left in a row, whoever ordered it. */
export function isBlank(row: EventRow): boolean {
  return (
    row.id === tombstoneId(row.seq) &&
    row.salt === "" &&
    personalColumns.every((column) => column === "id" || row[column] === "" || row[column] === 0)
  );
}

/** Whether a row is a tombstone: ordered, and emptied of everything personal. */
export const isTombstone = (row: EventRow): boolean => row.orderedBy > 0 && isBlank(row);

/** A signed statement that the chain stood thus at a time (DESIGN.md 5, "A checkpoint"). */
export interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  /** Ed25519 over `checkpointText`, in lower-case hex. */
  readonly signature: string;
  readonly publicKey: string;
}

/** The exact text that a checkpoint signs. ASCII only. */
export function checkpointText(point: Pick<Checkpoint, "seq" | "hash" | "at">): string {
  return JSON.stringify(["chaperone checkpoint", 1, point.seq, point.hash, point.at]);
}

/**
 * Digest of an export so far, line by line: it covers what the chain does not, `idDigest` and `orderedBy`. It is of the
 * values and not of the bytes, so that a file that some tool wrote anew is the same file.
 *
 * @param line - JSON of an array: `rowValues` of an event, `fromValues` of the link below a cut prefix.
 */
export function fileDigest(before: string, line: string, sha256: Sha256): string {
  return sha256(`${before}\n${line}`);
}

/** An event's columns in the order of an export, as `fileDigest` takes them. */
export const rowValues = (row: EventRow): string => JSON.stringify(eventColumns.map((column) => row[column]));

/** The link below a cut prefix, as `fileDigest` takes it. */
export const fromValues = ({ seq, hash, at, signature, publicKey }: Checkpoint): string =>
  JSON.stringify(["from", seq, hash, at, signature, publicKey]);

/**
 * Events that are not this reader's to see, those of a confidential case: only where they stand in the chain is told, not
 * when they came or what they were.
 */
export interface Withheld {
  /** The first and the last of them. */
  readonly from: number;
  readonly seq: number;
  /** Hash of the event before them, '' before the first of all, and of the last of them. */
  readonly prev: string;
  readonly hash: string;
}

/** A stretch that is withheld, as `fileDigest` takes it. */
export const withheldValues = ({ from, seq, prev, hash }: Withheld): string =>
  JSON.stringify(["withheld", from, seq, prev, hash]);

/** The stretches to withhold, of links in ascending order. */
export function withheldOf(links: readonly Pick<EventRow, "seq" | "prev" | "hash">[]): Withheld[] {
  const stretches: Withheld[] = [];
  for (const { seq, prev, hash } of links) {
    const last = stretches[stretches.length - 1];
    if (last?.seq === seq - 1) stretches[stretches.length - 1] = { ...last, seq, hash };
    else stretches.push({ from: seq, seq, prev, hash });
  }
  return stretches;
}

/**
 * The exact text that the server signs over what it withholds from an export: without it anybody could leave events out.
 * ASCII only.
 */
export function withheldText(
  head: Pick<Checkpoint, "seq" | "hash" | "at">,
  withheld: readonly Withheld[],
  sha256: Sha256,
): string {
  const digest = withheld.reduce((before, one) => fileDigest(before, withheldValues(one), sha256), "");
  return withheldTextOf(head, digest);
}

/** The same of the digest of the stretches, where these are not at hand together. */
export const withheldTextOf = (head: Pick<Checkpoint, "seq" | "hash" | "at">, digest: string): string =>
  JSON.stringify(["chaperone withheld", 1, head.seq, head.hash, head.at, digest]);
