import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Action, acts } from "#domain/acts";
import { act } from "#lib/api/act.ts";
import { pressed, type SeenRow } from "#lib/state/seen.svelte.ts";

const folder = "dashboard/src";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(?:ts|svelte)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const filesWith = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

/** Never run: what the type-checker says of these lines is the test. */
const typed = (row: { id: string; version: number }, seen: SeenRow) => [
  // @ts-expect-error -- an act on a row takes one
  act("breaches.cause", { cause: "loss" }),
  // @ts-expect-error -- a row of a page that is read anew is none that was seen
  act("breaches.cause", { cause: "loss" }, row),
  // @ts-expect-error -- nor is one that somebody writes down
  act("users.invite", {} as never, { id: "", version: 1 }),
  // @ts-expect-error -- an act that makes a row takes none
  act("notices.record", {} as never, seen),
  act("breaches.cause", { cause: "loss" }, seen),
  act("breaches.cause", { cause: "loss" }, pressed(row)),
];

it("only one file makes a row that was seen, and nobody casts to one", () => {
  expect(filesWith(/new SeenRow\b|\bas (?:unknown as )?SeenRow\b/)).toEqual(["lib/state/seen.svelte.ts"]);
});

it("only buttons and lists on the page itself act upon the row as it stands at that moment", () => {
  expect(filesWith(/\bpressed\(/).sort()).toEqual([
    // One's own address of a calendar, with a button that ends it.
    "lib/mine/calendar-section.svelte",
    // Its list of sign-ins has a button each; what is typed below makes a new row.
    "lib/people/accounts-dialog.svelte",
    // A panel shows the row as it stands, and its buttons stand beside it.
    "lib/registers/actions/action-rows.svelte",
    "lib/registers/audits/audit-panel.svelte",
    "lib/registers/audits/tick-list.svelte",
    "lib/registers/incidents/case/accounts-section.svelte",
    "lib/registers/incidents/case/facts-section.svelte",
    "lib/registers/incidents/case/people-section.svelte",
    // What is compared is the text that was read, by its hash.
    "lib/registers/incidents/check/check-section.svelte",
    // The row is the review; what is compared is the item, which the dialog saw.
    // A version that it has just made itself: its lines follow.
    "lib/registers/policy-map/put-in.ts",
    // Its buttons stand upon the answer that was read out just now.
    "lib/registers/releases/call-box.svelte",
    "lib/registers/reviews/decide-dialog.svelte",
    "lib/registers/reviews/meeting.svelte",
    "lib/today/my-actions.svelte",
    "routes/(house)/policy-map/+page.svelte",
    "routes/(house)/releases/asked/+page.svelte",
    "routes/(house)/review/+page.svelte",
  ]);
});

it("every act on a row is done somewhere in the dashboard, through the one function that takes a seen row", () => {
  const text = files.map((file) => file.text).join("\n");
  const onRow = (Object.keys(acts) as Action[]).filter((name) => acts[name].on !== "new");
  // The path of a request makes an act's name of the step's, which its forms are told by.
  const steps = files
    .filter(({ name }) => name.startsWith("lib/registers/requests/"))
    .map((file) => file.text);
  expect(steps.some((one) => /`requests\.\$\{kind\}` as Action/.test(one))).toBe(true);
  const isStep = (name: string): boolean => {
    const [register, step] = name.split(".");
    return register === "requests" && steps.some((one) => new RegExp(`^ {2}${step}: [{[(]`, "m").test(one));
  };
  const unused = onRow.filter((name) => !text.includes(`"${name}"`) && !isStep(name));
  // The page lets several in at once, which is `breaches.open`.
  expect(unused).toEqual(["breaches.grant"]);
  expect(filesWith(/"act",\s*\{/)).toEqual(["lib/api/act.ts"]);
});

it("the type-checker refuses an act whose row nobody has seen", () => expect(typed).toBeTypeOf("function"));
