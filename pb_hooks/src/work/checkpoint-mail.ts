import { keyCode, linkCode } from "#domain/ledger/witness/code";
import { objectsOf } from "../base/database.ts";
import { publicKey } from "../ledger/chain/checkpoint.ts";

/** The mail that is kept of the log after a signed review: it names nobody, and holds no word of the review. */
export function checkpointWords(
  app: pb.App,
  review: string,
): { readonly subject: string; readonly text: string } {
  const [signed] = objectsOf<{ number: number; seq: number; hash: string }>(
    app,
    ["number", "seq", "hash"],
    "SELECT number, ledgerSeq AS seq, ledgerHash AS hash FROM reviews WHERE id = {:review}",
    { review },
  );
  const { number, seq, hash } = signed ?? { number: 0, seq: 0, hash: "" };
  return {
    subject: "Keep this: how Chaperone\u2019s log stood",
    text: [
      `Weekly review ${number} is signed. The log then ended with entry ${seq}:`,
      "",
      `  ${linkCode(seq, hash, $security.sha256)}`,
      `  ${keyCode(publicKey(), $security.sha256)}`,
      "",
      "Keep this mail where nobody who runs the server can change it. Pasted under “The log is whole”, or given to",
      "npm run -s verify -- --data DIR --checkpoint TEXT, it shows whether anything up to that entry was changed since.",
    ].join("\n"),
  };
}
