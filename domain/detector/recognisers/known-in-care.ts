import { isOfHealth } from "../health.ts";
import { matchesOf } from "../places/matches.ts";
import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { givenAlsoWords, givenNames } from "../words/names.ts";
import { noNames } from "../words/no-names.ts";
import { plainName } from "../words/plain-name.ts";
import { capital, small } from "./names.ts";

const nameLike = matchesOf(
  new RegExp(
    `(?<![A-Za-z\\u00c0-\\u024f])${capital}(?:${small}|['\\u2019-]){1,20}(?![A-Za-z\\u00c0-\\u024f])`,
    "g",
  ),
);
/** A surname or its initial behind a first name. */
const further = new RegExp(`^ (?:${capital}(?:${small}|['\\u2019-]){1,24}|${capital}\\b)`);
/** Names that are looked up in one section. */
const lookedUp = 300;

/** Whoever stands behind such a word works there, wrote or receives it. */
const ofStaff =
  /(?:\b(?:Dr|Prof|Professor|Sister|Nurse|SN|Doctor|Matron|Mr and|by|signed|from|regards|sincerely|cc|with|ask|see|contact|w|St|Saint|Dame|Sir|Lord|Lady|Chair|Present|to)[.:,]?[ \n]{1,3})$/i;
const staffBehind =
  /^[^.\n]{0,40}\b(?:RN|RGN|MCSP|HCPC|NMC|GMC|FRCS|BSc|MSc|PhD|physiotherapist|podiatrist|dietitian|nurse|consultant|therapist|manager|receptionist|practitioner|surgeon|optometrist|psychologist|secretary|lead|HCA|OT|Ltd|Limited|joins|leaves|retires)\b/;
/** Sentences about those who work there, about teaching and tales. */
const ofOthers =
  /\b(?:rota|shift|cover(?:ing)?|induction|course|training|workshop|supervis\w*|students?|staff|team|colleagues?|annual leave|interview|meeting|apologies|employ\w*|caseload|study|studies|author|journal|patients|clients|discount|prices?|station|candidate|actor|delegate|winner|raffle|guest|newsletter|wrote|book|welcome|goodbye)\b/i;
const lineOf = (text: string, start: number) => {
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 160);
  const end = text.indexOf("\n", start);
  return text.slice(from, Math.min(end === -1 ? text.length : end, start + 200));
};
/** What somebody has or does, behind the name. */
const doing =
  /^(?:['\u2019]s (?!eye)[a-z]|,? (?:has|had|is|was|still|says|said|came|needs|rang|called|phoned|can|cannot|could|did|does|feels|felt|attended|reports|complain|DNA|will|would|\(\d|\d{1,2} ?(?:[MFmf]|y)|[MF],? ?\d{2}\b|re |re: |- |# |\d{1,2}\/(?:7|52|12)))/;
/** What is somebody's, or is done for somebody, before the name. */
const belonging =
  /\b(?:(?:script|prescription|results?|bloods?|scan|referral|appointment|notes|x-?ray|report|swab|wound|repeat|meds|tablets|treat(?:ed|ing)?|review(?:ed|ing)?|see(?:n|ing)?|assess(?:ed|ing)?|saw)(?: (?:for|of|on|from|about|w(?:ith)?))?|[Rr]e:?|pt|[Pp]atient|[Mm]um of|[Ww]ife of|[Ss]on of|[Dd]aughter(?: of)?|its|it's|this is) $/;
/** A cell of a table of other things. */
const cells = /(?:[,;|\t][^,;|\t\n]*){4}/;

/** Somebody whom the lists of names know, in one line with an illness or its treatment, and nobody who works there. */
export const knownInCare: Recogniser<"known-in-care"> = {
  name: "known-in-care",
  kind: "name",
  source: "words/names.ts; House rule: messages and notes that name somebody without a title or a label",
  see: seeKnown,
  flags: [
    "script for Maureen Duckworth, amoxicillin, but she is allergic",
    "Marek still has pain in his calf",
    "Re Kacper (4;2). Stammer and cough now better, on antibiotics",
  ],
  passes: [
    "Dr Maureen Duckworth has a letter about pain",
    "Maureen covers the knee class rota",
    "Signed Marek, pain clinic",
    "Grace and Hope are for the hip",
  ],
};

function* seeKnown(section: Section): Generator<Seen> {
  const { text } = section;
  let looked = 0;
  for (const found of nameLike(section)) {
    if (looked >= lookedUp) break;
    const start = found.index;
    const plain = plainName(found[0]);
    if (givenNames.has(plain)) {
      looked++;
      const end = start + found[0].length;
      const surname = further.exec(text.slice(end, end + 28))?.[0] ?? "";
      const line = lineOf(text, start);
      if (
        plain.length > 2 &&
        !noNames.has(plain) &&
        !givenAlsoWords.has(plain) &&
        (belonging.test(text.slice(Math.max(0, start - 30), start)) ||
          doing.test(text.slice(end + surname.length, end + surname.length + 14))) &&
        !ofStaff.test(text.slice(Math.max(0, start - 24), start)) &&
        !staffBehind.test(text.slice(end, end + 60)) &&
        !ofOthers.test(line) &&
        !cells.test(line) &&
        isOfHealth(line.replace(found[0] + surname, " "))
      )
        yield { start, end: end + surname.length };
    }
  }
}
