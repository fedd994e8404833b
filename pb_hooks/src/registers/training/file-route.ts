import type { ActData, Action } from "#domain/acts";
import { whyNot } from "#domain/may-act";
import { policy } from "#domain/policy";
import { completionData, versionData } from "#domain/registers/training/acts";
import { answerConflict } from "../../acts/changed-by.ts";
import { requireCleanData } from "../../acts/clean.ts";
import { Conflict, saveRow } from "../../acts/row.ts";
import { type Caller, caller } from "../../base/caller.ts";
import { parsed, refuse } from "../../base/refusal.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { requireOn } from "../in-use.ts";
import { uploaded } from "../incidents/versions/uploaded.ts";
import { addCompletion } from "./completions.ts";
import { addVersion, givenAt, type VersionFile } from "./courses.ts";

const certificates = ["pdf", "png", "jpg"];
const pictures = ["png", "jpg"];
const contents = ["pdf", "png", "jpg", "zip", "mp4"];

/** @throws {ForbiddenError} For whoever brings no file here: asked before one is taken, too. */
export function requireMayBring(person: Caller, action: Action = "completions.add"): void {
  const refusal = whyNot(person, action);
  if (refusal) throw new ForbiddenError(refusal);
}

/**
 * `POST /training-file` (multipart: `data` as JSON, `file`): a completion with its certificate; or with `course` and
 * `version`, a version of that course with its file, or with the picture of its lesson.
 */
export function bringFile(e: pb.RequestEvent): void {
  const person = caller(e);
  requireMayBring(person);
  requireOn(e.app, "training");
  const body = e.requestInfo().body as Record<string, unknown>;
  const course = String(body.course ?? "");
  const data = jsonIn(body.data);
  if (course === "") return void e.json(200, certified(e, person, data));
  try {
    e.json(200, versioned(e, person, data, { course, version: Number(body.version) }));
  } catch (thrown) {
    if (!(thrown instanceof Conflict)) throw thrown;
    answerConflict(e, thrown);
  }
}

function certified(e: pb.RequestEvent, person: Caller, data: unknown) {
  const fit = parsed(data, completionData, "data") as ActData<"completions.add">;
  const brought = fileIn(e, certificates, "Bring the certificate as PDF, PNG or JPEG.");
  requireCleanData("completions.add", fit);
  return inLedgerTransaction(e.app, (tx) =>
    addCompletion(tx, person.id, { ...fit, evidence: "certificate" }, brought),
  );
}

function versioned(
  e: pb.RequestEvent,
  person: Caller,
  data: unknown,
  { course, version }: { readonly course: string; readonly version: number },
) {
  const fit = parsed(data, versionData, "data") as ActData<"courses.version">;
  const brought =
    fit.content === "lesson"
      ? fileIn(e, pictures, "A lesson’s picture is a PNG or a JPEG.")
      : fileIn(e, contents, "Bring the course as PDF, picture, zip or MP4.");
  requireCleanData("courses.version", fit);
  return inLedgerTransaction(e.app, (tx) => {
    const row = givenAt(tx, "courses.version", course, version);
    addVersion(tx, row, person.id, fit, brought);
    return saveRow(tx, row, "version", person);
  });
}

function jsonIn(value: unknown): unknown {
  if (typeof value !== "string") return value ?? {};
  try {
    return JSON.parse(value);
  } catch {
    return refuse("data", "invalid_format", "This is not JSON.");
  }
}

/** @throws {BadRequestError} Where there is none, it is too large, or is not what it has to be by its first bytes. */
function fileIn(e: pb.RequestEvent, kinds: readonly string[], says: string): VersionFile {
  const { file, size, sha256, type } = uploaded(e, policy.certificateLargest.amount);
  if (!kinds.includes(type.extension)) refuse("file", "unknown-kind", says);
  const name = `training-${sha256.slice(0, 12)}.${type.extension}`;
  file.name = name;
  return { file, values: { name, sha256, mime: type.mime, size } };
}
