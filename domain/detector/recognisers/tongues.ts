import { canBeBirthday, dateSource } from "../calendar.ts";
import { byPattern, type Recogniser, type Section } from "../recogniser.ts";
import { birthLabels, latinCare, latinTitles, otherCare, otherTitles } from "../words/tongues.ts";
import { namePart } from "./names.ts";

const letter = "A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff";
const latinWords = byPattern(
  new RegExp(
    `(?<![${letter}])(?:${latinCare.join("|").replaceAll("\\w", `[${letter}]`)})(?![${letter}])`,
    "gi",
  ),
);
const otherWords = byPattern(new RegExp(`(?:${otherCare.join("|")})`, "g"));
/** Letters of other scripts: where there are none, nobody looks for words of theirs. */
const otherScript = /[\u0400-\u06ff\u0900-\u0d7f\u3400-\u9fff]/;

export const tongueCare: Recogniser<"tongue-care"> = {
  name: "tongue-care",
  kind: "treatment-note",
  source: "words/tongues.ts",
  *see(section) {
    yield* latinWords(section);
    if (otherScript.test(section.text)) yield* otherWords(section);
  },
  flags: [
    "Przypominamy o wizycie u lekarza",
    "programarea la medicul",
    "Ba\u015f a\u011fr\u0131s\u0131 i\u00e7in randevunuz",
    "\u0645\u0648\u0639\u062f\u0643 \u0641\u064a \u0627\u0644\u0639\u064a\u0627\u062f\u0629",
    "Byddwn yn trin eich pen-glin",
  ],
  passes: ["the consultant", "medical", "a receptionist", "Dolores", "clinic"],
};

const dateInWords = `\\d{1,2}(?:\\.|º|°)?(?: de| -)? ?[${letter}\\u0370-\\u1dff\\u3400-\\u9fff]{2,14}\\.?(?: de)? ?(?:19|20)\\d\\d`;
const born = new RegExp(
  `(?:${birthLabels})[^\\dA-Za-z\\n]{0,14}(?:\\n[^\\dA-Za-z\\n]{0,6})?(?:(?:a|em|el|il|le|la|on) )?(${dateSource}|${dateInWords})`,
  "gi",
);

/** A day of birth behind its label in another language than English. */
export const bornElsewhere: Recogniser<"born-in-words"> = {
  name: "born-in-words",
  kind: "date-of-birth",
  source: "words/tongues.ts",
  see: byPattern(born, ({ groups }) => {
    const date = groups[0] ?? "";
    return !/^\d{1,4}[/.-]/.test(date) || canBeBirthday(date);
  }),
  flags: [
    "data urodzenia: 07.08.1986",
    "Data nașterii: 15.03.1964",
    "Nascida a 9 de outubro de 1970",
    "تاريخ الميلاد: 22/01/1968",
    "જન્મ તારીખ: 03/09/1951",
    "pan Zbigniew Sroka, ur. 1959-12-02",
    "پیدائش 2 مارچ 1955",
  ],
  passes: [
    "Data urodzenia: ____ / ____",
    "تاريخ الميلاد: __ / __",
    "for 1959-12-02",
    "data urodzenia: 45.13.1986",
  ],
};

const latinName = byPattern(
  new RegExp(`(?<![${letter}])(?:${latinTitles}) ?${namePart}(?: ${namePart})?`, "g"),
);
const otherName = byPattern(
  new RegExp(
    `(?:${otherTitles})[ :：]{1,3}(?=[\\u0400-\\u06ff\\u0900-\\u0d7f\\u3400-\\u9fffA-Z])[^\\s،,.:：]{2,30}|[\\u3400-\\u9fff]{2,4}(?:先生|女士|小姐)`,
    "g",
  ),
);
/** Letters without which `pan` is a pan. */
const polish = /[\u0105\u0119\u0142\u015b\u017c\u017a\u0107\u0144]/;
/** In another script a title is one only where the script is. */
const named = function* (section: Section) {
  const isPolish = polish.test(section.text);
  for (const seen of latinName(section))
    if (isPolish || !/^pan/i.test(section.text.slice(seen.start, seen.end))) yield seen;
  if (otherScript.test(section.text)) yield* otherName(section);
};

export const tongueName: Recogniser<"tongue-name"> = {
  name: "tongue-name",
  kind: "name",
  source: "words/tongues.ts",
  see: named,
  flags: [
    "Szanowna Pani Agnieszko Wrona,",
    "Stimată doamnă Doina Stanciu,",
    "Exma. Senhora Conceição Figueiredo",
    "Sayın Fatma Şahin",
    "السيد سامر حداد",
    "પ્રિય શ્રીમતી હંસા પટેલ,",
    "محترمہ شازیہ اقبال",
  ],
  passes: ["Imię i nazwisko: ____", "the pan on the stove", "الاسم الكامل: ____", "Szanowni Państwo"],
};
