import { policy } from "../policy.ts";
import type { HeldField, NothingHeld } from "./held.ts";

/** What is held beside the registers: by the database itself, and in copies of it. */
export const heldBeside: readonly HeldField[] = [
  {
    what: "Samples by which the database plans its searches",
    where: "The database’s own table",
    form: "Single entries of its indexes, references of records among them; as a rule none",
    why: "The database makes them by itself",
    kept: "until it makes them anew",
    columns: ["sqlite_stat4.sample"],
  },
  {
    what: "Backups",
    where: "On this server, beside the database",
    form: "All of this page as it was that night",
    why: "So that nothing is lost where the disk or the database breaks",
    kept: `${policy.nightlyBackupsKept.amount} days; one made by hand until somebody deletes it, a copy elsewhere as long as whoever holds it keeps it`,
    columns: [],
    place: "backups",
  },
];

/** Tables of no register: what they are for says why they can hold nothing. */
export const nothingBeside: NothingHeld = {
  "*": { "Numbers and times of the database’s own": ["id", "version", "created", "updated"] },
  reminders: {
    "What staff read and did": [
      ...["kind", "subject", "due", "to", "late", "saidAt", "mail", "sentAt", "tries", "tryAt"],
    ],
  },
  row_changes: { "What staff read and did": ["collection", "row", "user", "at"] },
  row_salts: { "Codes from which nothing can be read": ["collection", "row", "salt"] },
  row_seals: { "Codes from which nothing can be read": ["n", "collection", "row", "hash"] },
  key_prints: { "Codes from which nothing can be read": ["name", "print"] },
  _superusers: {
    "Signing in": ["email", "emailVisibility", "password", "tokenKey", "verified", "openUntil"],
  },
  _authOrigins: { "Signing in": ["collectionRef", "recordRef", "fingerprint"] },
  _externalAuths: { "Signing in": ["collectionRef", "recordRef", "provider", "providerId"] },
  _mfas: { "Signing in": ["collectionRef", "recordRef", "method"] },
  _otps: { "Signing in": ["collectionRef", "recordRef", "password", "sentTo"] },
  _collections: {
    "How the database is built": [
      ...["system", "type", "name", "fields", "indexes", "listRule", "viewRule", "createRule", "updateRule"],
      ...["deleteRule", "options"],
    ],
  },
  _migrations: { "How the database is built": ["file", "applied"] },
  _params: { "How the database is built": ["value"] },
  sqlite_stat1: { "How the database is built": ["tbl", "idx", "stat"] },
  sqlite_stat4: { "How the database is built": ["tbl", "idx", "neq", "nlt", "ndlt"] },
};
