import { gapInWords } from "#domain/registers/incidents/gaps";
import { type ClosingGap, missingForClosing } from "#domain/registers/incidents/state";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { closingFacts } from "#lib/registers/incidents/dialogs/decide/closing-facts.ts";
import { gapSteps } from "./gap-steps.ts";
import { type Around, type NextStep, stages } from "./step.ts";

/** People come before the rest: they wait for word. */
const order: readonly ClosingGap[] = ["law-owed", "nobody-listed", "people-not-told", "not-contained"];

/** What is missing before it can be closed, one thing at a time; without any, the closing itself. */
export function beforeClosing(file: CaseFile, { clinic, zone }: Around): NextStep {
  const facts = closingFacts(file, clinic, zone);
  const gaps = missingForClosing(file.incident.state, facts);
  const gap = order.find((one) => gaps.includes(one)) ?? gaps[0];
  if (gap === undefined)
    return {
      title: "Close it",
      why: "Nothing is missing. A closed incident is frozen: addenda only, until it is reopened with a reason.",
      does: { opens: "close" },
      button: "Open the closing",
      act: "breaches.close",
      for: "",
      stage: stages.closed,
    };
  const others = gaps.length - 1;
  const rest = others === 0 ? "" : ` ${others} more before it can be closed.`;
  const says = gapInWords(gap, facts);
  const step = gapSteps[gap] ?? {
    title: says,
    does: { opens: "close" },
    button: "See what is missing",
    act: "breaches.close",
  };
  return { stage: stages.closed, ...step, why: `${says}.${rest}`, for: "" };
}
