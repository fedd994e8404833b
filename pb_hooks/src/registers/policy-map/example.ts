import { linesOf } from "#domain/registers/policy-map/split";
import type { Staging } from "../../story/staging.ts";
import { examplePolicy, exampleStates } from "./example-policy.ts";

/** Ingrid put the policy in a month ago, and Priya said what keeps it; one check is late, one sentence wrong in law. */
export function planPolicyMap(stage: Staging): void {
  const { calendar, ids, tx } = stage;
  const collection = "policy_versions";
  let id = "";
  const day = (daysAgo: number) => new Date(calendar.at(daysAgo, 12)).toISOString().slice(0, 10);
  stage.plan(calendar.at(40, 9, 10), () => {
    const { title, text } = examplePolicy;
    const lines = linesOf(text);
    const more = { format: "docx", pages: 0, notRead: "", leftOut: 0, lines: lines.length };
    id = stage.act("ingrid", "policy_versions.add", { title, ...more }).id;
    stage.act("ingrid", "policy_versions.lines", { at: 0, lines }, { collection, id });
  });
  stage.plan(calendar.at(39, 10), () => {
    const people = { owner: ids.person("ingrid"), due: day(-60) };
    const late = { owner: ids.person("ingrid"), due: day(3) };
    for (const [text, said] of Object.entries(exampleStates)) {
      const claim = claimOf(tx, id, text);
      if (claim === "") continue;
      const more = said.state === "people" ? ("late" in said ? late : people) : {};
      const { late: _, ...data } = { late: false, ...said };
      stage.act(
        "priya",
        "policy_claims.settle",
        { rule: "", ...data, ...more },
        { collection: "policy_claims", id: claim },
      );
    }
  });
  stage.plan(calendar.at(38, 11), () => {
    const data = { inForceFrom: day(38), reviewBy: day(-327), reviewer: ids.person("priya") };
    stage.act("priya", "policy_versions.enforce", data, { collection, id });
  });
}

/** What is known of the sentence of these words. */
function claimOf(tx: pb.App, policy: string, text: string): string {
  const found = tx.findRecordsByFilter("policy_sentences", "policy = {:policy} && text = {:text}", "", 1, 0, {
    policy,
    text,
  });
  return found[0]?.getString("claim") ?? "";
}
