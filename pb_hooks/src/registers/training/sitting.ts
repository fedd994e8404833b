import type { DueLessons } from "#domain/registers/training/in-browser";
import { reading } from "../../base/once.ts";
import { refuse } from "../../base/refusal.ts";
import { type PairedBrowser, pairedBrowser } from "../../ledger/ingest/ingest-request.ts";
import { requireOn } from "../in-use.ts";
import { lessonsDueTo } from "./due-lessons.ts";

type Due = DueLessons["lessons"][number];

/**
 * Who reads in this browser: its owner; at a shared desk one who has no sign-in, for nobody else there can be told
 * from another, and whoever signs in reads in the dashboard.
 */
export function sitting(e: pb.RequestEvent, asked = e.requestInfo().query.user ?? "") {
  const browser: PairedBrowser = pairedBrowser(e);
  requireOn(e.app, "training");
  const { owner } = browser;
  const user = asked === "" ? owner : asked;
  if (owner !== "" && user !== owner) refuse("user", "not-yours", "This browser speaks for its owner.");
  const filter = "id = {:user} && active = true && role != 'auditor'";
  const [person] = e.app.findRecordsByFilter("users", filter, "", 1, 0, { user });
  if (!person) return refuse("user", "unknown", "Choose who is here.");
  if (owner === "" && person.getBool("enrolled"))
    refuse("user", "signs-in", "Whoever has a sign-in takes lessons, and reads documents, in the dashboard.");
  return { browser, user };
}

/** @throws {BadRequestError} Where nothing of these kinds is due to them under this course. */
export function requireDue(
  e: pb.RequestEvent,
  user: string,
  course: string,
  kinds: readonly Due["kind"][],
): Due {
  const due = reading(() => lessonsDueTo(e.app, user)).find((one) => one.course === course);
  return due && kinds.includes(due.kind) ? due : refuse("course", "not-due", "This is not due to them.");
}
