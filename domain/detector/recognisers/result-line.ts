import { byPattern, type Recogniser } from "../recogniser.ts";
import { clinicalWords } from "../words/clinical.ts";

const range =
  /(?<![\d./:-])[<>]?\d{1,4}(?:\.\d{1,2})?[*HL]?[ \t|,;*HL]{1,6}(?:[A-Za-z%\u00b5\u03bc^*/0-9]{1,12}[ \t|,;\n]{1,4})?[([]?\d{1,4}(?:\.\d{1,3})? ?[-\u2013] ?\d{1,4}(?:\.\d{1,3})?(?![\d/-])/g;
const word = /[A-Za-z][A-Za-z0-9]*/g;
const short =
  /^(?:na|k|hb|mcv|wcc|wbc|plt|crp|esr|urea|alt|alp|tsh|t4|psa|inr|ferritin|ca|alb|gluc|egfr|b12)$/;

/** A measured value beside what is normal: a test's name, a number, and a range. */
export const resultLine: Recogniser<"result-line"> = {
  name: "result-line",
  kind: "test-result",
  source: "Laboratory reports: analyte, value, unit, reference range",
  see: byPattern(range, ({ before }) => {
    const line = before.slice(before.lastIndexOf("\n", before.length - 30) + 1);
    return (line.match(word) ?? []).slice(-5).some((one) => {
      const small = one.toLowerCase();
      return clinicalWords.get(small) === "test-result" || short.test(small);
    });
  }),
  flags: ["Sodium 128 mmol/L 133-146", "Hb 98 L 115-165", "Creatinine\t188\tumol/L\t45-84"],
  passes: ["Room 3, 10-12", "Hb g/L 115-165", "Week 3 5-10 reps"],
};
