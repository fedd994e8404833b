import { longDate } from "#domain/base/local-words";
import { channelKeys, channels, relations, scopeKeys, scopes } from "#domain/registers/releases/release";
import type { FieldValues } from "#lib/components/form/field-spec.ts";
import type { FormPaper, FormPlace } from "#lib/export/form-paper.ts";
import { capital } from "#lib/format/sentence.ts";

const day = (date = ""): string => (date === "" ? "" : longDate(date));
const tick = (name: string, label: string, on: boolean): FormPlace => ({
  name,
  label: capital(label),
  kind: "tick",
  value: on ? "yes" : "",
});

/**
 * The form that a patient signs, with what was typed so far, to print or to fill in on a screen; the patient's own name is
 * written by hand, and the form stays with the record in the clinical system or beside the release (BMA and Law Society
 * consent form; DOMAIN.md 7.5).
 *
 * @param asOf - Instant at which it is made.
 */
export function releaseFormPaper(values: FieldValues, clinic: string, asOf: string): FormPaper {
  const said = (name: string, label: string, more: Partial<FormPlace> = {}): FormPlace => ({
    name,
    label,
    value: values[name] ?? "",
    ...more,
  });
  const relation = values.relation as keyof typeof relations | undefined;
  return {
    title: "Release of information",
    subject: "Whom the clinic may tell what, in the patient’s own words",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [
      `${clinic} · Release of information`,
      "Stays with the record. You can take it back at any time, in any way.",
    ],
    blocks: [
      {
        is: "paragraph",
        text: "Your record holds what you told us, what we found, what we did, letters and results. We tell nobody of it but those who care for you, unless the law asks for it or you say so here. What you allow here is told only in this measure, only until this day, and you can take it back before: by telephone, in person or in writing.",
      },
      { is: "heading", level: 2, text: "You" },
      {
        is: "places",
        rows: [
          { name: "patient", label: "Full name, earlier surnames" },
          { name: "born", label: "Date of birth" },
          { name: "address", label: "Address, now and when you were treated", lines: 2 },
        ],
      },
      { is: "heading", level: 2, text: "Whom we may tell" },
      {
        is: "places",
        rows: [
          said("relation", "Who it is to you", { value: relation ? capital(relations[relation]) : "" }),
          said("name", "First name, as it is said on the telephone"),
          said("organisation", "Organisation, if it is one"),
          { name: "theirs", label: "Address and telephone", lines: 2 },
        ],
      },
      { is: "heading", level: 2, text: "What we may tell" },
      {
        is: "places",
        rows: [
          ...scopeKeys.map((key) => tick(`scope-${key}`, scopes[key], values[`scope-${key}`] === "yes")),
          said("fromDay", "Only of records from", { value: day(values.fromDay) }),
          said("toDay", "Only of records until", { value: day(values.toDay) }),
          said("exclusions", "What is left out", { lines: 2 }),
          said("purpose", "What it is for", { lines: 2 }),
        ],
      },
      { is: "heading", level: 2, text: "How, and until when" },
      {
        is: "places",
        rows: [
          ...channelKeys.map((key) => tick(`way-${key}`, channels[key], values[`way-${key}`] === "yes")),
          said("validFrom", "From", { value: day(values.validFrom) }),
          said("expiresOn", "Until", { value: day(values.expiresOn) }),
          tick("once", "for one time only", values.once === "yes"),
        ],
      },
      { is: "heading", level: 2, text: "Signed" },
      {
        is: "paragraph",
        text: "I understand what my record holds, why it is asked for, what may happen to it and who may see it. Somebody explained this to me. I know that I can take this back before anything is given.",
      },
      {
        is: "places",
        rows: [
          { name: "signature", label: "Your signature", byHand: true, lines: 2 },
          { name: "signedOn", label: "Day" },
          { name: "explained", label: "Explained by" },
          said("interpreter", "Language, interpreter"),
        ],
      },
    ],
  };
}
