/** A profession and its register; `counts`: one of DPA 2018 s.204, whose opinion opens the serious-harm gate. */
export interface Profession {
  readonly name: string;
  readonly body: string;
  readonly counts: boolean;
  /** Form of its registration number. */
  readonly number: RegExp;
  readonly example: string;
}

const gmc = { body: "GMC", counts: true, number: /^\d{7}$/, example: "1234567" };
const nmc = { body: "NMC", counts: true, number: /^\d{2}[A-Z]\d{4}[A-Z]$/, example: "71A2998E" };
const hcpc = { body: "HCPC", counts: true, number: /^[A-Z]{2,3}\d{1,6}$/, example: "PH095159" };
const digits = { counts: true, number: /^\d{3,7}$/, example: "1234" };
const none = { body: "", counts: false, number: /^.*$/, example: "" };

/** Those a clinic is likely to ask, and those whose word is often taken for one that counts. */
export const professions = {
  doctor: { name: "doctor", ...gmc },
  associate: { name: "physician or anaesthesia associate", ...gmc },
  nurse: { name: "nurse or midwife", ...nmc },
  dentist: { name: "dentist", body: "GDC", ...digits },
  optician: {
    name: "optometrist or dispensing optician",
    body: "GOC",
    ...digits,
    number: /^(?:D-)?\d{2}-?\d{3,6}$/,
  },
  osteopath: { name: "osteopath", body: "GOsC", ...digits },
  chiropractor: { name: "chiropractor", body: "GCC", ...digits },
  pharmacist: { name: "pharmacist or pharmacy technician", body: "GPhC or PSNI", ...digits },
  physiotherapist: { name: "physiotherapist", ...hcpc },
  psychologist: { name: "practitioner psychologist", ...hcpc, example: "PYL12345" },
  podiatrist: { name: "podiatrist or chiropodist", ...hcpc, example: "CH029821" },
  hcpc: { name: "another profession of the HCPC", ...hcpc },
  "child-psychotherapist": { name: "child psychotherapist", body: "ACP", ...digits },
  counsellor: { name: "counsellor or psychotherapist", ...none },
  acupuncturist: { name: "acupuncturist", ...none },
  massage: { name: "massage or beauty therapist", ...none },
  "dental-nurse": { name: "dental nurse or hygienist", ...none },
} as const satisfies Readonly<Record<string, Profession>>;
export type ProfessionKey = keyof typeof professions;
export const professionKeys = Object.keys(professions) as [ProfessionKey, ...ProfessionKey[]];

/** What is wrong with an opinion by this profession under this number; undefined where it opens the gate. */
export function professionProblem(
  key: ProfessionKey,
  number: string,
): { readonly field: "profession" | "number"; readonly says: string } | undefined {
  const one: Profession = professions[key];
  if (!one.counts)
    return {
      field: "profession",
      says: `The word of a ${one.name} does not open this gate: section 204 names other professions. Ask another.`,
    };
  if (!one.number.test(number.toUpperCase()))
    return { field: "number", says: `Enter the number as the ${one.body} gives it, such as ${one.example}.` };
  return undefined;
}
