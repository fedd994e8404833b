import type { ShareRule } from "#domain/law/share/rule";
import {
  type DisclosureFacts,
  detailProblem,
  disclosureProblem,
  smallCount,
} from "#domain/registers/disclosures/disclosure";
import { isRegistration, type RegistrationBody } from "#domain/registers/disclosures/share";
import type { Doing } from "../../acts/doing.ts";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { iso } from "../../base/time.ts";
import { nothingSaid } from "./enter.ts";

interface Gated {
  readonly given?: string | undefined;
  readonly how?: string | undefined;
  readonly smallest?: number | undefined;
  readonly professionalName?: string | undefined;
  readonly professionalBody?: string | undefined;
  readonly professionalNumber?: string | undefined;
  readonly professionalAt?: string | undefined;
  readonly disease?: string | undefined;
  readonly suspectedOn?: string | undefined;
}
interface GateProblem {
  readonly field: keyof Gated;
  readonly code: string;
  readonly says: string;
}

/** Which gate of the rule is open: what was given, who decided it, with body and number. */
export function gateProblem(data: Gated, rule: ShareRule): GateProblem | undefined {
  const missing = (field: keyof Gated, says: string) =>
    data[field] === undefined ? { field, code: "missing", says } : undefined;
  return (
    missing("given", "Say what was given.") ??
    missing("how", "Say how it was handed over.") ??
    (rule.id === "anonymous-figures" ? countProblem(data.smallest) : undefined) ??
    (rule.decides === "professional" ? professionalProblem(data, missing) : undefined) ??
    (rule.id === "notifiable-disease" ? notifyProblem(data, missing) : undefined)
  );
}

type Missing = (field: keyof Gated, says: string) => GateProblem | undefined;

function professionalProblem(data: Gated, missing: Missing): GateProblem | undefined {
  const open =
    missing("professionalName", "Say which registered professional decided.") ??
    missing("professionalBody", "Say with which body.");
  if (open) return open;
  const { professionalBody = "", professionalNumber = "", professionalAt = "" } = data;
  if (!isRegistration(professionalBody as RegistrationBody, professionalNumber))
    return {
      field: "professionalNumber",
      code: "invalid_format",
      says: `This is no number of ${professionalBody}.`,
    };
  if (professionalAt === "") return { field: "professionalAt", code: "missing", says: "Say at which time." };
  return Date.parse(professionalAt) > nowMs() + 60_000
    ? { field: "professionalAt", code: "in-future", says: "This time is still to come." }
    : undefined;
}

function notifyProblem(data: Gated, missing: Missing): GateProblem | undefined {
  if (data.professionalBody !== "GMC")
    return {
      field: "professionalBody",
      code: "does-not-fit",
      says: "A registered medical practitioner notifies: GMC.",
    };
  return (
    missing("disease", "Say which disease is suspected.") ??
    missing("suspectedOn", "Say since which day it is suspected.")
  );
}

function countProblem(smallest: number | undefined): GateProblem | undefined {
  if (smallest === undefined)
    return { field: "smallest", code: "missing", says: "Say the smallest count in the figures." };
  return smallest > 0 && smallest < smallCount
    ? {
        field: "smallest",
        code: "does-not-fit",
        says: `A count below ${smallCount} may tell who it is: leave it out.`,
      }
    : undefined;
}

/**
 * The same gate once the lead decides.
 *
 * @throws {BadRequestError} For what the question came without: it is entered where everything can be said.
 */
export function requireGateOf(
  share: pb.Record,
  { given, how }: Doing<"shares.decide">["data"],
  rule: ShareRule | undefined,
): void {
  if (rule === undefined) refuse("data.decision", "open", elsewhere("What was answered is not whole."));
  const names = [
    "professionalName",
    "professionalBody",
    "professionalNumber",
    "disease",
    "suspectedOn",
  ] as const;
  const kept = Object.fromEntries(names.map((name) => [name, share.getString(name) || undefined]));
  const at = share.getString("professionalAt");
  const smallest = share.getInt("smallest");
  const problem = gateProblem(
    {
      ...{ given, how, ...kept },
      professionalAt: at === "" ? undefined : iso(at),
      smallest: smallest < 0 ? undefined : smallest,
    },
    rule,
  );
  if (problem) refuse("data.decision", "does-not-fit", elsewhere(problem.says));
}

const elsewhere = (says: string): string => `${says} Enter it under Disclosures.`;

/** @throws {BadRequestError} For what the register of disclosures itself would refuse, by the field that can be said here. */
export function requireDisclosure(entered: object, facts: DisclosureFacts): void {
  const all = { ...nothingSaid, ...entered } as unknown as Parameters<typeof detailProblem>[0];
  const problem = disclosureProblem(facts) ?? detailProblem(all, facts.outcome);
  if (!problem) return;
  const here = ["how", "others", "ground", "checked", "harmIfNot", "harmIf"].includes(problem.field);
  if (here) refuse(`data.${problem.field}`, "does-not-fit", problem.says);
  refuse("data.given", "does-not-fit", elsewhere(problem.says));
}
