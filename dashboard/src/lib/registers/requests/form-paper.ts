import { formKinds, formLongest, formWays, formWhoms } from "#domain/registers/requests/sent/form";
import type { FormPaper, FormPlace } from "#lib/export/form-paper.ts";

const ticks = (field: string, words: Readonly<Record<string, string>>): FormPlace[] =>
  Object.entries(words).map(([key, label]) => ({ name: `${field}-${key}`, label, kind: "tick" }));

/**
 * The clinic’s form for a request or a complaint: to print, or to fill in on a screen and bring back.
 *
 * @param asOf - Instant at which it is made.
 */
export function requestFormPaper(clinic: string, asOf: string): FormPaper {
  return {
    title: "Ask about your data, or complain",
    subject: "A request about one’s own data, or a complaint",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [
      `${clinic} · Request about your data`,
      "As a rule it costs nothing, and you need give no reason. You can also ask in any other way.",
    ],
    blocks: [
      {
        is: "paragraph",
        text: "Give or send this to the clinic. It counts from the day on which it comes to us; the law gives us one month, and we write to you if we need more. We may ask who you are before anything is given out. We keep what you write to answer you, and your name and where to answer until three years after we have answered.",
      },
      { is: "heading", level: 2, text: "What do you ask for? Tick one" },
      { is: "places", rows: ticks("kind", formKinds) },
      { is: "heading", level: 2, text: "For whom do you ask? Tick one" },
      { is: "places", rows: ticks("whom", formWhoms) },
      { is: "heading", level: 2, text: "Who asks" },
      {
        is: "places",
        rows: [
          { name: "name", label: "Your name" },
          { name: "forName", label: "Name of the person for whom you ask, if it is not yourself" },
          { name: "born", label: "Birth date of the person whose data it is" },
          { name: "reach", label: "How we reach you", lines: 2 },
        ],
      },
      { is: "heading", level: 2, text: "How should the answer come? Tick one" },
      {
        is: "places",
        rows: [
          ...ticks("way", formWays),
          {
            name: "mailWord",
            label:
              "Only for e-mail: I ask for it at my own word. I know that others may read an e-mail on its way, and that it can go to a wrong address",
            kind: "tick",
          },
        ],
      },
      { is: "heading", level: 2, text: "What you ask for, in your own words" },
      { is: "places", rows: [{ name: "wants", label: `Up to ${formLongest.wants} characters`, lines: 9 }] },
      {
        is: "places",
        rows: [
          { name: "signature", label: "Signature, where it is printed", byHand: true, lines: 2 },
          { name: "day", label: "Day" },
        ],
      },
    ],
  };
}
