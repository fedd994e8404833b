import { policy } from "../policy.ts";

export type PasswordProblem = "too-short" | "too-long" | "common" | "names-somebody";

/** Sentences that mend, one for each problem. */
export const passwordTold = {
  "too-short": `Use at least ${policy.passwordShortest.amount} characters.`,
  "too-long": `Use at most ${policy.passwordLongest.amount} characters.`,
  common: "This one is among the first that are tried. Use four or more words that do not belong together.",
  "names-somebody": "Leave out your own name, your address and the clinic’s name.",
} as const satisfies Record<PasswordProblem, string>;

/**
 * What is wrong with a password that somebody chooses.
 *
 * @param names - The person's name, address and clinic: none of their words of four letters or more may make up
 *   most of the password.
 * @see NCSC, "Password policy": length and a deny list, no rules of composition, no expiry.
 */
export function passwordProblem(password: string, names: readonly string[]): PasswordProblem | undefined {
  if (Array.from(password).length < policy.passwordShortest.amount) return "too-short";
  if (utf8Length(password) > policy.passwordLongest.amount) return "too-long";
  const forms = [withoutSigns(password), withDigitsRead(password)];
  if (forms.some((form) => isMonotonous(form) || without(form, commonest).length < 4)) return "common";
  const words = names
    .flatMap((name) => name.toLowerCase().split(/[^a-z]+/))
    .filter((word) => word.length > 3);
  const bare = withoutSigns(password);
  const left = without(bare, words);
  return left !== bare && left.length < 8 ? "names-somebody" : undefined;
}

/** In lower case, without digits, blanks and signs: what they add is what everybody adds. */
const withoutSigns = (password: string): string => password.toLowerCase().replace(/[\s!-@[-`{-~]/g, "");

/** In lower case, with the usual signs read as the letters that they stand for: p455w0rd. */
function withDigitsRead(password: string): string {
  const letters: Record<string, string> = {
    "4": "a",
    "@": "a",
    "0": "o",
    "1": "i",
    "3": "e",
    $: "s",
    "5": "s",
  };
  return password
    .toLowerCase()
    .replace(/[4@013$5]/g, (sign) => letters[sign] ?? sign)
    .replace(/[^a-z\u0080-\uffff]/g, "");
}

const without = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.split(word).join(""), text);

/** Fewer than four different letters, or a run along the alphabet or the keyboard. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 4) return true;
  const rows = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];
  return rows.some((row) => row.includes(text) || [...row].reverse().join("").includes(text));
}

/** Bytes that bcrypt sees. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** What the commonest are made of: a password of these and up to three letters more is no password. */
const commonest: readonly string[] = [
  "password",
  "passwort",
  "letmein",
  "welcome",
  "qwertyuiop",
  "qwerty",
  "administrator",
  "iloveyou",
  "football",
  "liverpool",
  "chelsea",
  "arsenal",
  "sunshine",
  "princess",
  "monkey",
  "dragon",
  "changeme",
  "trustno",
  "superman",
  "whatever",
  "starwars",
  "correcthorsebatterystaple",
  "chaperone",
  "reception",
  "physiotherapy",
  "physio",
  "clinic",
  "cliniko",
  "abc",
  "summer",
  "winter",
  "spring",
  "autumn",
];
