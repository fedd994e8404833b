import { utf8ToBytes } from "@noble/hashes/utils.js";
import { Problem } from "#lib/api/problem.ts";
import type { PackPlan, PackVersion } from "#lib/desk/evidence-pack-api.ts";
import { ledgerBytes, minutesText, versionFile, versionText } from "#lib/desk/evidence-pack-api.ts";
import type { Step } from "#lib/export/evidence-pack.ts";
import { pdfOf } from "#lib/export/files-of.ts";
import { digestOf, freezeRegister, frozenMinutes, frozenReport } from "#lib/export/frozen.ts";
import {
  evidenceCsv,
  folderOf,
  noticeText,
  shownCsv,
  trainingCsv,
  weeksCsv,
} from "#lib/export/pack-texts.ts";
import { breachPaper } from "#lib/export/papers/breach-paper.ts";
import { breachRegisterPaper } from "#lib/export/papers/breach-register-paper.ts";
import { minutesPaper } from "#lib/export/papers/minutes-paper.ts";
import { registerCsv } from "#lib/export/register-csv.ts";
import { timelineCsv } from "#lib/export/timeline-csv.ts";
import { otherBytes, PackFiles, tooLarge } from "./pack-files.ts";
import { withoutNames } from "./without-names.ts";

/** How far the making is. */
export type Progress = (done: number, of: number, what: string) => void;

/**
 * Fetches and renders all that a plan names. Each frozen text and kept file is compared with its hash in the log; one
 * that differs is left out and told.
 */
export async function gatherPack(
  plan: PackPlan,
  signal: AbortSignal,
  tell: Progress,
  step: Step,
): Promise<PackFiles> {
  const pack = new PackFiles();
  const signed = plan.reviews.filter(({ state }) => state === "signed");
  const works: [string, () => Promise<void>][] = [
    ["The register of breaches", () => addRegister(pack, plan)],
    ...signed.map((review): [string, () => Promise<void>] => [
      `Minutes of the week of ${review.weekOf}`,
      () => addMinutes(pack, review),
    ]),
    ...plan.versions.map((version): [string, () => Promise<void>] => [
      `Version ${version.number} of ${folderOf(version.incident).slice("incidents/".length)}`,
      () => addVersion(pack, version),
    ]),
    ["The event log", () => addLedger(pack, signal)],
  ];
  for (const [i, [what, work]] of works.entries()) {
    tell(i, works.length, what);
    await step();
    await work();
  }
  tell(works.length, works.length, "Packing");
  return pack;
}

async function addRegister(pack: PackFiles, plan: PackPlan): Promise<void> {
  const { register, named } = withoutNames(plan.register);
  const { text, value, hash } = freezeRegister(register);
  pack.add("register/breach-register.json", text);
  pack.add("register/breach-register.csv", registerCsv(value));
  pack.add("register/breach-register.pdf", await pdfOf(breachRegisterPaper(value, hash)));
  pack.add("register/evidence-files.csv", evidenceCsv(plan));
  pack.add("reviews/weeks.csv", weeksCsv(plan));
  pack.add("training/training.csv", trainingCsv(plan));
  for (const notice of plan.notices) {
    pack.add(`notices/notice-${notice.number}.txt`, noticeText(notice, plan.timeZone));
  }
  pack.add("notices/shown.csv", shownCsv(plan));
  pack.leaveOut(
    "evidence files of the incidents",
    "they may show patients; register/evidence-files.csv has their hashes, and the clinic keeps them",
  );
  if (!plan.confidential) {
    pack.leaveOut("confidential reports", "they stay between who reported and who keeps them");
  }
  for (const where of named) pack.leaveOut(where, "it seems to name a patient: mend it in the incident");
}

async function addMinutes(pack: PackFiles, review: PackPlan["reviews"][number]): Promise<void> {
  const path = `reviews/review-${review.weekOf}`;
  const text = await minutesText(review.id);
  if (digestOf(utf8ToBytes(text)) !== review.hash) {
    pack.leaveOut(`${path}.json`, otherBytes);
    return;
  }
  pack.add(`${path}.json`, text);
  pack.add(`${path}.pdf`, await pdfOf(minutesPaper(frozenMinutes(text).value, review.hash)));
}

/** The snapshot, the kept renderings, and where no PDF is kept the one that the snapshot renders to. */
async function addVersion(pack: PackFiles, version: PackVersion): Promise<void> {
  const path = `${folderOf(version.incident)}/version-${version.number}`;
  const text = await versionText(version);
  if (digestOf(utf8ToBytes(text)) !== version.hash) {
    pack.leaveOut(`${path}.json`, otherBytes);
    return;
  }
  const report = frozenReport(text).value;
  pack.add(`${path}.json`, text);
  pack.add(`${path}-timeline.csv`, timelineCsv(report, version.hash));
  if (version.pdf === "") pack.add(`${path}.pdf`, await pdfOf(breachPaper(report, version.hash)));
  for (const format of ["pdf", "docx"] as const) {
    if (version[format] === "") continue;
    const kept = await keptRendering(version, format);
    if (kept) pack.add(`${path}.${format}`, kept);
    else pack.leaveOut(`${path}.${format}`, otherBytes);
  }
}

/** undefined where the bytes are no more those that were kept: the pack says so and goes on. */
async function keptRendering(version: PackVersion, format: "pdf" | "docx"): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await (await versionFile(version, format)).arrayBuffer());
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "strange-answer") return undefined;
    throw thrown;
  }
}

const path = "ledger/ledger.jsonl";

async function addLedger(pack: PackFiles, signal: AbortSignal): Promise<void> {
  const bytes = await ledgerBytes(pack.room, signal);
  if (bytes === undefined) {
    pack.leaveOut(path, `${tooLarge}; whoever runs the server makes it with: npm run export-events`);
    return;
  }
  // Its last line is the signed head: without it the answer broke off.
  const end = new TextDecoder().decode(bytes.subarray(-2_000)).trimEnd();
  if (!end.slice(end.lastIndexOf("\n") + 1).startsWith('{"head"')) throw new Problem("server-unreachable");
  pack.add(path, bytes);
}
