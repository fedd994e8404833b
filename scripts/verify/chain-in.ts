import type { DatabaseSync } from "node:sqlite";
import { LedgerVerifier, type Verdict } from "#domain/ledger/verify-ledger";
import { headIn } from "../backup/database.mjs";
import { writeLines } from "../export-events.mjs";
import { verifies } from "../signatures.ts";
import { sha256 } from "./sha256.ts";
import { type Signer, signed } from "./signer.ts";

/** The chain of a database as an export of it would be verified, its head signed here for no longer than that. */
export function chainIn(database: DatabaseSync, signer: Signer): Verdict {
  const { seq, hash } = headIn(database);
  const verifier = new LedgerVerifier({ sha256, verifies });
  writeLines(database, signed({ seq, hash }, signer), (text) => {
    for (const line of text.split("\n")) if (line !== "") verifier.line(line);
  });
  return verifier.end();
}
