import { keeperOf } from "#domain/registers/incidents/may-act-on";
import { adviceWords } from "#domain/registers/incidents/words";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { type Around, type NextStep, stages } from "./step.ts";

/** Whether the regulator and the people are told: the tool advises, the lead advises, the controller decides. */
export function deciding({ incident }: CaseFile, { short, clinic }: Around): NextStep | undefined {
  if (incident.controllerIco !== "" || incident.icoSentAt !== "") return undefined;
  if (incident.toolAdvice === "")
    return {
      title: "Assess the risk",
      why: `A few questions on what it can mean for the people concerned. By them the tool advises whether the ${short} and the people are told.`,
      does: { opens: "assess" },
      button: "Open the questions",
      act: "breaches.assess",
      for: "",
      stage: stages.assessed,
    };
  if (incident.leadAdvice === "")
    return {
      title: "Give the lead\u2019s advice",
      why: `The tool says: ${lower(adviceWords(short)[incident.toolAdvice], short)}. The lead says what the clinic should do, and why.`,
      does: { opens: "advise" },
      button: "Give the advice",
      act: "breaches.advise",
      for: keeperOf({ ...incident, lead: clinic.lead, deputyLead: clinic.deputyLead }),
      stage: stages.assessed,
    };
  return {
    title: `Decide: tell the ${short} and the people?`,
    why: `The lead advises: ${lower(adviceWords(short)[incident.leadAdvice], short)}. The controller decides, with a reason either way.`,
    does: { opens: "decide" },
    button: "Open the decision",
    act: "breaches.decide",
    for: clinic.controller,
    stage: stages.assessed,
  };
}

/** Words of an advice within a sentence. */
const lower = (words: string, short: string): string =>
  words.startsWith(short) ? words : words.charAt(0).toLowerCase() + words.slice(1);
