import { canBeBirthday, dateSource, yearOf } from "../calendar.ts";
import { byPattern, type Match, type Recogniser } from "../recogniser.ts";
import { body } from "../words/body.ts";

/** Capitals of Latin Extended-A: Łukasz, Şule, Žana, Ŵyn. */
const extended = Array.from({ length: 128 }, (_, at) => String.fromCharCode(0x100 + at))
  .filter((letter) => letter !== letter.toLowerCase())
  .join("");
export const capital = `[A-Z\\u00c0-\\u00d6\\u00d8-\\u00de${extended}]`;
export const small = "[a-z\\u00df-\\u00f6\\u00f8-\\u017f]";
/** One part of a name: Moss, O'Brien-Smith, McAllister, MOSS, J. */
export const namePart = `${capital}(?:${small}|${capital}|['\\u2019-]){0,30}\\.?`;
export const personTitle = "(?:Mr|Mrs|Ms|Miss|Mstr|Master|Mx|MR|MRS|MS|MISS)\\b\\.?";
const full = `${namePart},?(?:[ \\t\\u00a0]${namePart}){1,3}`;
/** What may stand between a label and its value: signs, cells, or the next line. */
const gap = "(?:[ \\t\\u00a0]*[:|=\\t\\u00a0][ \\t\\u00a0:|=]*(?:\\r?\\n[ \\t\\u00a0|:]*)?|[ ]{2,12})";

/** Words that stand where a name would, in blank forms, headings and messages. */
const noName =
  /\b(?:name|names|date|birth|dob|address|number|no|nhs|hospital|ward|patient|patients|details|signature|signed|print|relationship|telephone|phone|email|post|postcode|consultant|doctor|clinic|gp|insert|please|block|capitals|first|last|middle|surnames?|forenames?|title|sex|gender|age|age|male|female|unknown|none|null|type|string|code|id|file|class|information|leaflet|safety|care|experience|record|data|group|health|service|department|trust|street|road|the|this|your|our|of|for|and|or|to|is|are|will|should|must|not|yes|who|customer|sir|madam|team|hiring|manager|committee|members|editor|applicant|resident|parent|guardian|friends|with|if|role|roles|description|position|job|organisation|company|comments?|value|from|eq|fig|figure|table|section|page|he|she|they|has|was|in|on)\b/i;

/** Last year that makes an unlabelled date beside a name a birthday: documents carry later dates of their own. */
const lastBirthYear = 2015;
/** The same of a year in two digits, which is of this century up to here. */
const lastShortYear = 35;

const isName = (words: string) => !noName.test(words.replace(/^(?:Mr|Mrs|Ms|Miss|Mstr|Master|Mx)\b\.?/i, ""));

