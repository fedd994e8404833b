import { livePerson } from "../base/caller.ts";
import { append } from "../ledger/chain/append.ts";
import { isWindowOpen, recordSuperuser } from "../people/break-glass.ts";
import { signedInHere, signInMethod } from "../people/sign-in.ts";
import { recordFileRead } from "../registers/incidents/file-read.ts";
import { recordShown } from "../registers/incidents/reads.ts";
import { requireMayUpload } from "../registers/incidents/versions/may-upload.ts";

/** Routes that need nobody: an old token sent along does no harm there. */
const open: readonly string[] = [
  "GET /api/health",
  "GET /api/chaperone/state",
  "POST /api/chaperone/enrol/start",
  "POST /api/chaperone/setup",
  "POST /api/chaperone/enrol",
  "POST /api/chaperone/sign-in",
  "POST /api/chaperone/pair",
  // Asked by calendars, which sign in with the key in their address alone.
  "GET /api/chaperone/calendar.ics",
];

/** All that a paired browser may do. */
const browsers: readonly string[] = [
  "POST /api/chaperone/events",
  "GET /api/chaperone/policy",
  "GET /api/chaperone/browser-exact-list",
  "POST /api/chaperone/report",
  "GET /api/chaperone/colleagues",
  "POST /api/chaperone/recipient",
  "POST /api/chaperone/message-read",
  "POST /api/chaperone/mail-programs",
  "GET /api/chaperone/browser-lessons",
  "GET /api/chaperone/browser-lesson",
  "GET /api/chaperone/browser-lesson-picture",
  "POST /api/chaperone/browser-lesson",
  "GET /api/chaperone/browser-document",
  "GET /api/chaperone/browser-document-file",
  "POST /api/chaperone/browser-document",
  "POST /api/chaperone/record-call",
  "POST /api/chaperone/record-told",
  "POST /api/chaperone/record-banner",
  "POST /api/chaperone/exception-look",
  "POST /api/chaperone/exception-ask",
  "POST /api/chaperone/exception-use",
];

/** All that the superuser may do, in a window: look, but not at the ledger, and mend two registers. */
const superusers: readonly RegExp[] = [
  /^GET \/api\/collections(?:\/[A-Za-z0-9_]+|\/meta\/(?:scaffolds|oauth2-providers))?$/,
  /^GET \/api\/collections\/(?!events\/|checkpoints\/)[A-Za-z0-9_]+\/records(?:\/[a-z0-9]+)?$/,
  /^(?:POST|PATCH) \/api\/collections\/(?:clinic|system_accounts)\/records(?:\/[a-z0-9]+)?$/,
  /^GET \/api\/settings$/,
];

/**
 * Stands at the beginning of every route of our own (`enter` in server.ts). What it lets through is still asked for its
 * role: it only knows which kinds of sign-in have ended, and which kind has no business where.
 *
 * @throws {ApiError} 401 or 403.
 */
export function requireEntry(e: pb.RequestEvent): void {
  const { path } = e.request.url;
  letIn(e, routeOf(e.request.method, path), () => asksAcross(e));
}

/** Hook on PocketBase's own routes, beside its rules: what they are about to show is on the record first. */
export function guardEntry(e: pb.OwnRouteEvent): void {
  requireEntry(e.requestEvent);
  recordShown(e);
  e.next();
}

/** Where the process in front of this one names the route that it asks about. */
const askedHeader = "X-Chaperone-Asked";

/**
 * `GET /door`: whether the sign-in that comes along may enter the route that a header names, for the process in front.
 * A superuser is not passed on before this was asked, whatever route of PocketBase's is wanted, and no file is taken.
 */
export function door(e: pb.RequestEvent): void {
  const [method = "", target = ""] = e.request.header.get(askedHeader).split(" ");
  const [path = "", ...rest] = target.split("?");
  const query = rest.join("?");
  const route = routeOf(method, path);
  letIn(e, route, () => reachesAcross(decoded(query)));
  if (e.auth && query !== "") requireMayUpload(e, route, valueIn(query, "id"));
  if (e.auth?.isSuperuser()) recordSuperuser(e.app, e.auth, route);
  if (route.startsWith("GET /api/files/"))
    recordFileRead(e.app, decoded(path), valueIn(query, "token") ?? "");
  e.noContent(204);
}

/** What a question says of something, the first time that it does. */
function valueIn(query: string, name: string): string | undefined {
  const said = query.split("&").find((part) => part.startsWith(`${name}=`));
  return said === undefined ? undefined : decoded(said.slice(name.length + 1));
}

/** What can't be read is taken for the worst. */
function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return "@collection";
  }
}

const routeOf = (method: string, path: string): string =>
  `${method === "HEAD" ? "GET" : method} ${path.replace(/\/+$/, "")}`;

/** Tells the process in front that this sign-in was looked at and is alive; it goes no further than there. */
const entryHeader = "X-Chaperone-Entry";

function letIn(e: pb.RequestEvent, route: string, across: () => boolean): void {
  if (open.includes(route)) return;
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
  } else if (!isWindowOpen(e, auth) || !superusers.some((pattern) => pattern.test(route)) || across()) {
    throw new ForbiddenError("Break-glass does not reach this.");
  }
  e.response.header().set(entryHeader, kind);
}

/**
 * Whether a question reaches into another collection: the ledger could be read so, question by question, and cases beside
 * rows that nobody minds.
 */
const reachesAcross = (question: string): boolean => /@collection|_via_/.test(question);

const asksAcross = (e: Pick<pb.RequestEvent, "requestInfo">): boolean =>
  Object.values(e.requestInfo().query).some(reachesAcross);

/** Every sign-in ends here: people by our one way, the superuser with its password in a window, nobody else. */
export function guardSignIn(e: pb.AuthRequestEvent): void {
  const kind = e.collection.name;
  const ours = kind === "users" && e.authMethod === signInMethod && e.get(signedInHere) === e.record.id;
  const superuser = kind === "_superusers" && e.authMethod === "password" && isWindowOpen(e, e.record);
  if (!ours && !superuser) throw new ForbiddenError("There is no such way to sign in.");
  if (superuser) append(e.app, [{ kind: "auth.sign-in", user: e.record.id, detail: brokenGlass }]);
  e.next();
}

/**
 * Hook before a password is looked at: comparing one costs more than all the rest of a call, and there is nobody to compare
 * it for while no window is open, or from elsewhere.
 */
export function guardPassword(e: pb.PasswordRequestEvent): void {
  const superuser = e.collection.name === "_superusers" ? e.record : null;
  if (!superuser || !isWindowOpen(e, superuser)) throw new ForbiddenError("There is no such way to sign in.");
  e.next();
}

const brokenGlass = { v: 1, method: "break-glass" };

/** For PocketBase's own ways around a sign-in: refresh, one-time passwords, resets, changes of address. */
export function closed(): never {
  throw new ForbiddenError("There is no such way to sign in.");
}
