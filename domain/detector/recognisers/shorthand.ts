import { matchesOf } from "../places/matches.ts";
import { byPattern, type Recogniser, type Seen } from "../recogniser.ts";

/** Short forms that clinicians write in small letters or capitals, which mean nothing else in office papers. */
const anyCase =
  "hx|hpi|hpc|pmhx?|pshx?|fhx|shx|dhx|phx|ddx|nkda|nkfda|sobar|soboe|c\\/o|o\\/e|r\\/v|h\\/o|f\\/u|n&v|d&v|e&d|y\\/o|b\\/l|i\\/v|u&es?|u\\+es?|lfts?|tfts?|fbc|cxr|bmi|nsaids?|abx|abdo|bld?s? sugars?|wnl|nad|afeb|lbp|slr|mwm|mwms|hvt|stw|sijs?|tkr|thr|acl|orif|rtc|etoh|lmp|gcs|jvp|perrla|rrr|ctab|bnp|t2dm|t1dm|htn|copd|gord|gerd|ihd|ckd|cva|rom|arom|prom|a\\/c joint|tpp|ttp|q4h|q6h|ggt|tatt|uti|urti|lrti|ssri|hrt|coc|iucd|prn|tds|qds|bds|tid|qid|nocte|stat dose|safety ?net(?:ted|ting)?|w\\/o|s\\/e|gh jt|glenohumeral|gait|foosh|mtpj|phq-?9|gad-?7|cerv rot|agg|eases?|b\\/o|d\\/c|d\\/w|s\\/b|news ?[0-9]|obs stable|sfh|fhr|gtt|pv bleed|lscs|nvd|p\\/c|h\\/a|n\\/v|l\\/s|c\\/s|t\\/s|qol|iadls?|hv|fib|mobs|met\\/hvt|ltfu|dna'?d|o\\/n|t\\/c|r\\/o|opg|idb|ttp|xla|s&p|bws|vlu|abpi|wzf|amts|mmse|iddsi|rapd|snhl|srom|vbac|ctg|emcs|elcs|ttos|dhs|nbm|dnacpr|doac|gtn|2ww|safety ?netting|s\\/w|p\\/u|r\\/l|wt ?b(?:earing)?|wb(?:at)|k-?wires?";
/** Such as are words or other short forms too unless they are written so. */
const asWritten =
  "G\\dP\\d(?:\\+\\d)?|F2F|SOB|CP|Ix|Rx|Tx|Mx|Dx|Sx|Fx|Ax|FROM|HEP|HR|RR|BP(?=[ :=]{1,3}(?:\\d|stable|normal|high|low|ok|raised|up|down|today|\\?))|ECG|EKG|TTO|TTOs|CT|MRI|USS|CRP|ESR|AF|MI|PE|DVT|OA|RA|MSK|Imp|ADLs|NEWS|Obs|STW|MET|HVT|QL|GH|Agg|Ease|Rev|Ceph|FM|FHR|POC|Pt|AP|NWB|FWB|PWB|OD|BD|PR|PV|PU|LOC|NOF|FHx?|SHx?|DH|PMH|BPE|EPT|OHI|DPT|PTB|PNA|NG|PEG|IOP|GBS|EFW|SVD|MUA|BNO|NOK|RTW|Hb|Wt|Adv|TUG|AFO|ROSC|DNA|\\d{1,2} ?(?:yo|y\\/o|m\\/o)|w\\/ (?:mum|dad|wife|husband|daughter|son)|this (?:am|pm)|[UL][LR][1-8A-E]|[CTLS]\\d{1,2}\\/[CTLS]?\\d{1,2}|UL|LL|RUQ|LUQ|RLQ|LLQ|pt|Pt|pts";
const forms = new RegExp(
  `(?<![A-Za-z0-9/&-])(?:(?:${anyCase.replace(/[a-z]/g, (sign) => `[${sign}${sign.toUpperCase()}]`)})|(?:${asWritten}))(?![A-Za-z0-9&]|\\/[a-z])`,
  "g",
);

export const shorthand: Recogniser<"shorthand"> = {
  name: "shorthand",
  kind: "treatment-note",
  source: "Short forms of UK and US clinical notes (primary care, physiotherapy, wards)",
  see: byPattern(forms),
  flags: ["Hx 3 days", "C/O LBP", "O/E: NAD", "Ix FBC, U+Es", "r/v 1/52", "PMH asthma", "Rx HEP", "NKDA"],
  passes: ["the gpc and the hr team", "Planning: rooms", "a pc for the desk", "rx", "from the ward"],
};

