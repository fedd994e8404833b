import { livePerson } from "../base/caller.ts";
import { append } from "../ledger/append.ts";
import { isWindowOpen } from "../people/break-glass.ts";
import { signedInHere, signInMethod } from "../people/sign-in.ts";

/** Routes that need nobody: an old token sent along does no harm there. */
const open: readonly string[] = [
  "GET /api/health",
  "GET /api/chaperone/state",
  "POST /api/chaperone/enrol/start",
  "POST /api/chaperone/setup",
  "POST /api/chaperone/enrol",
  "POST /api/chaperone/sign-in",
  "POST /api/chaperone/pair",
];

/** All that a paired browser may do. */
const browsers: readonly string[] = [
  "POST /api/chaperone/events",
  "GET /api/chaperone/policy",
  "POST /api/chaperone/report",
  "GET /api/chaperone/colleagues",
  "POST /api/chaperone/recipient",
  "POST /api/chaperone/message-read",
];

/** All that the superuser may do, in a window: look, but not at the ledger, and mend two registers. */
const superusers: readonly RegExp[] = [
  /^GET \/api\/collections(?:\/[A-Za-z0-9_]+|\/meta\/(?:scaffolds|oauth2-providers))?$/,
  /^GET \/api\/collections\/(?!events\/|checkpoints\/)[A-Za-z0-9_]+\/records(?:\/[a-z0-9]+)?$/,
  /^(?:POST|PATCH) \/api\/collections\/(?:clinic|system_accounts)\/records(?:\/[a-z0-9]+)?$/,
  /^GET \/api\/settings$/,
];

/**
 * Stands before every route of the API. What it lets through is still asked for its role: it only knows which kinds of
 * sign-in have ended, and which kind has no business where.
 */
export function guardDoors(e: pb.RequestEvent): void {
  const { path } = e.request.url;
  const method = e.request.method === "HEAD" ? "GET" : e.request.method;
  const route = `${method} ${path.replace(/\/+$/, "")}`;
  if (path.startsWith("/api/") && !open.includes(route)) requireEntry(e, route);
  e.next();
}

function requireEntry(e: pb.RequestEvent, route: string): void {
  const { auth } = e;
  if (!auth) {
    // PocketBase takes a dead token for nobody; whoever sent it should hear that it is dead.
    if (e.request.header.get("Authorization") !== "") throw new UnauthorizedError("This sign-in has ended.");
    return;
  }
  const kind = auth.collection().name;
  if (kind === "users") {
    if (!livePerson(e.app, auth)) throw new UnauthorizedError("This sign-in has ended.");
  } else if (kind === "browsers") {
    if (auth.getBool("revoked")) throw new UnauthorizedError("This browser is not paired any more.");
    if (!browsers.includes(route)) throw new ForbiddenError("A paired browser may not do this.");
  } else if (!isWindowOpen(e, auth) || !superusers.some((pattern) => pattern.test(route)) || asksAcross(e)) {
    throw new ForbiddenError("Break-glass does not reach this.");
  }
}

/** Whether a filter reaches into another collection: the ledger could be read so, question by question. */
const asksAcross = (e: pb.RequestEvent): boolean =>
  Object.values(e.requestInfo().query).some((value) => value.includes("@collection"));

/** Every sign-in ends here: people by our one way, the superuser with its password in a window, nobody else. */
export function guardSignIn(e: pb.AuthRequestEvent): void {
  const kind = e.collection.name;
  const ours = kind === "users" && e.authMethod === signInMethod && e.get(signedInHere) === e.record.id;
  const superuser = kind === "_superusers" && e.authMethod === "password" && isWindowOpen(e, e.record);
  if (!ours && !superuser) throw new ForbiddenError("There is no such way to sign in.");
  if (superuser) append(e.app, [{ kind: "auth.sign-in", user: e.record.id, detail: brokenGlass }]);
  e.next();
}

const brokenGlass = { v: 1, method: "break-glass" };

/** For PocketBase's own ways around a sign-in: refresh, one-time passwords, resets, changes of address. */
export function closed(): never {
  throw new ForbiddenError("There is no such way to sign in.");
}
