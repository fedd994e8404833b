import { milliseconds, policy } from "#domain/policy";
import { execute, rowsOf } from "../base/database.ts";
import { countedDigest } from "./secrets.ts";

const cookie = "chaperone-browser";
const tokenLength = 40;
const tokenIn = new RegExp(`(?:^|;\\s*)${cookie}=([A-Za-z0-9]{${tokenLength}})(?:;|$)`);

/** The browser that a request says it comes from, as it is kept; '' where it says none. */
export function browserOf(e: pb.RequestEvent): string {
  const token = tokenIn.exec(e.request.header.get("Cookie"))?.[1];
  return token === undefined ? "" : digestOf(token);
}

const digestOf = (token: string): string => countedDigest(`browser ${token}`);

/** Whether this person signed in there lately. */
export function isKnownBrowser(app: pb.App, browser: string, user: string): boolean {
  const select =
    "SELECT 1 AS one FROM known_browsers WHERE browser = {:browser} AND user = {:user} AND at > {:since}";
  return browser !== "" && rowsOf(app, ["one"], select, { browser, user, since: since() }).length > 0;
}

/**
 * Remembers that somebody signed in in a browser: under a new token each time, so that a copy of the old one is worth
 * nothing from then on. Others who signed in there stay known. Only so many browsers a person, the newest.
 *
 * @param before - {@link browserOf} the request.
 * @returns The cookie to set.
 */
export function knowBrowser(tx: pb.App, before: string, user: string): string {
  const token = $security.randomString(tokenLength);
  const browser = digestOf(token);
  execute(tx, "DELETE FROM known_browsers WHERE at <= {:since}", { since: since() });
  execute(tx, "UPDATE known_browsers SET browser = {:browser} WHERE browser = {:before}", {
    browser,
    before,
  });
  execute(
    tx,
    `INSERT INTO known_browsers (browser, user, at) VALUES ({:browser}, {:user}, {:at})
     ON CONFLICT (browser, user) DO UPDATE SET at = excluded.at`,
    { browser, user, at: Date.now() },
  );
  execute(
    tx,
    `DELETE FROM known_browsers WHERE user = {:user} AND browser NOT IN
       (SELECT browser FROM known_browsers WHERE user = {:user} ORDER BY at DESC LIMIT {:most})`,
    { user, most: policy.browsersKnown.amount },
  );
  return cookieOf(token);
}

/** A person's sign-in is made anew, or ended: whatever they signed in with before counts no more. */
export function forgetBrowsersOf(tx: pb.App, user: string): void {
  execute(tx, "DELETE FROM known_browsers WHERE user = {:user}", { user });
}

const since = (): number => Date.now() - milliseconds(policy.browserKnownFor);

function cookieOf(token: string): string {
  const secure = $os.getenv("CHAPERONE_URL").startsWith("https:") ? "; Secure" : "";
  const seconds = milliseconds(policy.browserKnownFor) / 1000;
  return `${cookie}=${token}; Path=/api/chaperone; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
