import type { RulesOfMatter } from "#domain/law/rules-of-clinic";

export const matterWords: Readonly<Record<RulesOfMatter["matter"], string>> = {
  candour: "Duty of candour",
  notices: "Notices to the regulator of care",
  complaints: "Complaints",
  retention: "How long records of patients are kept",
  training: "Training targets",
};
