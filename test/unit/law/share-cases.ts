import type { ShareAnswers } from "#domain/law/share/questions";
import type { Verdict } from "#domain/law/share/rule";

/** A worked case: what was answered, and by which rule it comes to what. */
export type ShareCase = readonly [says: string, answers: ShareAnswers, rule: string, verdict: Verdict];

const calm = { danger: "no", law: "none", ask: "yes", professional: "other" } as const;
const adult = { capacity: "able" } as const;
const patient = { asker: "patient", verified: "known", purpose: "own", decision: "yes", ...calm, ...adult } as const;
const family = { asker: "family", verified: "known", purpose: "inform", what: "appointments", ...calm, ...adult } as const;
const clinician = { asker: "clinician", verified: "back", purpose: "care", what: "part", ...calm, ...adult } as const;
const solicitor = { asker: "solicitor", verified: "written", purpose: "claim", what: "part", ...calm, ...adult } as const;
const insurer = { ...solicitor, asker: "insurer", purpose: "insurance" } as const;
const employer = { ...solicitor, asker: "employer", purpose: "employment" } as const;
const police = { asker: "police", verified: "written", purpose: "crime", what: "part", decision: "nothing", ...calm, ...adult } as const;
const court = { asker: "court", verified: "written", purpose: "court", what: "part", decision: "nothing", ...calm, ...adult } as const;
const regulator = { asker: "regulator", verified: "written", purpose: "regulation", what: "part", decision: "nothing", ...calm, ...adult } as const;
const council = { asker: "council", verified: "back", purpose: "child", what: "part", decision: "nothing", ...calm, capacity: "childUnable" } as const;
const ours = { asker: "ourselves", verified: "known", what: "part", decision: "nothing", ...calm, ...adult } as const;
const researcher = { asker: "researcher", verified: "written", purpose: "research", what: "part", ...calm, ...adult } as const;
const manager = { asker: "manager", verified: "known", purpose: "planning", what: "part", ...calm, ...adult } as const;
const registered = { professional: "registered" } as const;
const danger = { danger: "yes", ask: "absent" } as const;

