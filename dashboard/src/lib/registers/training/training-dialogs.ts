import type { CompletionRow, CourseRow, PeriodRow, RequirementRow } from "./api.ts";

/** What may be open on the pages of training. */
export type TrainingDialog =
  | { readonly is: "enter"; readonly user: string; readonly course?: string }
  | { readonly is: "correct"; readonly row: CompletionRow }
  | { readonly is: "period"; readonly user: string; readonly kind: PeriodRow["kind"] }
  | { readonly is: "change-period"; readonly row: PeriodRow }
  | { readonly is: "target" };

/** What may be open on the page of courses. */
export type CourseDialog =
  | { readonly is: "course" }
  | { readonly is: "change" | "version" | "retire" | "give-on"; readonly row: CourseRow }
  | { readonly is: "requirement"; readonly course: string }
  | { readonly is: "end"; readonly row: RequirementRow };
