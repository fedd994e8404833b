import { byPattern, type Recogniser } from "../recogniser.ts";

/** What is measured in clinics, by the short form that stands before the value. */
const named =
  "K|Na|Ca|Mg|PO4|Hgb|Hct|Plt|Ur|Cr|Creat|ALT|AST|ALP|GGT|Bili|APTT|fT4|fT3|PTH|Trop(?:onin)?|BNP|HDL|TG|Chol|Urate|Lactate|HCO3|MCV|MCH|Folate|FEV1|FVC|PEFR|PF|MRC|CAT|PHQ|GAD|EPDS|HADS|BDI(?:-II)?|CORE-10|IES-R|RCADS|DASS|ACE-III|MMSE|MoCA|MOCA|AMTS|mRS|NIHSS|Barthel|CFS|Waterlow|NPRS|DASH|QuickDASH|NDI|RMDQ|WOMAC|KOOS|HOOS|LEFS|PSFS|6MWT|RPE|IOP|BM|CBG|BSL|[Ww]t|[Ww]eight|Ht|IDWG|UOP|SFH|EFW|DLQI|PASI|[Ee]pworth|AHI|EF|LVEF|TAPSE|PASP|CIWA|AMH|FSH|DAS28|[Ff]lex(?:ion)?|[Ee]xtension|[Aa]bduction|[Aa]bd|SLR|Tmax|FHR?|pH|pCO2|pO2|BE|CAM|EPAP|FiO2|VT|PEEP|MAP|CVP|Grip|Apgars?|DRS|ISS";
const value = new RegExp(
  `(?<![A-Za-z0-9-])(?:${named})(?:[ :=]{1,2}(?:is |was |of |now |up to |down to )?|(?=\\d))[<>~]?\\d{1,3}(?:\\.\\d{1,2})?(?![\\d:]|/\\d\\d/|,\\d{3})`,
  "g",
);

/** Sight, temperature, breathing and movement, which are written in ways of their own. */
const special =
  /\b(?:VA [RL]?E? ?6\/\d{1,2}|[RL]E? 6\/\d{1,2}|6\/\d{1,2} 6\/\d{1,2}|T(?:emp)? ?(?:3[5-9]|4[01])\.\d|on \d{1,2} ?L\b|\d{1,2} ?L (?:NC|O2|HFNC)|\d{2,3} ?% (?:RA|on air|on \d)|\d{2,3}-\d{2,3} (?:degrees|deg)|\d{1,2}\+\d (?:weeks|\/40|wks)|G\d{1,2} ?P\d|(?:squat|flexion|abduction|rotation) \d\/\d range|[1-5]\/5 (?:power|strength)|[Pp]ower [1-5]\/5|\d{1,2} ?cm dilated|\d{1,3} ?mmHg|\d{1,2} ?(?:py|pack[- ]years?)\b|\d{1,2}(?:st|th) centile|(?:drinks|smokes) \d{1,2}\b)/g;

const seeValue = byPattern(value);
const seeSpecial = byPattern(special);

/** A measure of a clinic with its value: K 6.4, Wt 58.2, FEV1 48, VA 6/18. */
export const notedValue: Recogniser<"noted-value"> = {
  name: "noted-value",
  kind: "test-result",
  source: "Custom of notes: a measure's short form and its value without a unit",
  *see(section) {
    yield* seeValue(section);
    yield* seeSpecial(section);
  },
  flags: ["K 6.4, PO4 2.1", "Wt 58.2", "FEV1 48%", "VA 6/6 6/18", "T 37.8 at 0915", "IOP 15", "on 8L HFNC"],
  passes: ["CAT food", "K 1,200", "page 6/12", "EF guide", "Ca 2024", "BE 10:30", "PF no. 2031"],
};