/** Days, weeks and months as clinicians count them: 3/7, 2/52, 6/12. */
export const spanOfTime: Recogniser<"span-of-time"> = {
  name: "span-of-time",
  kind: "treatment-note",
  source: "Custom of UK notes: sevenths are days, fifty-seconds weeks, twelfths months",
  see: byPattern(
    /(?<![\d/.:-])\d{1,2}(?:-\d{1,2})?\/(?:7|52|12|40)(?=[ ,;)\n]|\.(?!\d)|$)/g,
    ({ before, after }) =>
      !/(?:\b(?:page|pages|version|score|scored|on|by|of|tel|no|nr)|[£$€=#])[ .:]{0,2}$/i.test(before) &&
      !/^ ?(?:pages?|points|marks|of)\b/i.test(after),
  ),
  flags: ["LBP 3/52", "for 3/7.", "r/v 6/12", "2-3/52 hx"],
  passes: ["12/12/2024", "page 3/12", "scored 6/7", "1/4 cup"],
};

/** Age and sex in one: 34F, 58 M, F65, 72yo m. */
export const ageSex: Recogniser<"age-sex-short"> = {
  name: "age-sex-short",
  kind: "treatment-note",
  source: "Opening of a note in shorthand: '34F', '58M', 'F65'",
  see: byPattern(
    /(?<![A-Za-z0-9£$€.,/-])(?:(?:1[01]\d|[1-9]?\d) ?(?:yo|y\/o|yrs?|y\.o\.?|y) ?(?:old )?(?:[MF]|[mf]|male|female|man|woman|boy|girl|lady|gentleman)|(?:1[01]\d|[1-9]\d) ?[MF]|[MF] ?(?:1[01]\d|[1-9]\d)(?: ?(?:yo|y\/o|yrs?))?)(?![A-Za-z0-9-]|[ ]?\d[A-Z]{2}\b|[./]\d|[ ]?(?:GBP|USD|users|records|rows|downloads|cable|tape|screws?|bolts?|motorway))/g,
    ({ before, after }) =>
      !/(?:\b(?:junction|jct|exit|off|size|room|bay|block|seat|gate|row|ref|code|icd|icd-10|the|from|to)|[(])[ ]?$/i.test(
        before,
      ) && !/^[ ]?(?:\||=|")/.test(after),
  ),
  flags: ["34F presents with cough", "58 M, smoker", "Ada M F65 LBP", "72yo m fall", "67 y/o F"],
  passes: ["M60 1NW", "on the M25", "M25 motorway", "$34M", "F32.1", "34 F-type", "3M tape"],
};

const soapLines = matchesOf(
  /(?:^|\n)[ \t*_#-]{0,4}([SOAPBR]|S(?:ubj(?:ective)?|UBJECTIVE|ituation)|O(?:bj(?:ective)?|BJECTIVE)|A(?:ssessment|SSESSMENT|nalysis)|P(?:lan|LAN)|B(?:ackground)|R(?:ecommendation))(?:[*_]{0,2} ?[:/)-][*_]{0,2}|(?=\n))[ \t]*(?=\S|\n)/g,
);

/** At least three different of the four headings of a problem-oriented note, or all four of a hand-over. */
export const soap: Recogniser<"soap"> = {
  name: "soap",
  kind: "treatment-note",
  source:
    "Weed, problem-oriented record: subjective, objective, assessment, plan; NHS, SBAR: situation, background, assessment, recommendation",
  *see(section) {
    const seen: Seen[] = [];
    const headings = new Set<string>();
    for (const found of soapLines(section)) {
      if (seen.length >= 40) break;
      headings.add((found[1] ?? "").charAt(0));
      seen.push({ start: found.index, end: found.index + found[0].trimEnd().length });
    }
    const count = (letters: string) => [...letters].filter((letter) => headings.has(letter)).length;
    if (count("SOAP") >= 3 || count("SBAR") >= 4) yield* seen.filter(({ start, end }) => end > start);
  },
  flags: ["S: knee pain\nO: swollen\nA: OA\nP: NSAID", "Subjective:\nsore\nObjective:\nstiff\nPlan:\nrest"],
  passes: [
    "P: 020 7946 0018\nA: 14 High Street",
    "S: small\nM: medium\nL: large",
    "A) one\nB) two\nP) three",
  ],
};

/** What was looked for and not found, or found, in the clipped way of notes. */
export const denied: Recogniser<"denied"> = {
  name: "denied",
  kind: "treatment-note",
  source: "Telegram style of notes: 'No fever. Nil SOB. Denies trauma.'",
  see: byPattern(
    /(?:\b(?:[Nn]il\b(?: [a-z&/+-]{2,16}){0,2}|(?:[Dd]enies|[Dd]enied|[Nn]egative for)(?: [a-z&/+-]{2,16}){1,2}|-ve\b|\+ve\b)|(?:^|[.\n;,-] {0,2})(?:There (?:is|are|was|were) )?(?:[Nn]o|NO) (?:(?:other|recent|significant|previous|known|associated|h\/?x of|hx|history of|evidence of|signs? of|new|further) ){0,2}(?:fevers?|pain|chest pain|back pain|trauma|vomiting|nausea|cough|rash|swelling|allerg(?:y|ies)|numbness|weakness|tingling|headaches?|bleeding|dysuria|haematuria|wheeze|sob|shortness of breath|dizziness|discharge|diarrhoea|diarrhea|weight loss|red flags|neuro(?:logical)?|palpitations|bruising|deformity|tenderness|erythema|murmurs?|edema|oedema|distress|meds|medications?|fh|fhx|pmh|pmhx|injury|issues with|concerns re|complications|change in|viral illness|hearing problems?|hearing loss|bowel|bladder|urinary|visual|ear|neck|night|odou?r|pus|exudate|loss of consciousness|loc|seizures?|suicidal|thoughts of|struggle|avoidance|blood|complaints|fluid|erythema|tear|fracture|stenosis|abnormality)\b)/g,
  ),
  flags: ["No fever, no cough", "Nil SOB", "Denies chest pain", "PMH nil\nNo red flags"],
  passes: ["no change is needed", "and there is no cough mixture", "no parking", "Nilsson"],
};
