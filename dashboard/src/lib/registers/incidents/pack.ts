import { utf8ToBytes } from "@noble/hashes/utils.js";
import {
  folderOf,
  type IncidentPack,
  incidentPack,
  type PackVersion,
} from "#domain/registers/incidents/pack";
import { keptFile, understand } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import { pdfOf } from "#lib/export/files-of.ts";
import { digestOf, freezeRegister, frozenReport } from "#lib/export/frozen.ts";
import { otherBytes, type PackFiles } from "#lib/export/pack-files.ts";
import type { PartOfPack } from "#lib/export/pack-work.ts";
import { breachPaper } from "#lib/export/papers/breach-paper.ts";
import { breachRegisterPaper } from "#lib/export/papers/breach-register-paper.ts";
import { registerCsv } from "#lib/export/register-csv.ts";
import { timelineCsv } from "#lib/export/timeline-csv.ts";
import { snapshotOf } from "./api.ts";
import { withoutNames } from "./without-names.ts";

/** The register of breaches, and each version of each report. */
export const packIncidents: PartOfPack = (part, pack) => {
  const { register, versions } = understand(incidentPack, part);
  return [
    ["The register of breaches", () => addRegister(pack, register)],
    ...versions.map(
      (version) =>
        [
          `Version ${version.number} of ${folderOf(version.incident).slice("incidents/".length)}`,
          () => addVersion(pack, version),
        ] as const,
    ),
  ];
};

async function addRegister(pack: PackFiles, whole: IncidentPack["register"]): Promise<void> {
  const { register, named } = withoutNames(whole);
  const { text, value, hash } = freezeRegister(register);
  pack.add("register/breach-register.json", text);
  pack.add("register/breach-register.csv", registerCsv(value));
  pack.add("register/breach-register.pdf", await pdfOf(breachRegisterPaper(value, hash)));
  for (const where of named) pack.leaveOut(where, "it seems to name a patient: mend it in the incident");
}

/** The snapshot, the kept renderings, and where no PDF is kept the one that the snapshot renders to. */
async function addVersion(pack: PackFiles, version: PackVersion): Promise<void> {
  const path = `${folderOf(version.incident)}/version-${version.number}`;
  const text = await snapshotOf(version.id);
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
    const file = await keptFile(version, { name: version[format], sha256: version[`${format}Sha256`] });
    return new Uint8Array(await file.arrayBuffer());
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "strange-answer") return undefined;
    throw thrown;
  }
}
