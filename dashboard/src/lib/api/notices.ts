import * as z from "zod/mini";
import type { ActData } from "#domain/acts";
import { act } from "./act.ts";
import { ask, calling, pb, understand } from "./client.ts";

const notice = z.object({
  id: z.string(),
  number: z.int(),
  text: z.string(),
  /** What the impact assessment (DPIA) decided, by whom and when. */
  assessmentDecision: z.string(),
  assessedBy: z.string(),
  assessedOn: z.string(),
  viewsSought: z.boolean(),
  /** The workers' views, or why they were not sought. */
  views: z.string(),
  scope: z.string(),
  recordedBy: z.string(),
  created: z.string(),
});
export type Notice = z.infer<typeof notice>;

/** All versions, the newest first. */
export async function allNotices(): Promise<Notice[]> {
  const rows = await calling(() => pb.collection("notices").getFullList({ sort: "-number" }));
  return understand(z.array(notice), rows);
}

const shown = z.object({ notice: z.int(), user: z.string(), browser: z.string(), at: z.string() });
export type NoticeShown = z.infer<typeof shown>;

/** To whom and at which desks a version has been shown; to staff, only their own. */
export async function shownOf(number: number): Promise<NoticeShown[]> {
  const rows = await calling(() =>
    pb
      .collection("notice_shown")
      .getFullList({ filter: pb.filter("notice = {:number}", { number }), sort: "at" }),
  );
  return understand(z.array(shown), rows);
}

/** Versions that a person was shown on a screen of theirs, each once, the earliest first; to staff, only their own. */
export async function shownTo(user: string): Promise<NoticeShown[]> {
  const rows = await calling(() =>
    pb.collection("notice_shown").getFullList({ filter: pb.filter("user = {:user}", { user }), sort: "at" }),
  );
  const seen = new Set<number>();
  return understand(z.array(shown), rows).filter(({ notice }) => {
    const isNew = !seen.has(notice);
    seen.add(notice);
    return isNew;
  });
}

/** I have been shown this version. */
export const confirmNotice = (number: number) =>
  ask(z.unknown(), "notice-shown", { method: "POST", body: { notice: number } });

export type NoticeDraft = ActData<"notices.record">;
export const recordNotice = (data: NoticeDraft) => act("notices.record", data);
