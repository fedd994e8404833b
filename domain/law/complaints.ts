import { type FourAnswers, nations } from "./four-answers.ts";
import { from, type LawRule } from "./rule.ts";

/** Clocks of complaints; the earliest holds. */
export const complaintRules: readonly (LawRule & { readonly applies: (answers: FourAnswers) => boolean })[] =
  [
    {
      id: "complaint-data",
      nations,
      binds: "Every controller, for complaints received on or after 19 June 2026",
      text: "A complaint about personal data: made easy to make, acknowledged within 30 days, answered without undue delay with its outcome. Whoever complains may go to the regulator, too",
      source: from("Data Protection Act 2018", "ss.164A and 165(2), with SI 2026/82, regs 3 and 7"),
      sure: "read",
      applies: () => true,
    },
    {
      id: "complaint-rqia",
      nations: ["northern-ireland"],
      binds: "Establishments and agencies registered with RQIA",
      text: "A complaint of a patient: the outcome told within 28 days; a yearly summary to RQIA",
      source: from("Independent Health Care Regulations (Northern Ireland) 2005", "reg 23"),
      sure: "read",
      applies: ({ careRegulator }) => careRegulator === "rqia",
    },
    {
      id: "complaint-his",
      nations: ["scotland"],
      binds: "Clinics registered with HIS",
      text: "A complaint of a patient: answered in 20 working days; a yearly summary where HIS asks for it",
      source: from("SSI 2011/182", "complaints"),
      sure: "read",
      applies: ({ careRegulator }) => careRegulator === "his",
    },
  ];

export const complaintsFor = (answers: FourAnswers): readonly LawRule[] =>
  complaintRules.filter((one) => one.nations.includes(answers.nation) && one.applies(answers));