export const shareCases: readonly ShareCase[] = [
  // The patient, and who acts for them.
  ["a patient at the desk asks when to come", { ...patient, what: "appointments" }, "patient-appointments", "permit"],
  ["a patient rung back asks the same", { ...patient, verified: "back", what: "appointments" }, "patient-appointments", "permit"],
  ["a patient who asks whether they are on the list", { ...patient, what: "whether" }, "patient-appointments", "permit"],
  ["a child who understands asks for the appointment", { ...patient, what: "appointments", capacity: "childAble" }, "patient-appointments", "permit"],
  ["a child who does not understand asks for it", { ...patient, what: "appointments", capacity: "childUnable" }, "unforeseen", "ask"],
  ["a patient who lacks capacity asks for it", { ...patient, what: "appointments", capacity: "unable" }, "unforeseen", "ask"],
  ["a voice that says it is the patient", { ...patient, verified: "no", what: "appointments" }, "not-verified", "ask"],
  ["a patient wants the whole record", { ...patient, what: "whole" }, "patient-record", "ask"],
  ["a patient wants one letter", { ...patient, what: "part" }, "patient-record", "ask"],
  ["a patient writes for the appointments", { ...patient, verified: "written", what: "appointments" }, "unforeseen", "ask"],
  ["a mother for a small child", { ...family, asker: "proxy", capacity: "childUnable", decision: "nothing" }, "proxy", "ask"],
  ["an attorney for a patient who can’t decide", { ...family, asker: "proxy", capacity: "unable", decision: "nothing" }, "proxy", "ask"],
  ["a guardian who rang", { ...family, asker: "proxy", verified: "no", capacity: "unable", decision: "nothing" }, "not-verified", "ask"],
  ["an attorney wants the whole record", { ...family, asker: "proxy", what: "whole", capacity: "unable", decision: "nothing" }, "proxy", "ask"],
  // Family and friends.
  ["daughter Ann, appointments, release stands", { ...family, decision: "yes" }, "family-release", "permit"],
  ["the same, rung back", { ...family, verified: "back", decision: "yes" }, "family-release", "permit"],
  ["the same for how the treatment goes", { ...family, what: "part", decision: "yes" }, "family-release", "permit"],
  ["the same, of a child who understands", { ...family, decision: "yes", capacity: "childAble" }, "family-release", "permit"],
  ["daughter Ann, but nobody knows her voice", { ...family, verified: "no", decision: "yes" }, "unforeseen", "ask"],
  ["a husband without a release", { ...family, decision: "nothing" }, "family-without", "refuse"],
  ["a husband after the patient said no", { ...family, decision: "no" }, "family-without", "refuse"],
  ["an ex-partner who knows the birthday", { ...family, verified: "no", decision: "nothing" }, "family-without", "refuse"],
  ["a friend asks whether she is here", { ...family, what: "whether", decision: "nothing" }, "family-without", "refuse"],
  ["a brother wants the whole record with a release", { ...family, what: "whole", decision: "yes" }, "family-whole", "refuse"],
  ["a brother wants it without", { ...family, what: "whole", decision: "nothing" }, "family-without", "refuse"],
  ["a son wants it for his claim", { ...family, purpose: "claim", what: "whole", decision: "nothing" }, "family-whole", "refuse"],
  ["a wife, it is not known whether a release stands", { ...family, decision: "unsure" }, "unforeseen", "ask"],
  ["a wife of a patient who can’t decide", { ...family, capacity: "unable", decision: "nothing" }, "family-unable", "ask"],
  ["a grandmother of a small child", { ...family, capacity: "childUnable", decision: "nothing" }, "family-unable", "ask"],
  ["family, somebody’s life is in danger", { ...family, ...danger, decision: "nothing" }, "danger-professional", "ask"],
  ["the same with a registered professional", { ...family, ...danger, ...registered, decision: "nothing" }, "unforeseen", "ask"],
  ["family for an insurance, with a yes", { ...family, purpose: "insurance", decision: "yes" }, "unforeseen", "ask"],
  // Who treats the patient too.
  ["a GP asks what the treatment needs", { ...clinician, decision: "nothing" }, "care-shared", "permit"],
  ["a hospital in writing", { ...clinician, verified: "written", decision: "nothing" }, "care-shared", "permit"],
  ["a physiotherapist with the patient’s yes", { ...clinician, decision: "yes" }, "care-shared", "permit"],
  ["an emergency ward for a patient who can’t speak", { ...clinician, ...danger, capacity: "unable", decision: "nothing" }, "care-shared", "permit"],
  ["a GP for a small child", { ...clinician, capacity: "childUnable", decision: "nothing" }, "care-shared", "permit"],
  ["a GP for the appointments", { ...clinician, what: "appointments", decision: "nothing" }, "care-shared", "permit"],
  ["a voice that says it is a ward", { ...clinician, verified: "no", decision: "nothing" }, "not-verified", "ask"],
  ["a GP, the patient opted out", { ...clinician, decision: "no" }, "clinician-refused", "refuse"],
  ["a GP, a child who understands opted out", { ...clinician, capacity: "childAble", decision: "no" }, "clinician-refused", "refuse"],
  ["a ward, opted out, life in danger, desk alone", { ...clinician, ...danger, decision: "no" }, "danger-professional", "ask"],
  ["the same with a registered professional", { ...clinician, ...danger, ...registered, decision: "no" }, "unforeseen", "ask"],
  ["a GP wants everything", { ...clinician, what: "whole", decision: "nothing" }, "clinician-whole", "ask"],
  ["a clinic wants everything with a yes", { ...clinician, what: "whole", decision: "yes" }, "clinician-whole", "ask"],
  ["a clinic asks for research", { ...clinician, purpose: "research", decision: "nothing" }, "unforeseen", "ask"],
  ["a clinic, capacity not known", { ...clinician, capacity: "unsure", decision: "nothing" }, "unforeseen", "ask"],
  // Solicitors, insurers, employers.
  ["a solicitor with a signed release", { ...solicitor, decision: "yes" }, "office-release", "permit"],
  ["a solicitor for the appointments", { ...solicitor, what: "appointments", decision: "yes" }, "office-release", "permit"],
  ["a solicitor, release for the whole record", { ...solicitor, what: "whole", decision: "yes" }, "solicitor-whole", "permit"],
  ["the same, only rung back", { ...solicitor, verified: "back", what: "whole", decision: "yes" }, "unforeseen", "ask"],
  ["a solicitor without a release", { ...solicitor, decision: "nothing" }, "office-without", "refuse"],
  ["a solicitor after it was taken back", { ...solicitor, decision: "no" }, "office-without", "refuse"],
  ["a solicitor who names Schedule 2", { ...solicitor, law: "allows", decision: "nothing" }, "office-without", "refuse"],
  ["a solicitor with a court order", { ...solicitor, law: "order", decision: "nothing" }, "court-order", "permit"],
  ["a solicitor who rang", { ...solicitor, verified: "no", decision: "yes" }, "not-verified", "ask"],
  ["an insurer with a release", { ...insurer, decision: "yes" }, "office-release", "permit"],
  ["an insurer wants the whole record with a yes", { ...insurer, what: "whole", decision: "yes" }, "office-whole", "refuse"],
  ["an insurer without", { ...insurer, decision: "nothing" }, "office-without", "refuse"],
  ["an insurer, decision not known", { ...insurer, decision: "unsure" }, "unforeseen", "ask"],
  ["an employer with a release", { ...employer, decision: "yes" }, "office-release", "permit"],
  ["an employer asks whether she came", { ...employer, what: "whether", decision: "nothing" }, "office-without", "refuse"],
  ["an employer wants the whole record with a yes", { ...employer, what: "whole", decision: "yes" }, "office-whole", "refuse"],
  ["an employer asks whether she came, with a yes", { ...employer, what: "whether", decision: "yes" }, "unforeseen", "ask"],
  ["an employer of a patient who can’t decide, with a yes", { ...employer, capacity: "unable", decision: "yes" }, "unforeseen", "ask"],
  // Police.
  ["police without an order, in writing", police, "police-without-order", "ask"],
  ["police on the telephone, whether she came", { ...police, verified: "no", what: "whether" }, "police-without-order", "ask"],
  ["police who name Schedule 2", { ...police, law: "allows" }, "police-without-order", "ask"],
  ["police, the patient said no", { ...police, decision: "no" }, "police-without-order", "ask"],
  ["police with an order, in writing", { ...police, law: "order" }, "court-order", "permit"],
  ["police with an order, rung back", { ...police, verified: "back", law: "order" }, "court-order", "permit"],
  ["police with an order against the patient’s no", { ...police, law: "order", decision: "no" }, "court-order", "permit"],
  ["police with an order, number only said", { ...police, verified: "no", law: "order" }, "unforeseen", "ask"],
  ["police with the patient’s yes", { ...police, decision: "yes" }, "police-consent", "permit"],
  ["police with the yes of a child", { ...police, decision: "yes", capacity: "childAble" }, "unforeseen", "ask"],
  ["police name the Road Traffic Act", { ...police, law: "duty" }, "police-duty", "ask"],
  ["police about terrorism, a duty named", { ...police, purpose: "terrorism", law: "duty" }, "police-duty", "ask"],
  ["police about terrorism, none named", { ...police, purpose: "terrorism" }, "police-without-order", "ask"],
  ["police, a life in danger now, desk alone", { ...police, ...danger, purpose: "others" }, "danger-professional", "ask"],
  ["the same, a registered doctor decides", { ...police, ...danger, purpose: "others", ...registered }, "risk-to-others", "permit"],
  ["the same, whether the person is here", { ...police, ...danger, purpose: "others", what: "whether", ...registered }, "risk-to-others", "permit"],
  ["the same, the whole record", { ...police, ...danger, purpose: "others", what: "whole", ...registered }, "unforeseen", "ask"],
  ["the same, the patient can be asked", { ...police, danger: "yes", purpose: "others", ...registered }, "ask-patient-first", "ask"],
  ["police look for a patient who may harm herself, unable", { ...police, ...danger, purpose: "self", capacity: "unable", ...registered }, "risk-to-self", "permit"],
  ["the same of an adult who can decide", { ...police, ...danger, purpose: "self", ...registered }, "unforeseen", "ask"],
  ["police, danger not known", { ...police, danger: "unsure" }, "unforeseen", "ask"],
  ["police want the whole record, no order", { ...police, what: "whole" }, "police-without-order", "ask"],
  ["a missing person, no danger known", { ...police, purpose: "inform" }, "unforeseen", "ask"],
  // Courts and regulators.
  ["a court orders one letter", { ...court, law: "order" }, "court-order", "permit"],
  ["a court orders the whole record", { ...court, law: "order", what: "whole" }, "court-order", "permit"],
  ["a court’s order, read on the telephone", { ...court, law: "order", verified: "no" }, "not-verified", "ask"],
  ["a coroner writes without an order", court, "unforeseen", "ask"],
  ["a family court about a child, order", { ...court, purpose: "child", law: "order" }, "court-order", "permit"],
  ["CQC with a notice under its power", { ...regulator, law: "power" }, "regulator-power", "permit"],
  ["HCPC with a notice", { ...regulator, law: "power", verified: "back" }, "regulator-power", "permit"],
  ["the same against the patient’s no", { ...regulator, law: "power", decision: "no" }, "regulator-power", "permit"],
  ["GMC only asks, the patient can be asked", regulator, "ask-patient-first", "ask"],
  ["GMC only asks, the patient can’t be", { ...regulator, ask: "absent" }, "regulator-asks", "ask"],
  ["a regulator wants whole records by its power", { ...regulator, law: "power", what: "whole" }, "ask-patient-first", "ask"],
  ["a regulator who rang", { ...regulator, verified: "no", law: "power" }, "not-verified", "ask"],
  // Safeguarding.
  ["a council about a child, a registered professional decides", { ...council, ...registered }, "safeguarding-child", "permit"],
  ["the same, the patient is the mother", { ...council, capacity: "able", ...registered }, "safeguarding-child", "permit"],
  ["the same against the mother’s no", { ...council, capacity: "able", decision: "no", ...registered }, "safeguarding-child", "permit"],
  ["a council about a child, the desk alone", council, "unforeseen", "ask"],
  ["the same in danger, the desk alone", { ...council, ...danger }, "danger-professional", "ask"],
  ["a council wants the child’s whole record", { ...council, what: "whole", ...registered }, "unforeseen", "ask"],
  ["a council who rang", { ...council, verified: "no", ...registered }, "not-verified", "ask"],
  ["a council about an adult who can’t decide", { ...council, purpose: "adult", capacity: "unable", ...registered }, "safeguarding-adult", "permit"],
  ["the same against an earlier no", { ...council, purpose: "adult", capacity: "unable", decision: "no", ...registered }, "safeguarding-adult", "permit"],
  ["an adult who can decide and agrees", { ...council, purpose: "adult", capacity: "able", decision: "yes", ...registered }, "safeguarding-adult-agrees", "permit"],
  ["an adult who can decide, and can be asked", { ...council, purpose: "adult", capacity: "able", ...registered }, "ask-patient-first", "ask"],
  ["an adult who can decide and said no", { ...council, purpose: "adult", capacity: "able", decision: "no", ...registered }, "unforeseen", "ask"],
  ["an adult at risk, capacity not known", { ...council, purpose: "adult", capacity: "unsure", decision: "no", ...registered }, "unforeseen", "ask"],
  ["we see that a child is at risk", { ...ours, purpose: "child", ...registered }, "safeguarding-child", "permit"],
  ["the same, seen by a counsellor", { ...ours, purpose: "child" }, "unforeseen", "ask"],
  // Serious harm, notifiable disease, FGM: nobody asks, we tell.
  ["a threat to somebody else, asking would warn them", { ...ours, purpose: "others", danger: "yes", ask: "risk", ...registered }, "risk-to-others", "permit"],
  ["the same against the patient’s no", { ...ours, purpose: "others", danger: "yes", ask: "risk", decision: "no", ...registered }, "risk-to-others", "permit"],
  ["the same, no harm in question now", { ...ours, purpose: "others", ask: "risk", ...registered }, "unforeseen", "ask"],
  ["a counsellor fears for somebody else", { ...ours, purpose: "others", danger: "yes", ask: "risk" }, "danger-professional", "ask"],
  ["a doctor suspects measles", { ...ours, purpose: "notify", ...registered }, "notifiable-disease", "permit"],
  ["the same against the patient’s no", { ...ours, purpose: "notify", decision: "no", ...registered }, "notifiable-disease", "permit"],
  ["a health protection team asks a doctor", { ...ours, asker: "health", verified: "back", purpose: "notify", ...registered }, "notifiable-disease", "permit"],
  ["the desk suspects measles", { ...ours, purpose: "notify" }, "notify-not-doctor", "ask"],
  ["a health protection team that rang", { ...ours, asker: "health", verified: "no", purpose: "notify", ...registered }, "not-verified", "ask"],
  ["a girl tells her physiotherapist of FGM", { ...ours, purpose: "fgm", capacity: "childAble", ...registered }, "fgm", "permit"],
  ["a woman tells of it", { ...ours, purpose: "fgm", ...registered }, "unforeseen", "ask"],
  ["a girl tells the desk", { ...ours, purpose: "fgm", capacity: "childAble" }, "unforeseen", "ask"],
  ["we think we must tell of a crime", { ...ours, purpose: "crime" }, "unforeseen", "ask"],
  ["we think a law obliges us, about a crime", { ...ours, purpose: "crime", law: "duty" }, "police-duty", "ask"],
  // Research, planning, the press.
  ["research with the patient’s yes", { ...researcher, decision: "yes" }, "research-consent", "permit"],
  ["research without", { ...researcher, decision: "nothing" }, "research-without", "refuse"],
  ["research after a no", { ...researcher, decision: "no" }, "research-without", "refuse"],
  ["research that names support in law", { ...researcher, law: "allows", decision: "nothing" }, "unforeseen", "ask"],
  ["research with whole records and a yes", { ...researcher, what: "whole", decision: "yes" }, "unforeseen", "ask"],
  ["research with the yes of a child", { ...researcher, decision: "yes", capacity: "childAble" }, "unforeseen", "ask"],
  ["a researcher wants figures", { ...researcher, what: "figures", decision: "nothing" }, "anonymous-figures", "permit"],
  ["a commissioner wants figures", { ...manager, what: "figures", decision: "nothing" }, "anonymous-figures", "permit"],
  ["a commissioner who rang wants figures", { ...manager, verified: "no", what: "figures", decision: "nothing" }, "not-verified", "ask"],
  ["an auditor wants named records", { ...manager, decision: "nothing" }, "planning-named", "ask"],
  ["the same of a patient who objects", { ...manager, decision: "no" }, "planning-objects", "refuse"],
  ["the press asks whether somebody famous is here", { ...family, asker: "press", purpose: "other", what: "whether", decision: "nothing" }, "press", "refuse"],
  ["the press names Schedule 2", { ...family, asker: "press", purpose: "other", what: "whether", decision: "nothing", law: "allows" }, "press", "refuse"],
  ["the press with the patient’s yes", { ...family, asker: "press", purpose: "other", what: "part", decision: "yes" }, "unforeseen", "ask"],
  ["nobody knows who asks", { ...family, asker: "unsure", decision: "nothing" }, "unforeseen", "ask"],
];
