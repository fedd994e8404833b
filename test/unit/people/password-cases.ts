import type { PasswordProblem } from "#domain/people/password";

/** Whose password it would be. */
export const names = ["Priya Raman", "priya.raman@harbour.example", "Harbour Physiotherapy"];

/** Password, what is wrong with it, and what the case is about. Run in Node and in PocketBase's engine. */
export const passwordCases: readonly (readonly [string, PasswordProblem | undefined, string])[] = [
  ["elevenchars", "too-short", "eleven characters"],
  ["nine slow herons wading", undefined, "four words"],
  ["k3vt9w2hq7mz", undefined, "twelve at random"],
  ["цапли вброд", "too-short", "eleven characters in another alphabet"],
  ["цапли идут вброд", undefined, "long enough in another alphabet"],
  ["Password1234!", "common", "the commonest, with what everybody adds"],
  ["P455w0rd!P455w0rd!", "common", "the commonest twice, with digits for letters"],
  ["welcome-password-2026", "common", "two of the commonest"],
  ["123456789012", "common", "digits alone"],
  ["aaaaaaaaaaaa", "common", "one letter"],
  ["qwertyuiop1234", "common", "along the keyboard"],
  ["lkjhgfdsapoiuy", "common", "along the keyboard, backwards"],
  ["Summer2026!Summer", "common", "a season and a year"],
  ["harbourpriya2026", "names-somebody", "the clinic's and one's own name"],
  ["Raman.Raman.Raman", "names-somebody", "one's own name three times"],
  ["harbour lights over slack water", undefined, "the clinic's name among others"],
  ["x7".repeat(36), "too-long", "72 bytes"],
  ["é".repeat(36), "too-long", "36 characters of two bytes"],
];
