import { nations } from "./four-answers.ts";
import type { LawRule } from "./rule.ts";

const watches = "Whoever records what workers do";

/**
 * What a clinic works under that records what its staff do with patients' records. All of it is law of the whole United
 * Kingdom; only the regulator's page was read, the rest is told by others.
 */
export const monitoringRules: readonly LawRule[] = [
  {
    id: "monitoring-guidance",
    nations,
    binds: watches,
    text: "Necessary for a purpose that is named, with no less intrusive way; the team’s views sought, or why not; specific privacy information that is easy to find; what is processed written down",
    source: {
      title: "ico.org.uk, Monitoring workers",
      section: "checklists, as stored",
      read: "2026-11-22",
    },
    sure: "read",
    policy: true,
  },
  {
    id: "monitoring-assessment",
    nations,
    binds: watches,
    text: "A data protection impact assessment before it begins: it is systematic, of workers, and touches health",
    source: { title: "UK GDPR", section: "Art 35(1)", read: "" },
    sure: "second-hand",
  },
  {
    id: "monitoring-basis",
    nations,
    binds: watches,
    text: "A lawful basis: for the access log legitimate interests, Art 6(1)(f), and for what it says of health Art 9(2)(h). Consent of staff is rarely free",
    source: {
      title: "UK GDPR",
      section: "Arts 6(1)(f) and 9(2)(h); Data Protection Act 2018, Sch 1 para 2",
      read: "",
    },
    sure: "second-hand",
  },
  {
    id: "monitoring-allegation",
    nations,
    binds: "Whoever writes down that somebody looked without reason",
    text: "May be data about an alleged offence: a condition of Sch 1 and a policy document of its own",
    source: {
      title: "UK GDPR",
      section: "Art 10; Data Protection Act 2018, s.11(2) and Sch 1 para 10",
      read: "",
    },
    sure: "second-hand",
  },
  {
    id: "monitoring-interception",
    nations,
    binds: "Whoever looks into messages on a system of their own",
    text: "All reasonable efforts to tell every person who may use the system, locums and cleaners too",
    source: {
      title: "Investigatory Powers Act 2016",
      section: "s.3, with SI 2018/356, reg 4(1)(c)",
      read: "",
    },
    sure: "second-hand",
  },
  {
    id: "monitoring-device",
    nations,
    binds: "Whoever stores on a device, or reads from it",
    text: "On a worker’s own device the worker is the subscriber, on the clinic’s the clinic: nothing is recorded on an own device unless the lead allows it with a reason",
    source: { title: "SI 2003/2426 (PECR)", section: "reg 6 and Sch A1", read: "" },
    sure: "second-hand",
  },
];
