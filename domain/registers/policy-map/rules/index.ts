import type { KeepRule } from "../rule.ts";
import { accessRules } from "./access.ts";
import { keepingRules } from "./keeping.ts";
import { mailRules } from "./mail.ts";
import { paperRules, uncoveredRules } from "./paper.ts";
import { registerRules } from "./registers.ts";
import { sayingRules } from "./sayings.ts";

const narrow = [sayingRules, uncoveredRules, keepingRules, registerRules, paperRules].flat();
const wide = [
  accessRules,
  paperRules,
  keepingRules,
  mailRules,
  registerRules,
  uncoveredRules,
  sayingRules,
].flat();

/** Every rule that suggests what keeps a sentence, in the order in which they are asked: the first that fits, counts. */
export const keepRules: readonly KeepRule[] = [
  ...narrow.filter(({ first }) => first),
  ...wide.filter(({ first }) => !first),
];
