import type { Receipt } from "#domain/ledger/event";
import { keyCode } from "#domain/ledger/witness/code";
import { lookThrough } from "./folder.ts";
import { agreesWords, faultsOf } from "./folder-words.ts";
import type { KeptElsewhere } from "./kept-elsewhere.ts";
import { sha256 } from "./sha256.ts";
import { aboutTheClock, sentence } from "./verdict-words.ts";

/** What is known of a folder's log from elsewhere. */
export interface KnownElsewhere {
  readonly kept: readonly KeptElsewhere[];
  readonly receipts: readonly Receipt[];
  /** The public key with which it should be signed. */
  readonly key: string | undefined;
}

/** `npm run verify -- --data DIR`: prints what a look through the folder found. @returns The exit code. */
export function verifyFolder(data: string, { kept, receipts, key }: KnownElsewhere): number {
  const looked = lookThrough(data, {
    whole: true,
    ask: (held) => {
      for (const receipt of receipts) held.add(receipt, "a receipt");
      for (const { witnesses, from } of kept) for (const one of witnesses) held.add(one, from);
    },
  });
  const faults = [...faultsOf(looked), ...keyFaults(looked.publicKey, kept, key)];
  const { verdict } = looked;
  if (verdict && !verdict.finding) console.log(sentence(verdict));
  for (const line of [...agreesWords(looked), ...faults]) console.log(line);
  if (looked.publicKey === "") console.log("Remark: the signing key can't be read, so no key was compared.");
  else if (faults.length === 0) console.log(`Signed with ${keyCode(looked.publicKey, sha256)}.`);
  for (const line of verdict ? aboutTheClock(verdict) : []) console.log(line);
  return faults.length > 0 ? 1 : 0;
}

function keyFaults(publicKey: string, kept: readonly KeptElsewhere[], key: string | undefined): string[] {
  if (publicKey === "") return [];
  const here = keyCode(publicKey, sha256);
  const others = kept.flatMap(({ keys, from }) => (keys.some((one) => one !== here) ? from : []));
  return [
    ...(key !== undefined && key !== publicKey
      ? ["The folder signs with another key than the one you gave."]
      : []),
    ...others.map(
      (from) => `The folder signs with another key (${here}) than ${from} says: the key was changed.`,
    ),
  ];
}
