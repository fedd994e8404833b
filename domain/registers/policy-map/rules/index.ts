import type { KeepRule } from "../rule.ts";
import { accessRules } from "./access.ts";
import { keepingRules } from "./keeping.ts";
import { mailRules } from "./mail.ts";
import { paperRules, uncoveredRules } from "./paper.ts";
import { registerRules } from "./registers.ts";
import { sayingRules } from "./sayings.ts";

/** Every rule that suggests what keeps a sentence, in the order in which they are asked: the first that fits, counts. */
export const keepRules: readonly KeepRule[] = [
  ...sayingRules.filter(({ id }) => ["lead-in", "about-policy", "what-we-hold-item", "in-use"].includes(id)),
  ...uncoveredRules.filter(({ id }) => ["phones", "ai-tools", "fax-machines", "usb"].includes(id)),
  ...keepingRules.filter(({ id }) => id.startsWith("cctv")),
  ...registerRules.filter(({ id }) =>
    ["confidentiality-signed", "policy-acknowledged", "policy-reviewed"].includes(id),
  ),
  ...paperRules.filter(({ id }) => id !== "paper-locked"),
  ...accessRules,
  ...paperRules.filter(({ id }) => id === "paper-locked"),
  ...keepingRules.filter(({ id }) => !id.startsWith("cctv")),
  ...mailRules,
  ...registerRules.filter(
    ({ id }) => !["confidentiality-signed", "policy-acknowledged", "policy-reviewed"].includes(id),
  ),
  ...uncoveredRules.filter(({ id }) => !["phones", "ai-tools", "fax-machines", "usb"].includes(id)),
  ...sayingRules.filter(({ id }) => !["lead-in", "about-policy", "what-we-hold-item", "in-use"].includes(id)),
];
