import { asText, asYes, type RowKind } from "#lib/components/changed/difference.ts";
import {
  type CourseRow,
  courseRow,
  type PeriodRow,
  periodRow,
  type RequirementRow,
  requirementRow,
} from "./api.ts";

export const ofCourse: RowKind<CourseRow> = {
  read: (current) => courseRow.safeParse(current).data,
  columns: {
    name: ["the name", asText],
    about: ["what it is about", asText],
    ofBreaches: ["data protection training", asYes],
    retired: ["its last day", asText],
  },
};
export const ofRequirement: RowKind<RequirementRow> = {
  read: (current) => requirementRow.safeParse(current).data,
  columns: { until: ["its last day", asText] },
};
export const ofPeriod: RowKind<PeriodRow> = {
  read: (current) => periodRow.safeParse(current).data,
  columns: {
    from: ["the first day", asText],
    until: ["the last day", asText],
    cancelled: ["taken back", asYes],
  },
};
