import type { Recogniser } from "../recogniser.ts";
import { ageSex, shorthand, spanOfTime } from "./shorthand.ts";

/** Longest line that is one note: a longer one is prose. */
const longest = 320;

interface Line {
  readonly end: number;
  forms: number;
  aged: boolean;
  spans: number;
}

/** A line that tells of one person in shorthand: an age with a sex or a span of time, and short forms beside it. */
export const noteLine: Recogniser<"note-line"> = {
  name: "note-line",
  kind: "treatment-note",
  source: "Notes of one line, as triage lists, messages and hand-overs have them",
  *see(section) {
    const { text } = section;
    const lines = new Map<number, Line>();
    const lineAt = (place: number): Line => {
      const start = text.lastIndexOf("\n", place - 1) + 1;
      let line = lines.get(start);
      if (!line) {
        const end = text.indexOf("\n", place);
        line = { end: end === -1 ? text.length : end, forms: 0, spans: 0, aged: false };
        lines.set(start, line);
      }
      return line;
    };
    for (const { start } of ageSex.see(section)) lineAt(start).aged = true;
    for (const { start } of spanOfTime.see(section)) lineAt(start).spans++;
    if (lines.size === 0) return;
    for (const { start } of shorthand.see(section)) lineAt(start).forms++;
    for (const [start, { end, forms, aged, spans }] of lines) {
      const isNote = aged ? forms + spans >= 2 : spans > 0 && forms >= 2 && forms + spans >= 4;
      if (isNote && end - start <= longest) yield { start, end };
    }
  },
  flags: [
    "34F LBP 3/52, SLR neg, r/v 2/52",
    "M 61 R TKR 8/52 post op, swelling ++",
    "LBP 3/52, SLR neg, HEP given, r/v 2/52",
  ],
  passes: [
    "LBP low back pain, SLR straight leg raise, HTN hypertension",
    "34F is the seat",
    "Review in 2/52",
    "Meet at 10, room 3/7",
  ],
};
