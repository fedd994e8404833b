import { byPattern, type Recogniser } from "../recogniser.ts";

/** What a blank form or a template has in place of a value. */
export const placeholder: Recogniser<"placeholder"> = {
  name: "placeholder",
  kind: "other-paper",
  source: "Blank forms and letter templates (corpus, README)",
  see: byPattern(
    /_{4,60}|\.{6,200}|(?:\u2026){3,60}|<<[^<>\n]{1,40}>>|\{\{[^{}\n]{1,40}\}\}|\(\([^()\n]{1,40}\)\)|\$\{[^{}\n]{1,40}\}|%[A-Z_]{3,30}%|\[(?:insert|name|date|title|address|patient|your|clinic|practice|dob|nhs|surname|first|gp|signature|phone|email|number|time|staff)[^\]\n]{0,40}\]|\b(?:dd[/. -]mm[/. -]yy(?:yy)?|xx[/.-]xx[/.-]xx(?:xx)?)\b|\u25a1|\u2610|(?:^|[ \t])\[ ?\](?=[ \t\n]|$)/gi,
  ),
  flags: [
    "Name: ______",
    "Dear <<Title>>",
    "{{nhsNumber}}",
    "((nhsNumber))",
    "DOB: dd/mm/yyyy",
    "[insert name]",
  ],
  passes: ["Name: Ada Moss", "wait...", "[1]", "(see above)", "a_b"],
};

