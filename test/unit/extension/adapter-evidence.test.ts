import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evidence, type Source } from "#domain/sites/evidence";
import { shippedClinical } from "../../../extension/clinical/clinical.ts";
import { shippedMail } from "../../../extension/mail/mail.ts";

const adapters = [...shippedClinical, ...shippedMail].map((adapter) => [adapter.id, adapter] as const);
const root = join(import.meta.dirname, "..", "..", "..");

/** Whether a reader can find it outside this project. */
const isPublic = (ref: Source): boolean => "repository" in ref || "page" in ref || "release" in ref;

describe("what stands behind an adapter", () => {
  test.each(adapters)("%s claims no more than its sources give", (_, { evidence: { level, refs } }) => {
    if (level === "run-here") expect(refs.some((ref) => "release" in ref)).toBe(true);
    if (level === "source") expect(refs.some(isPublic)).toBe(true);
    if (level === "third-party")
      expect(
        refs.some((ref) => isPublic(ref) || ("unsourced" in ref && /third-party/.test(ref.unsourced))),
      ).toBe(true);
    if (level === "memory") expect(refs.some((ref) => "unsourced" in ref)).toBe(true);
    if (refs.every((ref) => !isPublic(ref))) expect(["third-party", "memory"]).toContain(level);
  });

  test.each(adapters)("%s cites sections that stand in this repository", (_, adapter) => {
    for (const ref of adapter.evidence.refs) {
      if (!("document" in ref)) continue;
      const text = readFileSync(join(root, ref.document), "utf8");
      expect(text).toMatch(new RegExp(`^## ${ref.section}\\. `, "m"));
    }
  });

  test.each([
    "find_string 53431893141",
    { repository: "53431893141", commit: "c86f342b", path: "a.ts" },
    { repository: "openmrs/x", commit: "main", path: "a.ts" },
    { page: "http://example.org/x" },
    { document: "SITES.md", section: "B1" },
    { unsourced: "somebody said so" },
  ])("nothing else is taken for a source: %o", (ref) => {
    expect(evidence.safeParse({ level: "third-party", checked: "2026-11-22", refs: [ref] }).success).toBe(
      false,
    );
  });
});
