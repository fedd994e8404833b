import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import {
  type Checkpoint,
  checkpointText,
  type Draft,
  type EventRow,
  eventColumns,
  fileDigest,
  fromValues,
  nextLink,
  rowValues,
  tombstoneId,
  type Withheld,
  withheldOf,
  withheldText,
  withheldValues,
} from "#domain/ledger/ledger";

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** A key pair that signs as a server does. */
export function signer() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const hex = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
  return { privateKey, publicKey: hex };
}

export function signed(
  point: { seq: number; hash: string },
  by: { privateKey: KeyObject; publicKey: string },
): Checkpoint {
  const whole = { seq: point.seq, hash: point.hash, at: "2026-11-24T12:00:00.000Z" };
  const signature = sign(null, Buffer.from(checkpointText(whole)), by.privateKey).toString("hex");
  return { ...whole, signature, publicKey: by.publicKey };
}

/** An event before it has its place; what is not said is what a mail outcome holds. */
export function draft(i: number, more: Partial<Draft> = {}): Draft {
  return {
    v: 1,
    kind: "mail.outcome",
    receivedAt: `2026-11-24T09:${String(i % 60).padStart(2, "0")}:00.000Z`,
    idDigest: sha256(`id ${i}`),
    id: `e${String(i).padStart(14, "0")}`,
    user: "u00000000000001",
    account: "",
    attribution: "browser",
    browser: "b00000000000001",
    n: i,
    occurredAt: "2026-11-24T09:00:00.000Z",
    sentAt: "2026-11-24T09:00:01.000Z",
    system: "",
    recordRef: "",
    recordKind: "",
    trace: "",
    detail: '{"adapter":"roundcube","files":1,"outcome":"removed","strength":"strong","v":1}',
    salt: sha256(`salt ${i}`).slice(0, 32),
    ...more,
  };
}

/** Links drafts to a chain. */
export function chainOf(drafts: readonly Draft[]): EventRow[] {
  const rows: EventRow[] = [];
  let last = { seq: 0, hash: "" };
  for (const one of drafts) {
    const row = nextLink(last, one, sha256);
    rows.push(row);
    last = row;
  }
  return rows;
}

/** The same row with everything personal emptied by an order. */
export function blanked(row: EventRow, orderedBy: number): EventRow {
  return {
    ...row,
    orderedBy,
    id: tombstoneId(row.seq),
    user: "",
    account: "",
    attribution: "",
    browser: "",
    n: 0,
    occurredAt: "",
    sentAt: "",
    system: "",
    recordRef: "",
    recordKind: "",
    trace: "",
    detail: "",
    salt: "",
  };
}

/** A row's columns in the order in which a server writes them. */
const inColumns = (row: EventRow) => Object.fromEntries(eventColumns.map((column) => [column, row[column]]));

/** Lines of an export that ends at the last row; `hidden` are not its reader's to see. */
export function exported(
  rows: readonly EventRow[],
  by: { privateKey: KeyObject; publicKey: string },
  from?: Checkpoint,
  hidden: readonly number[] = [],
): string[] {
  const withheld = withheldOf(rows.filter(({ seq }) => hidden.includes(seq)));
  const shown = rows.flatMap((row): readonly (EventRow | Withheld)[] =>
    hidden.includes(row.seq) ? withheld.filter(({ seq }) => seq === row.seq) : [row],
  );
  const lines = [
    ...(from ? [{ from }] : []),
    ...shown.map((one) => ("from" in one ? { withheld: one } : inColumns(one))),
  ].map((value) => JSON.stringify(value));
  const values = [
    ...(from ? [fromValues(from)] : []),
    ...shown.map((one) => ("from" in one ? withheldValues(one) : rowValues(one))),
  ];
  const file = values.reduce((digest, line) => fileDigest(digest, line, sha256), "");
  const head = signed(rows.at(-1) ?? { seq: 0, hash: "" }, by);
  const seal = sign(null, Buffer.from(withheldText(head, withheld, sha256)), by.privateKey).toString("hex");
  return [
    ...lines,
    JSON.stringify({ head: { ...head, file, ...(withheld.length > 0 && { withheld: seal }) } }),
  ];
}
