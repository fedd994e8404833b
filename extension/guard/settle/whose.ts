import { textMark } from "../../records/text-mark.ts";
import { send } from "../../send.ts";
import type { Recipient, Recipients } from "../message/recipients.ts";
import type { HeldDocument } from "./judged.ts";

/** Milliseconds that the background has to say whose an address is. */
const within = 500;
/** Addresses of one message that are asked about. */
const most = 50;

/**
 * The recipients, with whom this browser has seen them to be: the patient whom the documents are about, or another one.
 * What it has not seen stays as it was.
 *
 * @param record - Digest of the record that a document came from.
 */
export async function withWhose(
  recipients: Recipients,
  held: readonly HeldDocument[],
  record: string | undefined,
): Promise<Recipients> {
  const away = recipients.all
    .filter(({ group }) => group === "outside" || group === "patient")
    .slice(0, most);
  const numbers = held.flatMap(({ judged }) =>
    judged.kind === "verdict" ? (judged.verdict.names ?? []) : [],
  );
  if (away.length === 0 || (numbers.length === 0 && record === undefined)) return recipients;
  try {
    const addresses = await Promise.all(away.map(({ shown }) => textMark(shown)));
    const asked = send("whose", {
      addresses,
      numbers: [...new Set(numbers)].slice(0, 20),
      records: record === undefined ? [] : [record],
    });
    const late = new Promise<null>((end) => setTimeout(() => end(null), within));
    const told = await Promise.race([asked, late]);
    if (told === null) return recipients;
    const known = new Map(away.map((one, at) => [one, told[at]] as const));
    return { all: recipients.all.map((one) => asKnown(one, known.get(one))) };
  } catch {
    // No background, or no crypto without https: nothing is known of anybody.
    return recipients;
  }
}

function asKnown(one: Recipient, whose: "same" | "other" | "unknown" | undefined): Recipient {
  if (whose === "same") return { ...one, group: "patient" };
  return whose === "other" ? { ...one, another: true } : one;
}
