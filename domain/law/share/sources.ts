import { from } from "../rule.ts";

/** Where the rules of *May I share?* were read (DOMAIN.md 7.1). */
export const sources = {
  confidence: from("Duty of confidence; GMC, Confidentiality", "disclosing with consent"),
  care: from("GMC, Confidentiality; UK GDPR", "sharing for direct care; Art 9(2)(h)"),
  consent: from("UK GDPR", "Art 6(1)(a), 9(2)(a), 7(3)"),
  access: from("UK GDPR; Data Protection Act 2018", "Art 15; Sch 3 paras 2-6"),
  crime: from("Data Protection Act 2018", "Sch 2 para 2"),
  order: from("Data Protection Act 2018", "Sch 2 para 5(2)"),
  regulator: from("GMC, Confidentiality", "disclosures required by law; regulators"),
  safeguarding: from("GMC, Confidentiality", "adults who lack capacity; children at risk"),
  interest: from("GMC, Confidentiality", "disclosures in the public interest"),
  notify: from("Health Protection (Notification) Regulations 2010 (2010/659)", "reg 2"),
  fgm: from("Female Genital Mutilation Act 2003", "s.5B; Serious Crime Act 2015 s.74"),
  record: from("Data Protection Act 2018", "ss.184-185"),
  research: from("UK GDPR, with the Data Protection Act 2018", "Art 9(2)(a), 89"),
  anonymous: from("UK GDPR", "recital 26"),
  form: from("The clinic’s policy; DOMAIN.md 7.4", "release of information"),
  unread: { title: "Not looked up: Road Traffic Act 1988 s.172, Terrorism Act 2000", section: "", read: "" },
} as const;

/** Words to say that never confirm that a patient comes here. */
export const aloud = {
  writing:
    "I can’t say whether anyone comes here. Send it in writing, with what you need, why, and the law. We will ring you back on a number that we look up.",
  patient:
    "I can’t say whether anyone comes here. If you are in touch with the person, they can ask us themselves.",
  listen: "I can’t say whether anyone comes here. You may tell me what you want to; I will pass it on.",
  wait: "I can’t say whether anyone comes here. Somebody who decides this will ring you back today.",
  self: "I have to make sure who you are first. I will ring you back on the number that we have.",
} as const;
