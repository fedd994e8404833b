import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { read } from "#reading/read";
import { mailed } from "./invented.ts";

/** Papers of them that are judged otherwise than they should be: known, and to become fewer. */
const knownWrong: readonly string[] = [
  "diary.ics",
  "receipt.html",
  "irish-waiting-list.txt",
  "home-today.txt",
  "slt-report.txt",
  "rehab-protocol.txt",
  "case-vignette-article.txt",
  "botox-complaint.eml",
  "slt-stammer-note.txt",
  "sms-thread.txt",
  "list-theatre.txt",
  "cleft-welsh-message.txt",
  "safeguarding-referral.txt",
  "vignettes-teaching.txt",
  "fhir-medicationrequest.json",
  "sports-club-email.eml",
  "death-cert-note.txt",
  "pharmacist-review.txt",
  "acupuncturist-intake.docx.txt",
  "eczema-photo-email.txt",
  "amputee-prosthetics.txt",
  "letter-dvla.txt",
  "neurology-spanish-us.txt",
  "school-letter-hearing.txt",
  "dental-ortho-email.eml",
  "child-psych-report.txt",
  "epilepsy-diary-parent.txt",
  "rehab-goals-table.txt",
];

/**
 * What a clinic mails in a week, as files of many formats: the half that the recognisers were mended by, the half that was
 * written with it and kept unseen until they were, and what was written after that; then papers in the manners of other
 * authors, all four nations and many professions, and in those of public data sets, in two halves likewise, and once more; nothing
 * was learned from the last half.
 */
describe.each([
  "mail-seen",
  "mail-unseen",
  "mail-later",
  "others-first",
  "others-second",
  "wide-first",
  "wide-second",
  "sources-first",
  "sources-second",
] as const)("%s", (half) => {
  test.each(mailed(half))("%s: %s", async (kind, name, text) => {
    const { strength, about } = judge(await read(new File([text], name), { milliseconds: 20_000 }));
    const isFlagged = strength === "weak" || strength === "strong";
    expect(isFlagged).toBe((kind === "patient") !== knownWrong.includes(name));
    expect(strength).not.toBe("unreadable");
    if (name !== "sick-note-patient.txt") expect(about).toBeUndefined();
  });
});
