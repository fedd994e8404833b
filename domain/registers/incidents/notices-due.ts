import { candourSteps } from "../../law/candour-rules.ts";
import { type FourAnswers, worksForNhs } from "../../law/four-answers.ts";
import { careNotices, writtenNotices } from "../../law/notices.ts";
import { noticesOfBefore } from "../../law/notices-of-before.ts";
import { sourceLine } from "../../law/rule.ts";

/**
 * Whom else the clinic may have to tell, by its four answers and what it is to others; a checklist, never a gate
 * (DOMAIN.md 0.1, "Other notices"). What the regulator of care and the duty of candour ask for stands in `domain/law`.
 */
export interface OtherNotice {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}

/** What the clinic is to others beside the law. */
export interface Profile {
  readonly insured: boolean;
  readonly commissioned: boolean;
}

/** The clinic as its notices see it. */
export type NoticeClinic = FourAnswers & { readonly profile: Profile | null };

type Listed = OtherNotice & { readonly only: (clinic: NoticeClinic) => boolean };

const always = () => true;
const others: readonly Listed[] = [
  {
    id: "police",
    text: "The police, where a crime may have been committed",
    source: "clinic breach policy",
    only: always,
  },
  {
    id: "insurer",
    text: "The insurer, under the terms of the policy",
    source: "insurance contract",
    only: ({ profile }) => profile?.insured === true,
  },
  {
    id: "commissioner",
    text: "The commissioner of the service",
    source: "NHS Standard Contract",
    only: ({ profile }) => profile?.commissioned === true,
  },
  {
    id: "dspt",
    text: "The DSPT incident tool, which tells the regulator of data as well",
    source: "NHS DSPT, Guide to the Notification of Data Security and Protection Incidents",
    only: (clinic) => clinic.nation === "england" && worksForNhs(clinic),
  },
  {
    id: "professional-body",
    text: "A professional regulator, where fitness to practise is in question",
    source: "GMC, NMC, HCPC guidance",
    only: always,
  },
];

const ofCare: readonly OtherNotice[] = [...careNotices, ...writtenNotices].map((rule) => ({
  id: rule.id,
  text: careText(rule.whom.toUpperCase(), rule.text),
  source: sourceLine(rule),
}));
const ofCandour: readonly OtherNotice[] = candourSteps.map(({ id, text, section }) => ({
  id,
  text: `Duty of candour: ${text}`,
  source: section,
}));

function careText(whom: string, text: string): string {
  return text.startsWith(`${whom}:`) ? text : `${whom}: ${text}`;
}

/** All that can be noted, whichever clinic it concerns. */
export const otherNotices: readonly OtherNotice[] = [
  ...others,
  ...ofCare,
  ...ofCandour,
  ...noticesOfBefore,
].map(({ id, text, source }) => ({ id, text, source }));

/** What was noted of a notice. */
export interface NoticeNoted {
  readonly done: boolean;
  /** Instant; '' where it is not done. */
  readonly at: string;
  readonly note: string;
}

/**
 * What this clinic may owe to others in an incident, and whatever was noted of others under earlier answers.
 *
 * @param lawful - What its law asks for in this case (`law/clocks.ts`).
 */
export function noticesFor(
  clinic: NoticeClinic,
  noted: Readonly<Record<string, NoticeNoted>> = {},
  lawful: readonly string[] = [],
): readonly OtherNotice[] {
  const offered = new Set([...others.filter(({ only }) => only(clinic)).map(({ id }) => id), ...lawful]);
  return otherNotices.filter(({ id }) => offered.has(id) || noted[id] !== undefined);
}