export const patientName: Recogniser<"patient-name"> = {
  name: "patient-name",
  kind: "name",
  source: "DOMAIN.md 5.8; headings of clinic letters and reports",
  see: byPattern(
    new RegExp(
      `\\b(?:(?:[Pp]atient|PATIENT|[Cc]lient|CLIENT|Resident)(?:['\\u2019]s)?(?:[ _](?:[Ff]ull )?(?:[Nn]ame|NAME))?|Pt(?: [Nn]ame)?|Px(?: [Nn]ame)?|(?:Child|CHILD)(?:['\\u2019]s)?(?: (?:[Nn]ame|NAME))?|(?:[Aa]dult|[Yy]oung person|[Pp]erson)(?: at risk)?|(?:Your|Our) (?:patient|client)|(?:Policy ?holder|Insured(?: person)?|Claimant|Service [Uu]ser|Enw(?:['\\u2019]r| y)? [Cc]laf|Member)(?: name)?|Name of (?:[Pp]atient|[Cc]hild))${gap}((?:${personTitle} ?)?${full}|${personTitle} ?${namePart})|(?:[Pp]atient|[Cc]lient)(?:['\\u2019]s)?(?: [Nn]ame)? ${personTitle} ${namePart}|(?:[Pp]atient|PATIENT|[Cc]lient|CLIENT|pt|Pt|PT)(?:['\\u2019]s)? (?:[Nn]ame|NAME)${gap}${namePart}(?=[\\t\\n,;|]|$)`,
      "g",
    ),
    ({ words, groups }) =>
      isName(
        groups[0] ||
          (words
            .replace(/^.*?name(?= )/i, "")
            .replace(/^(?:patient|client)(?:['\u2019]s)? /i, "")
            .split(/[:|=\n]/)
            .pop() ??
            ""),
      ),
  ),
  flags: [
    "Patient: Ada Moss",
    "Patient Name : Moss\tGA : 27 weeks",
    "Patient name: Mrs Ada Moss",
    "PATIENT NAME: MOSS, Ada",
    "Patient's name | Ada Moss",
    "Name of patient: Se\u00e1n O\u2019Brien-Smith",
    "Patient:\nAda Moss",
  ],
  passes: [
    "Patient name: ______",
    "Patient: Date of Birth",
    "Patient name: [insert name]",
    "Patient Information Leaflet",
    "Patient: the person who is treated",
    "PATIENT NAME: HOSPITAL NUMBER:",
    "Patient Name: <<Patient Name>>",
  ],
};

/** What follows somebody's name in the subject of a letter of care: `Mrs Moss's knee`. */
const ofCare = new RegExp(
  `^['\\u2019]?s?['\\u2019]? +(?:[a-z-]{2,14} ){0,2}(?:${body}|treatment|appointment|care|health|referral|records?|notes|results?|physio|admission|discharge|medicines?|complaint)\\b`,
);
/** Whether a subject is something that somebody has, and no matter of health: `Mr Davies' lease`. */
const isOfAnother = (words: string, after: string) =>
  /['\u2019]s?$/.test(words)
    ? !ofCare.test(after)
    : /^(?:['\u2019]s|['\u2019]) /.test(after) && !ofCare.test(after);

export const regarding: Recogniser<"regarding"> = {
  name: "regarding",
  kind: "name",
  source: "Subject line of a clinic letter (PRSB, outpatient letter standard)",
  see: byPattern(
    new RegExp(
      `(?:^|\\n)[ \\t*_]{0,8}(?:(?:Re|RE|Regarding|Ref|Concerning)[ ]?[:.-]?[ \\t\\u00a0]{0,10}(?:${personTitle}[ \\t\\u00a0]{0,4}${namePart}|${full}[ \\t,(-]{0,6}(?:DOB|D\\.O\\.B|[Dd]ate of [Bb]irth|NHS|born))|${personTitle}[ \\t\\u00a0]${full}[ \\t\\u00a0,(-]{0,8}(?:DOB|D\\.O\\.B|[Dd]ate of [Bb]irth|NHS|born|Hosp))`,
      "g",
    ),
    ({ words, after }) => !isOfAnother(words, after),
  ),
  flags: [
    "Re: Mrs Ada Moss",
    "Re: Mrs Moss's knee",
    "RE Mr John O'Brien",
    "Re: Ada Moss DOB 12/03/1961",
    "Mrs Ada Moss, DOB 12/03/1961",
  ],
  passes: [
    "Re: Rota next week",
    "Re: Order 40717",
    "Mrs Ada Moss",
    "Re: your letter",
    "Re: Mr Davies' lease",
    "Re: Mrs Patel's extension",
  ],
};

export const formName: Recogniser<"form-name"> = {
  name: "form-name",
  kind: "name",
  source: "Forms: name, surname, forename with a value",
  see: byPattern(
    new RegExp(
      `(?:^|[\\n|\\t,;>*]|[ ]{2}|[.)] |(?<=[a-z])(?= (?:Fore|Sur|First n)))[ ]{0,4}(?:Full [Nn]ame|Name|NAME|Surname|SURNAME|Forenames?|FORENAMES?|First [Nn]ame|Last [Nn]ame|Family [Nn]ame|Given [Nn]ames?)${gap}((?:${personTitle} ?)?${namePart}(?:[, ]{1,2}${namePart}){0,3})`,
      "g",
    ),
    ({ groups }) => (groups[0] ?? "").length > 2 && isName(groups[0] ?? ""),
  ),
  flags: ["Name: Ada Moss", "Surname: MOSS\nForename: Ada", "Full name: Mrs Ada Moss"],
  passes: ["Name: ________", "Name: Date: Signature:", "File name: Report", "Surname: Forename:"],
};

export const addressee: Recogniser<"addressee"> = {
  name: "addressee",
  kind: "name",
  source: "Letters of the NHS to a patient: 'Dear' with given name and surname",
  see: byPattern(
    new RegExp(`(?:^|\\n)[ \\t>*]{0,8}Dear (${namePart}(?: ${namePart}){1,2})[ ]?(?:,|\\n|$)`, "g"),
    ({ groups }) =>
      isName(groups[0] ?? "") &&
      !/^(?:Mrs?|Ms|Miss|Master|Mx|Dr|Prof|Sir|Doctor|All|Colleague)\b/.test(groups[0] ?? ""),
  ),
  flags: ["Dear Ada MOSS,", "Dear Roland Edge\n"],
  passes: ["Dear All,", "Dear Dr Voss,", "Dear Mrs Moss,", "Dear Customer Service,", "Dear <<Forename>>"],
};

export const greeted: Recogniser<"greeted"> = {
  name: "greeted",
  kind: "name",
  source: "Messages of clinics to a patient: a greeting with a first name",
  see: byPattern(
    new RegExp(
      `(?:^|\\n)[ \\t>*]{0,8}(?:Hi|Hiya|Hello|Dear|Helo|Annwyl|Good (?:morning|afternoon|evening)),? (${namePart})[ ]?[,!.]?[ ]?(?:\\n|$)`,
      "g",
    ),
    ({ groups }) =>
      isName(groups[0] ?? "") &&
      !/^(?:all|both|everyone|every|dr|doctor|team|there|colleagues?|friend|sirs?|madam|prof)\b/i.test(
        groups[0] ?? "",
      ),
  ),
  flags: ["Hi Kemi,\n", "Dear Folake,", "Helo Mair,"],
  passes: ["Hi all,", "Hello there", "Dear Sirs", "Dear Colleague,", "Hi Kemi, here is the rota"],
};

export const nameAndBirthday: Recogniser<"name-and-birthday"> = {
  name: "name-and-birthday",
  kind: "name",
  source: "House rule: a name with an old date beside or below it, as prescriptions and lists print them",
  see: byPattern(
    new RegExp(
      `(?<![A-Za-z\\u00c0-\\u024f])(${namePart},? ${namePart}(?: ${namePart})?)(?:[ ,]{0,2}[ (\\n\\t|]{1,3}|[ ,(\\t]{1,6}(?:[Dd]\\.?[Oo]\\.?[Bb]\\.?|DOB|[Bb]orn(?: on)?)[: ]{1,3})(?:\\(?(?:[MF]|[Mm]ale|[Ff]emale)\\)?[ ,\\t|]{1,6})?(${dateSource})`,
      "g",
    ),
    ({ groups }) => {
      const year = yearOf(groups[1] ?? "");
      const short = Number(/\D(\d\d)$/.exec(groups[1] ?? "")?.[1] ?? "0");
      const isOld = year === undefined ? short > lastShortYear : year <= lastBirthYear;
      // Of two digits, only as it is written here: the day first.
      const isHome =
        year !== undefined || Number(/^\d{1,2}\D+(\d{1,2})\D/.exec(groups[1] ?? "")?.[1] ?? "1") <= 12;
      return isName(groups[0] ?? "") && canBeBirthday(groups[1] ?? "") && isOld && isHome;
    },
  ),
  flags: [
    "Tom Reed (01/02/1970) came",
    "Ada Moss\n12/03/1961\nNaproxen",
    "09:00 Ada Moss 12/03/1961 knee",
    "Ada Moss (born 12/03/1961) has pain",
  ],
  passes: ["Ada Moss, 12/03/2024", "Gloves 12/03/1961", "Page One 1 of 12", "Ada Moss\n1-21-99"],
};

const isStaffLine = ({ before }: Match) =>
  /(?:consultant|surgeon|secretary|surgery of|clinic of|under|director|chair|author)[^\n]{0,20}$/i.test(
    before,
  );

export const titledName: Recogniser<"titled-name"> = {
  name: "titled-name",
  kind: "name",
  source: "House rule: Dr is staff; Mr, Mrs, Ms, Miss and Master mostly are not",
  see: byPattern(
    new RegExp(
      `\\b${personTitle}[ \\u00a0]{1,2}(?:${namePart}[ \\u00a0]){0,2}${capital}(?:${small}|['\\u2019])[A-Za-z'\\u2019-]{1,30}`,
      "g",
    ),
    (match) => !isStaffLine(match),
  ),
  flags: ["I saw Mrs Moss today", "Mr. J O'Brien", "Dear Miss Ada Moss", "Master Tom Reed"],
  passes: ["Dr Moss", "Mr and Mrs", "the consultant surgeon Mr Moss", "Ms. in the margin"],
};

export const namedInStory: Recogniser<"named-in-story"> = {
  name: "named-in-story",
  kind: "name",
  source: "Opening of a clinical history: a name, then an age or 'presents'",
  see: byPattern(
    new RegExp(
      `(?:^|[\\n.] ?|\\b(?:Mr|Mrs|Ms|Miss)\\.? |\\b(?:see|seeing|referring|saw|seen|met|reviewed|patient|client|for|of|is|re|with) )(${full}),? (?:(?:is|was) (?:a |an )?(?:[a-z-]{3,14} ){0,2}\\d{1,3}[- ](?:year|yr|month|week)|[(]?(?:aged )?(?:(?:1[01]\\d|[1-9]\\d)(?:[,)]| ?\\|)|(?:1[01]\\d|[1-9]?\\d) ?(?:years|yrs|yo|y\\/o)\\b))`,
      "g",
    ),
    ({ groups }) => isName(groups[0] ?? ""),
  ),
  flags: [
    "Jamal Hussain, 42, a taxi driver",
    "Ada Moss is a pleasant 91-year-old lady",
    "Ms. Ada Moss is a 50-year-old",
  ],
  passes: ["This is a 10 year plan", "The Trust is 70 years old"],
};
