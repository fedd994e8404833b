import { isOfHealth } from "../health.ts";
import { byPattern, type Recogniser, type Seen } from "../recogniser.ts";

const clinician =
  "(?:doctor|dr\\.?(?: [a-z'-]{2,16})?|gp|clinician|nurse|physio(?:therapist)?|therapist|counsell?or|psychologist|midwife|dentist|provider|call handler|t|d)";
const patient =
  "(?:patient|pt|client|caller|mother|mum|father|dad|parent|carer|wife|husband|guest(?:_[a-z]+)?|c|p)";
const turn = byPattern(
  new RegExp(
    `(?:^|\\n|(?<=[.?!,] ))[ \\t]{0,8}\\[?(?:(${clinician})|${patient})(?: ?\\d)?(?:\\][ \\t:]|[ \\t]?:[ \\t])[^\\n]{0,300}`,
    "gi",
  ),
);
const isClinician = new RegExp(`^\\s*\\[?${clinician}(?: ?\\d)?\\]?[ \\t]?:?`, "i");
/** Turns that make a talk: of both sides, and about health unless a doctor and a patient are said to speak. */
const fewest = { turns: 3, ofEach: 1, ofHealth: 1, plainly: 4 } as const;
const isPatient = /^\s*\[?patient\b/i;

/** What a clinician and a patient said to each other. */
export const dialogue: Recogniser<"dialogue"> = {
  name: "dialogue",
  kind: "treatment-note",
  source: "Transcripts of consultations and therapy, by whoever speaks",
  *see(section) {
    const { text } = section;
    const turns: Seen[] = [...turn(section)];
    if (turns.length < fewest.turns) return;
    const said = turns.map(({ start, end }) => text.slice(start, end));
    const clinicians = said.filter((one) => isClinician.test(one)).length;
    if (clinicians < fewest.ofEach || turns.length - clinicians < fewest.ofEach) return;
    const isPlain = turns.length >= fewest.plainly && said.filter((one) => isPatient.test(one)).length >= 2;
    if (isPlain || said.filter(isOfHealth).length >= fewest.ofHealth) yield* turns;
  },
  flags: [
    "Doctor: How is the knee?\nPatient: Still swollen.\nDoctor: Let me see.",
    "[doctor] any pain\n[patient] yes in my chest\n[doctor] since when",
    "T: How was the week?\nC: The panic came back.\nT: When?",
  ],
  passes: [
    "Doctor: Jo Lamb\nPatient: see label\nTime: 9:00",
    "Chair: Welcome.\nJo: Thank you.\nSam: The knee class is full.",
    "T: 020 7946 0018\nD: 12 May",
  ],
};