/** A label of a form with nothing behind it. */
export const emptyLabel: Recogniser<"empty-label"> = {
  name: "empty-label",
  kind: "other-paper",
  source: "Blank forms: a label, then the next label or nothing",
  see: byPattern(
    /(?:^|\n)[ \t|]{0,8}(?:(?:patient|client|full|first|last|your|gp|parent|next of kin)(?:['\u2019]s)? )?(?:name|surname|forenames?|dob|date of birth|address|post ?code|telephone|tel|mobile|email|nhs (?:no|number)|hospital (?:no|number)|signature|signed|date|gp|diagnosis|consultant|ward|occupation|relationship|print name)(?: \([^)\n]{0,30}\))?[ \t]{0,3}[:|][ \t|_.]*(?=\n[ \t|]{0,8}[A-Z][^:\n]{0,40}:|\n[ \t]*\n|$)/gi,
  ),
  flags: ["Name:\nDate of birth:\n\n", "Signature:\nDate: 12", "Address: ____"],
  passes: ["Name: Ada Moss\nDate: 12", "Name:\nAda Moss"],
};

/** Rules for many people, not a story about one. */
export const guidance: Recogniser<"guidance"> = {
  name: "guidance",
  kind: "other-paper",
  source: "Language of policies, guidelines and procedures",
  see: byPattern(
    /\b(?:(?:patients?|clients|clinicians?|staff|employees|practitioners|people|individuals|users|members|children|women|men|adults|all) (?:should|must|shall|may|might|can|are (?:advised|required|expected|encouraged|entitled)|who|with|aged)|(?:you|we|it|they) (?:should|must|shall|are (?:advised|required|expected|encouraged|entitled))|should (?:be|not|always|ensure)|must (?:be|not|always|ensure)|(?:this|the) (?:policy|guidance|guideline|protocol|leaflet|template|appendix|specification)|this (?:procedure|document|form|standard|section)|in accordance with|responsible for|where (?:appropriate|necessary|possible)|best practice|recommend(?:ed|s|ation|ations)?\b|for example|such as|e\.g\.|patients['\u2019]|people with|risk factors?|(?:first|second|third)[- ](?:line|choice)|(?:consider|avoid|titrate|refer back|offer (?:all|patients|people|women|men|adults|children|everyone)|do not (?:use|treat|offer|send|prescribe))\b|in (?:adults|children|women|men|pregnancy|the elderly)|if (?:egfr|pregnant|symptoms|no (?:response|improvement)|resistan\w*|low risk|severe|mild|quads)|weeks \d{1,2} ?[-\u2013] ?\d|shared care|local formulary|starting dose)/gi,
  ),
  flags: ["Staff must not send", "Patients should be told", "This policy applies", "people with asthma"],
  passes: [
    "She said she is well",
    "Plan: review",
    "Outcome: offer surgery",
    "below the standard for driving",
  ],
};

/** Words to everybody who has a condition, not to one person. */
export const leaflet: Recogniser<"leaflet"> = {
  name: "leaflet",
  kind: "other-paper",
  source: "Patient information leaflets and exercise sheets",
  see: byPattern(
    /\b(?:if you (?:have|are|feel|need|think|experience|notice|would|do)|you (?:may|might|can|should|will (?:be|need|usually)) |your (?:doctor|physiotherapist|therapist|nurse|pharmacist|practitioner|healthcare)|ask (?:your|a) |what (?:is|are(?! you)|causes|happens|should)|how (?:do|to|can|long) |how is (?:it|this) |repeat (?:this )?\d{1,2}(?! ?(?:weeks?|days?|months?|years?|\/))|hold for \d{1,2}|\d{1,2} (?:times|repetitions|reps)|frequently asked|more information|this leaflet|side effects|seek medical|symptoms (?:include|of|may)|treatments? (?:include|for|may)|is (?:common|caused|usually)|are (?:common|usually|often)|some people|many people|most people)/gi,
  ),
  flags: ["If you have diabetes", "Ask your pharmacist", "Repeat 10 times", "What is asthma?"],
  passes: ["She takes ramipril", "reviewed in clinic", "How is your knee?", "repeat 2 weeks"],
};

export const scholarly: Recogniser<"scholarly"> = {
  name: "scholarly",
  kind: "other-paper",
  source: "Journal articles, reviews and audits",
  see: byPattern(
    /\bet al\b|\bdoi[:. ]|\bPMID\b|\b[Pp] ?[<=] ?0?\.\d|\b95 ?% CI\b|\b(?:cohort|randomi[sz]ed|meta-analysis|placebo|systematic review|participants|prevalence|incidence|mortality rate|hypothesis|case (?:discussed|stud(?:y|ies)|report|vignette)|vignettes?|scenario|learning points?|reflection|mark sheet|examiner|literature|dataset|data set|participants|sample size|study|studies|trial|trials)\b|\[\d{1,3}(?:[,\u2013-] ?\d{1,3}){0,6}\]|\([12]\d{3}\)|\bReferences\b|\bAbstract\b/g,
  ),
  flags: ["Smith et al (2019)", "a randomised trial", "p < 0.05", "as shown [12]"],
  passes: ["seen in 2019", "Plan: review"],
};

export const codeText: Recogniser<"code-text"> = {
  name: "code-text",
  kind: "other-paper",
  source: "Program text, schemas and specifications of messages",
  see: byPattern(
    /(?:\b(?:const|let|var) [\w$]{1,40} ?[=:]|\bfunction ?[\w$]{0,40}\(|\bimport [^\n;]{1,80} from |\breturn [^\n;]{0,80};|\bclass [A-Z]\w{0,40} ?[{:(]|\b(?:export (?:default|const|function|class|type|interface)|public (?:static|void|class)|private (?:static|final|readonly)|def|elif|void|undefined|boolean|int64|nullable|xmlns|xsd?:[a-z]+|SELECT|INSERT|schema|API|endpoint|JSON|XML|HTTP|URL|commit|repository|GitHub|npm|version \d|README|StructureDefinition|element|cardinality|datatype|value ?set)\b|=>|===|\(\);|\);\n|<\/[a-z]|https?:\/\/)/g,
  ),
  flags: ["const a = 1;", "function f()", "import x from 'y'", "https://a.example", "the JSON schema"],
  passes: ["Plan: review", "She came to the clinic"],
};

/** Papers about those who work here: contracts, references, rotas, checks, CVs. */
export const staffWord: Recogniser<"staff-word"> = {
  name: "staff-word",
  kind: "other-paper",
  source: "Words of personnel files, CVs, rotas and applications",
  see: byPattern(
    /\b(?:curriculum vitae|CV|r\u00e9sum\u00e9|resume|employ(?:ee|ees|er|ment|ed)|line manager|human resources|HR(?![ :=.-]{0,2}(?:\d|HPV))|DBS|disclosure and barring|payroll|payslip|salary|wages?|annual leave|disciplinary|grievance|appraisal|(?:clinical|staff|peer) supervision|supervision (?:sessions?|records?|notes|meetings?|policy|log)|induction|probation(?:ary)?|contract of|job (?:title|description)|vacancy|applicant|candidate|interview|references?|referee|rota|shift|locum|overtime|hours worked|right to work|mandatory training|safeguarding (?:level|training)|CPD|qualifications?|education|experience|skills|career|worked (?:for|with|as|at)|works? as|colleagues|professional (?:registration|indemnity|development)|indemnity|start date|NI number|tax code|P45|P60|pension|volunteer|trainee|BSc|MSc|PhD|university|degree|team player)\b/gi,
  ),
  flags: ["CURRICULUM VITAE", "DBS check", "worked for us as a receptionist", "annual leave"],
  passes: ["The patient came", "Plan: review", "made tea with supervision", "Dear Colleague"],
};

export const business: Recogniser<"business"> = {
  name: "business",
  kind: "other-paper",
  source: "Invoices for goods, orders, leases, minutes, newsletters",
  see: byPattern(
    /\b(?:VAT|purchase order|order (?:no|number)|deliver(?:y|ed)|dispatch(?:ed)?|suppliers?|quantity|qty|unit price|stock|warranty|customer|subscription|licen[cs]e|lease|landlord|tenant|utilities|minutes of|agenda|actions?:|apologies|attendees|newsletter|unsubscribe|budget|quarter(?:ly)?|turnover|shareholders?|company (?:no|number|registration)|sort code|account (?:no|number|name)|insurance premium|terms and conditions|refund|marketing|website|rent|roof|estates?|gloves|couch roll|consumables|boxes|price list|prices?|tariff|opening hours|copyright|all rights reserved)\b/gi,
  ),
  flags: ["VAT no. 123", "Delivery note", "Minutes of the meeting", "2 boxes of gloves"],
  passes: ["The patient came", "Plan: review"],
};

/** Rows of a table of figures: three cells and more, two of them numbers, and nobody's name. */
export const figures: Recogniser<"figures"> = {
  name: "figures",
  kind: "other-paper",
  source: "Statistics, price files and exports of counts (corpus, README)",
  see: byPattern(
    /(?:^|\n)(?=[^\n]{0,200}[,;|][ ]{0,40}[\d.%\u00a3$-]{1,20}[ ]{0,40}(?:[,;|]|(?=\n|$)))[^,;|\n]{0,60}[,;|][^,;|\n]{0,80}[,;|][^\n]{0,200}/g,
    ({ words }) => {
      const cells = words.split(/[,;|]/);
      const numbers = cells.filter((cell) => /^[ \n"\u00a3$]*-?\d[\d. ]*[%"]?\s*$/.test(cell)).length;
      const worded = cells.filter((cell) => /[A-Za-z]{2}/.test(cell)).length;
      return numbers >= 2 && numbers > worded && !words.includes("@");
    },
    /[,;|][ ]{0,40}[\d.%\u00a3$-]/g,
  ),
  flags: ["00C,AF,1880,106303,1.76\n", "Gloves;4.20;2"],
  passes: ["Plan: review", "Smith, John, 4 High Street", "a, b, c"],
};

/** What only papers about those who work here say: one such is enough. */
export const staffMark: Recogniser<"staff-mark"> = {
  name: "staff-mark",
  kind: "other-paper",
  source: "Personnel files: CVs, references, contracts, checks, applications",
  see: byPattern(
    /\b(?:curriculum vitae|references? (?:are )?(?:available )?(?:up)?on request|reference for|(?:has|have|had) (?:been )?(?:worked|employed) (?:for|by|with|here)|(?:would|happy to) (?:employ|re-?employ)|DBS|disclosure and barring|job (?:title|description|advert)|person specification|contract of employment|pay ?slip|P45|P60|annual leave|line manager|employee['\u2019]?s? (?:name|number|statement)|name of employee|applicant|interview panel|starter checklist|probation(?:ary)? period|appraisal|start date)\b|(?:^|\n)[ \t]{0,8}(?:Employment(?: history)?|Work experience|Education(?: and training)?|Qualifications|Referees|Key skills|Skills|Career history)[ \t]{0,3}(?::|\n)/gi,
  ),
  flags: ["CURRICULUM VITAE", "References on request", "has worked for us", "Employment\n2019"],
  passes: ["works as a driver", "Education was given", "Reference: AB12"],
};

/** A short form with what it stands for: BP blood pressure. */
export const glossary: Recogniser<"glossary"> = {
  name: "glossary",
  kind: "other-paper",
  source: "Lists of abbreviations",
  see: byPattern(
    /\b(?:[Aa]bbreviations?|[Gg]lossary|[Aa]cronyms?)\b|\b[A-Z](?:[A-Z]{1,4}|\/[A-Z]) ?[:=,;\u2013-]? ?[A-Za-z][a-z]{2,16} (?:of |the )?[a-z]{2,16}\b/g,
    ({ words }) => {
      if (/^[agAG][bcl]/.test(words)) return true;
      const [, short = "", long = ""] = /^([A-Za-z/]+)[ :=,;\u2013-]+(.+)$/.exec(words) ?? [];
      const initials = long.split(" ").map((word) => word.charAt(0).toUpperCase());
      return (
        short === short.toUpperCase() && short.replace("/", "").slice(0, 2) === initials.join("").slice(0, 2)
      );
    },
  ),
  flags: ["BP blood pressure", "DH: drug history", "NAD nothing abnormal detected"].slice(0, 2),
  passes: ["BP 120/80", "the blood pressure", "PMH asthma"],
};
