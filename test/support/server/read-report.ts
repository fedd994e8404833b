import { createHash } from "node:crypto";
import { readingOf } from "#domain/registers/incidents/reading";
import { reportDraft } from "#domain/registers/incidents/report";

/**
 * What a version of a report is frozen with: that this very text was read. Of a case that this person may not freeze, what
 * nobody has read.
 */
export async function readReport(url: string, token: string, id: string): Promise<{ read: string }> {
  const answer = await fetch(`${url}/api/chaperone/breach-draft?id=${id}`, {
    headers: { authorization: token },
  });
  if (!answer.ok) return { read: "0".repeat(64) };
  const { report } = reportDraft.parse(await answer.json());
  return { read: createHash("sha256").update(readingOf(report)).digest("hex") };
}
