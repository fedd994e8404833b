import { longDate } from "#domain/base/local-words";
import { channelKeys, channels, relations, scopeKeys, scopes } from "#domain/registers/releases/release";
import type { FieldValues } from "#lib/components/form/field-spec.ts";
import type { Paper } from "#lib/export/paper.ts";
import { capital } from "#lib/format/sentence.ts";

const line = "______________________________";
const day = (date = ""): string => (date === "" ? line : longDate(date));
const box = (on: boolean): string => (on ? "[X]" : "[  ]");

/**
 * The form that a patient signs, with what was typed so far; the patient's own name is written by hand, and the form stays
 * with the record in the clinical system (BMA and Law Society consent form; DOMAIN.md 7.5).
 *
 * @param asOf - Instant at which it is printed.
 */
export function releaseFormPaper(values: FieldValues, clinic: string, asOf: string): Paper {
  const said = (id: string): string => values[id] || line;
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
        is: "facts",
        rows: [
          ["Full name, earlier surnames", line],
          ["Date of birth", line],
          ["Address, now and when you were treated", line],
        ],
      },
      { is: "heading", level: 2, text: "Whom we may tell" },
      {
        is: "facts",
        rows: [
          ["Who it is to you", relation ? capital(relations[relation]) : line],
          ["Name or organisation", values.organisation || values.name || line],
          ["Address and telephone", line],
        ],
      },
      { is: "heading", level: 2, text: "What we may tell" },
      {
        is: "list",
        items: scopeKeys.map((key) => `${box(values[`scope-${key}`] === "yes")} ${capital(scopes[key])}`),
      },
      {
        is: "facts",
        rows: [
          ["Only of records from, to", `${day(values.fromDay)}, ${day(values.toDay)}`],
          ["What is left out", said("exclusions")],
          ["What it is for", said("purpose")],
        ],
      },
      { is: "heading", level: 2, text: "How, and until when" },
      {
        is: "list",
        items: channelKeys.map((key) => `${box(values[`way-${key}`] === "yes")} ${capital(channels[key])}`),
      },
      {
        is: "facts",
        rows: [
          ["From, until", `${day(values.validFrom)}, ${day(values.expiresOn)}`],
          ["For one time only", values.once === "yes" ? "yes" : "no"],
        ],
      },
      { is: "heading", level: 2, text: "Signed" },
      {
        is: "paragraph",
        text: "I understand what my record holds, why it is asked for, what may happen to it and who may see it. Somebody explained this to me. I know that I can take this back before anything is given.",
      },
      {
        is: "facts",
        rows: [
          ["Your signature", line],
          ["Day", line],
          ["Explained by", line],
          ["Language, interpreter", said("interpreter")],
        ],
      },
    ],
  };
}
