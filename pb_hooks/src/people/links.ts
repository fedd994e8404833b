import type { PolicyNumber } from "#domain/policy";
import { execute } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { after, isPast, stored } from "../base/time.ts";
import { newSalt, newTotpSecret, sealed, secretDigest, unsealed } from "./secrets.ts";

type LinkKind = "setup" | "invite" | "reenrol";

/** A one-time link that has not been used and has not run out. */
export interface LiveLink {
  readonly id: string;
  readonly kind: LinkKind;
  /** '' for set-up, which makes the person. */
  readonly user: string;
}

/** Makes a link and ends every earlier one to the same purpose. The token is in the fragment, which no server logs. */
export function makeLink(
  tx: pb.App,
  kind: LinkKind,
  user: string,
  lives: PolicyNumber,
): { readonly link: string; readonly expires: string } {
  execute(tx, "DELETE FROM invitations WHERE user = {:user}", { user });
  const id = newId();
  const secret = $security.randomString(40);
  const salt = newSalt();
  const expires = after(lives);
  execute(
    tx,
    `INSERT INTO invitations (id, kind, user, tokenHash, salt, totpSecret, expires, used)
     VALUES ({:id}, {:kind}, {:user}, {:hash}, {:salt}, '', {:expires}, FALSE)`,
    { id, kind, user, hash: secretDigest(salt, secret), salt, expires: stored(expires) },
  );
  const page = kind === "setup" ? "setup" : "enrol";
  return { link: `${$os.getenv("CHAPERONE_URL")}/${page}#${id}${secret}`, expires };
}

const dead = "This link has been used or has run out. Ask for a new one.";

/** @throws {NotFoundError} If the link was never made, is used, or has run out: the answer is the same. */
export function liveLink(app: pb.App, token: string): LiveLink {
  let row: pb.Record;
  try {
    row = app.findRecordById("invitations", token.slice(0, 15));
  } catch {
    throw new NotFoundError(dead);
  }
  const fits = $security.equal(
    secretDigest(row.getString("salt"), token.slice(15)),
    row.getString("tokenHash"),
  );
  if (!fits || row.getBool("used") || isPast(row.getString("expires"))) throw new NotFoundError(dead);
  return { id: row.id, kind: row.getString("kind") as LinkKind, user: row.getString("user") };
}

/** The authenticator secret that goes with a link: made at first sight, the same on every reload. */
export function linkSecret(app: pb.App, link: LiveLink): string {
  execute(app, "UPDATE invitations SET totpSecret = {:secret} WHERE id = {:id} AND totpSecret = ''", {
    id: link.id,
    secret: sealed(newTotpSecret()),
  });
  return unsealed(app.findRecordById("invitations", link.id).getString("totpSecret"));
}

/**
 * Uses a link up.
 *
 * @throws {NotFoundError} If another request was first.
 */
export function spendLink(tx: pb.App, link: LiveLink): void {
  const spent = execute(
    tx,
    "UPDATE invitations SET used = TRUE, totpSecret = '' WHERE id = {:id} AND used = FALSE",
    { id: link.id },
  );
  if (spent !== 1) throw new NotFoundError(dead);
}
