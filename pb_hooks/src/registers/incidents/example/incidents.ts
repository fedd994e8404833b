import type { Staging } from "../../../story/staging.ts";
import { planFinished } from "./finished-breach.ts";
import { incidents } from "./incident-story.ts";
import { type StoryIncident, Tale } from "./tale.ts";

/** The example's incidents: open, confidential, near misses, withdrawn, and a breach from its report to its end. */
export function planIncidents(stage: Staging): void {
  for (const story of incidents) planIncident(stage, story);
  planFinished(stage);
}

function planIncident(stage: Staging, story: StoryIncident): void {
  const tale = new Tale(stage, story);
  tale.open(story);
  const { title, senders = [], verdict, reason, deeds = [] } = story;
  if (title) {
    const named = senders.length > 0 ? { senders: senders.map((key) => stage.ids.person(key)) } : {};
    tale.later(0.3, "ingrid", "breaches.describe", { title, ...named });
  }
  if (verdict) tale.later(0.6, "ingrid", "breaches.triage", { verdict, reason });
  if (verdict === "breach" || verdict === "near-miss") tale.noNoticeOfCare(0.7);
  for (const [hours, who, action, data] of deeds)
    tale.later(hours, who, action, typeof data === "function" ? data(tale) : data);
}
