import { rowsOf } from "../base/database.ts";
import { newSalt, secretDigest } from "./secrets.ts";

/** Letters and digits of an address's secret: more than 200 bits. */
const secretLength = 40;

/** A fresh secret with what is kept of it. */
export function newCalendarSecret(): {
  readonly secret: string;
  readonly salt: string;
  readonly tokenHash: string;
} {
  const secret = $security.randomString(secretLength);
  const salt = newSalt();
  return { secret, salt, tokenHash: secretDigest(salt, secret) };
}

export const calendarAddress = (id: string, secret: string): string =>
  `${$os.getenv("CHAPERONE_URL")}/api/chaperone/calendar.ics?key=${id}${secret}`;

/** Whose address it is; undefined where it was never made, or has ended. */
export function calendarOwner(
  app: pb.App,
  key: string,
): { readonly id: string; readonly user: string } | undefined {
  if (!/^[a-z0-9]{15}[A-Za-z0-9]{40}$/.test(key)) return undefined;
  const id = key.slice(0, 15);
  const select = "SELECT user, salt, tokenHash FROM calendar_links WHERE id = {:id} AND endedAt = ''";
  const [row] = rowsOf(app, ["user", "salt", "tokenHash"], select, { id });
  if (!row) return undefined;
  const [user, salt, kept] = row.map(String) as [string, string, string];
  return $security.equal(secretDigest(salt, key.slice(15)), kept) ? { id, user } : undefined;
}
