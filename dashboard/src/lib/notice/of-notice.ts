import type { Notice } from "#lib/api/notices.ts";
import { asDay, asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";
import type { Versioned } from "#lib/state/seen.svelte.ts";

/** The notice in force, one row that each version changes. */
export type NoticeInForce = Versioned & Omit<Notice, "id" | "number">;

/** `undefined` is the clinic before its first notice. */
export const inForce = (notice: Notice | undefined): NoticeInForce => ({
  text: "",
  assessmentDecision: "",
  assessedBy: "",
  assessedOn: "",
  viewsSought: false,
  views: "",
  scope: "",
  recordedBy: "",
  created: "",
  ...notice,
  id: "notice",
  version: notice?.number ?? 0,
});

export const ofNotice: RowKind<NoticeInForce> = {
  read: () => undefined,
  columns: {
    version: ["the version", (number) => (number === 0 ? "" : String(number))],
    recordedBy: ["who recorded it", asPerson],
    created: ["when it was recorded", asMoment],
    assessmentDecision: ["what was decided", asText],
    assessedBy: ["who decided it", asText],
    assessedOn: ["the day it was decided", (day, around) => asDay(day.slice(0, 10), around)],
    views: ["the team’s views", asText],
    scope: ["what is recorded", asText],
    text: ["the text of the notice", asText],
  },
};
