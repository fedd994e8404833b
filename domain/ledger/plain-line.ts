import { canonicalJson } from "../base/canonical-json.ts";
import { type EventRow, eventColumns, type Sha256 } from "./ledger.ts";

const whole: readonly string[] = ["seq", "v", "orderedBy", "n"];
const text = "[ !#-[\\]-~]*";

/** One column as an export writes it; `detail` is JSON within JSON, of whose escapes the quotation mark's alone is known here. */
function cell(column: string): string {
  if (whole.includes(column)) return `"${column}":(0|[1-9][0-9]{0,14})`;
  return `"${column}":"(${column === "detail" ? `${text}(?:\\\\"${text})*` : text})"`;
}

const form = new RegExp(`^\\{${eventColumns.map(cell).join(",")}\\}$`);

/** What the chain asks of an event that is whole by itself. */
export interface PlainEvent
  extends Pick<EventRow, "seq" | "kind" | "receivedAt" | "prev" | "hash" | "detail"> {
  /** Its columns as `fileDigest` takes them: what `rowValues` makes of the row. */
  readonly values: string;
}

/**
 * Reads and proves an event's line that is written as nearly all are: as `JSON.stringify` writes it, in printable ASCII,
 * not blanked. Some two thirds of the work of parsing it, writing it again and hashing what was parsed; each member stands
 * once and in its place, by the form.
 *
 * @returns undefined of any other line and of one that does not prove, which says nothing of it: `exportLine` and
 * `standsAs` are to be asked.
 */
export function plainEvent(line: string, sha256: Sha256): PlainEvent | undefined {
  const found = form.exec(line) as readonly string[] | null;
  if (!found) return undefined;
  const [, seq, v, kind, receivedAt, bodyHash, prev, hash = "", orderedBy, idDigest, id, user, account] =
    found;
  const [
    attribution,
    browser,
    n,
    occurredAt,
    sentAt,
    system,
    recordRef,
    recordKind,
    trace,
    written = "",
    salt,
  ] = found.slice(13);
  const detail = written.replaceAll('\\"', '"');
  if (orderedBy !== "0" || salt === "" || !isCanonical(detail)) return undefined;
  if (hash !== sha256(`[${v},${seq},"${kind}","${receivedAt}","${bodyHash}","${prev}"]`)) return undefined;
  // As `plainBodyText` writes it, whose template and checks would take back what the form saves: a text made piece by piece
  // costs more to hash. test/unit/scripts/verify-stream.test.ts holds the two alike.
  const body = [
    salt,
    '\n{"account":',
    cellOf(account),
    ',"attribution":',
    cellOf(attribution),
    ',"browser":',
    cellOf(browser),
    ',"detail":',
    detail || "null",
    ',"id":',
    cellOf(id),
    ',"n":',
    n === "0" ? "null" : n,
    ',"occurredAt":',
    cellOf(occurredAt),
    ',"recordKind":',
    cellOf(recordKind),
    ',"recordRef":',
    cellOf(recordRef),
    ',"sentAt":',
    cellOf(sentAt),
    ',"system":',
    cellOf(system),
    ',"trace":',
    cellOf(trace),
    ',"user":',
    cellOf(user),
    "}",
  ].join("");
  if (bodyHash !== sha256(body)) return undefined;
  return {
    seq: Number(seq),
    kind: kind as string,
    receivedAt: receivedAt as string,
    prev: prev as string,
    hash,
    detail,
    values: `[${seq},${v},"${[kind, receivedAt, bodyHash, prev, hash].join('","')}",0,"${[idDigest, id, user, account, attribution, browser].join('","')}",${n},"${[occurredAt, sentAt, system, recordRef, recordKind, trace, written, salt].join('","')}"]`,
  };
}

const cellOf = (value: string | undefined): string => (value === "" ? "null" : `"${value}"`);

/** Details that were found canonical: most say what others said before. */
const known = new Set<string>();
const mostKnown = 2_000;

function isCanonical(detail: string): boolean {
  if (detail === "" || known.has(detail)) return true;
  try {
    if (detail !== canonicalJson(JSON.parse(detail))) return false;
  } catch {
    return false;
  }
  if (known.size >= mostKnown) known.clear();
  known.add(detail);
  return true;
}
