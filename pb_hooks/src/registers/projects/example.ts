import { daysAfter } from "#domain/law/working-days";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

/** One that runs, with a table that was looked through, and one that was ended. */
export function planProjects(stage: Staging): void {
  const { calendar, ids } = stage;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  const priya = ids.person("priya");
  const begin = (data: object) =>
    stage.act("priya", "projects.begin", { holder: priya, madeBy: priya, form: "anonymous", ...data });
  stage.plan(calendar.at(34, 14), () => {
    const { id } = begin({
      name: "Waiting times of the year",
      purpose: "service",
      who: "The practice meeting",
      extract: "Counts of first appointments by month and by town, of one year.",
      asked: "The lead; patients read of it in the notice.",
      basis: "none",
      basisWhy: "Counts alone leave, and none below ten.",
      until: daysAfter(day(0), 90),
    });
    stage.act(
      "priya",
      "projects.check",
      {
        hash: "5d1f".repeat(16),
        ...{ figures: 36, small: 0, derived: 0, unread: 0, leavesAs: "anonymous" },
      },
      { collection: "projects", id },
    );
  });
  let falls = "";
  stage.plan(calendar.at(31, 9), () => {
    const { id } = begin({
      name: "Falls after knee surgery",
      purpose: "research",
      who: "Fernhill University, school of physiotherapy",
      extract: "Coded rows of people treated after knee surgery, ages in bands of ten years.",
      form: "pseudonymous",
      asked: "The university’s ethics committee, and each patient in writing.",
      basis: "consent",
      basisWhy: "Each patient signed the project’s own form.",
      until: day(5),
    });
    falls = id;
  });
  stage.plan(calendar.at(7, 16), () => {
    stage.act(
      "priya",
      "projects.end",
      { fate: "destroyed", reason: "The paper is written; they confirmed that the rows are gone." },
      { collection: "projects", id: falls },
    );
  });
}
