import { afterEach, expect, it } from "vitest";
import { Problem } from "#lib/api/problem.ts";
import ChangedMeanwhile from "#lib/components/changed/changed-meanwhile.svelte";
import { asText, differences, type RowKind } from "#lib/components/changed/difference.ts";
import { Seen } from "#lib/state/seen.svelte.ts";
import { close, show } from "./acting.ts";
import { Live } from "./live.svelte.ts";

afterEach(close);

interface Letter {
  readonly id: string;
  readonly version: number;
  readonly to: string;
  readonly by: string;
}
const first: Letter = { id: "letter", version: 1, to: "Ada", by: "Tom" };
const second: Letter = { id: "letter", version: 2, to: "Bea", by: "Sam" };
const kind: RowKind<Letter> = {
  read: (current) => current as Letter,
  columns: { to: ["the name", asText], by: ["the name", asText] },
};
const within = (selector: string) =>
  document.querySelector(selector)?.textContent?.replace(/\s+/g, " ") ?? "";

it("a page that changed behind a form is no refusal, and another failure is said beside it", async () => {
  const live = new Live(first);
  const seen = new Seen<Letter>(() => live.value, kind.read);
  live.value = second;
  const away = new Problem("server-unreachable").message;
  await show(ChangedMeanwhile as never, { seen, kind, says: away });
  expect(within("[role=status][data-changed-meanwhile=behind]")).toContain("Somebody changed this while");
  expect(within("[role=status]")).not.toContain(away);
  expect(within("[role=alert][data-refused]")).toBe(away);
});

it("a refusal because of the change is the notice's own words, once", async () => {
  const live = new Live(first);
  const seen = new Seen<Letter>(() => live.value, kind.read);
  const refusal = new Problem("changed-meanwhile", {
    says: "Tom Reed changed this meanwhile.",
    current: second,
  });
  expect(seen.refused(refusal)).toBe(true);
  await show(ChangedMeanwhile as never, { seen, kind, says: refusal.message });
  expect(within("[role=alert][data-changed-meanwhile=refused]")).toContain(refusal.message);
  expect(document.querySelector("[data-refused]")).toBeNull();
  seen.takeNewer();
  expect(seen.says).toBe("");
});

it("two columns of one name both tell what changed; the same words are said once", () => {
  const around = { zone: "UTC", now: 0, nameOf: (id: string) => id };
  expect(differences(kind, first, second, around).map(({ to }) => to)).toEqual(["“Bea”", "“Sam”"]);
  expect(differences(kind, first, { ...second, by: "Tom" }, around)).toHaveLength(1);
  const same = { ...first, to: "Tom" };
  expect(differences(kind, same, { ...same, version: 2, to: "Sam", by: "Sam" }, around)).toHaveLength(1);
});
