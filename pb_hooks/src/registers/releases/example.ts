import { daysAfter } from "#domain/law/working-days";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";
import { told } from "./answer-route.ts";

const system = "cliniko:harbour.uk2";
const refs = ["1805465202989210063", "1805465202989210171", "1805465202989210288"] as const;

/** One that stands, one that ended and of which nobody has asked the patient, one taken back; and two calls. */
export function planReleases(stage: Staging): void {
  const { calendar, ids } = stage;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  const take = (daysAgo: number, more: object): { readonly id: string } =>
    stage.act("ingrid", "releases.add", {
      system,
      purpose: "To be told the next appointment.",
      channels: ["phone", "person"],
      once: false,
      validFrom: day(daysAgo),
      signedOn: day(daysAgo),
      capacityBy: ids.person("ingrid"),
      explainedBy: ids.person("ingrid"),
      proof: "witnessed",
      witness: ids.person("priya"),
      ...more,
    });
  stage.plan(calendar.at(25, 11), () => {
    take(25, {
      recordRef: refs[0],
      relation: "daughter",
      name: "Ann",
      phoneEnding: "418",
      scopes: ["appointments"],
      expiresOn: daysAfter(day(0), 150),
    });
  });
  stage.plan(calendar.at(6, 11), () => {
    const answer = told(stage.tx, { user: ids.person("tom"), browser: "" }, { reference: refs[0], system });
    if (answer.is !== "told") return;
    const [release] = answer.releases.filter(({ state }) => state === "stands");
    if (release === undefined) return;
    const on = { collection: "release_asks", id: answer.ask.id };
    stage.act("tom", "release_asks.told", { release: release.id }, on);
  });
  stage.plan(calendar.at(2, 15), () => {
    told(stage.tx, { user: ids.person("ingrid"), browser: "" }, { reference: refs[2], system });
  });
  stage.plan(calendar.at(24, 15), () => {
    take(24, {
      recordRef: refs[1],
      relation: "brother",
      name: "Piet",
      scopes: ["bills"],
      purpose: "He pays the bills this month.",
      expiresOn: day(3),
    });
  });
  stage.plan(calendar.at(12, 9), () => {
    const { id } = take(12, {
      recordRef: refs[2],
      relation: "solicitor",
      organisation: "Marlow & Finch",
      scopes: ["letters", "results"],
      purpose: "A claim after a fall.",
      channels: ["post"],
      proof: "signed",
      formAt: "Cliniko, documents of the record",
      witness: undefined,
      expiresOn: daysAfter(day(0), 90),
    });
    stage.act("ingrid", "releases.revoke", { how: "phone" }, { collection: "releases", id });
  });
}
