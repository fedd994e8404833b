import { clinicId } from "#domain/clinic/clinic";
import { caller } from "../base/caller.ts";
import { execute } from "../base/database.ts";
import { key } from "../base/keys.ts";
import { stored } from "../base/time.ts";
import { recordOnce } from "../ledger/read/reading.ts";
import { answerFor, isDueForRenewal } from "./policy-answer.ts";

/** `GET /policy` for a paired browser: 304 while nothing has changed and its token is young. */
export function policy(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const answer = answerFor(e.app, browser);
  const tag = `"${answer.revision}"`;
  const token = e.request.header.get("Authorization").replace(/^Bearer /i, "");
  const due = isDueForRenewal(token, Date.now());
  const headers = e.response.header();
  headers.set("ETag", tag);
  headers.set("Cache-Control", "private, no-cache");
  if (!due && isKnown(e.request.header.get("If-None-Match"), tag)) {
    e.noContent(304);
    return;
  }
  e.json(200, due ? { ...answer, browser: { ...answer.browser, token: renewed(e.app, browser) } } : answer);
}

/** A browser may know several answers, and a proxy that compresses makes their tags weak. */
const isKnown = (header: string, tag: string): boolean =>
  header.split(",").some((known) => known.trim().replace(/^W\//, "") === tag);

function renewed(app: pb.App, browser: pb.Record): string {
  execute(app, "UPDATE browsers SET tokenIssued = {:at} WHERE id = {:id}", {
    id: browser.id,
    at: stored(new Date().toISOString()),
  });
  return browser.newAuthToken();
}

/** @throws {UnauthorizedError} For a revoked or unknown browser. @throws {ForbiddenError} For a person. */
function pairedBrowser(e: pb.RequestEvent): pb.Record {
  if (!e.auth) throw new UnauthorizedError("This browser is not paired.");
  if (e.auth.collection().name !== "browsers")
    throw new ForbiddenError("Only a paired browser has a policy.");
  return e.auth;
}

/** `GET /reference-key`: with it the dashboard keys what a clinical system shows for a person. */
export function referenceKey(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo"]);
  const detail = { v: 1, id: clinicId, action: "read-reference-key" };
  const event = { kind: "clinic.act", user: person.id, detail };
  recordOnce(e.app, [{ of: [person.id, "reference-key"], event }]);
  e.response.header().set("Cache-Control", "no-store");
  e.json(200, { referenceKey: key("reference.key") });
}
