import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServerRegister } from "../../../pb_hooks/src/registers/register.ts";
import { root } from "../../../scripts/base/root.mjs";

/** What a register gives to what all share, each as a person meets it. */
export const gives = {
  lists: "pages of its rows, and a CSV",
  owed: "Today, Desk and My work",
  reminds: "reminders by mail",
  agenda: "the weekly review",
  pack: "the evidence pack",
  figures: "Trends and the year",
  about: "About patients",
  nothing: "the fields that hold nothing about a patient",
  example: "a story in the example clinic",
} as const satisfies Partial<Record<keyof ServerRegister, string>>;
export type Gives = keyof typeof gives;

/** A register's own name: that of the first collection its acts are about. */
export const nameOfRegister = ({ acts }: ServerRegister): string => Object.keys(acts)[0]?.split(".")[0] ?? "";

const folders: Readonly<Record<string, string>> = {
  breaches: "incidents",
  courses: "training",
  camera_systems: "cctv",
  policy_versions: "policy-map",
  retention_rows: "retention",
};
const routes = globSync("dashboard/src/routes/**/*.svelte", { cwd: root }).map((file) =>
  readFileSync(join(root, file), "utf8"),
);

/** Whether a page shows this list with its CSV and its PDF. */
const isPrinted = (list: string): boolean =>
  routes.some((page) => page.includes("<RegisterPage") && page.includes(`of="${list}"`));

/** Whether its part of the dashboard makes a paper: a page of its lists, or a file of its folder that saves one. */
export function makesPdf(one: ServerRegister): boolean {
  const name = nameOfRegister(one);
  const folder = join(root, "dashboard/src/lib/registers", folders[name] ?? name);
  const saves = globSync("**/*.{ts,svelte}", { cwd: folder }).some((file) =>
    /savePaper|pdfOf|renderPdf/.test(readFileSync(join(folder, file), "utf8")),
  );
  return saves || (one.lists ?? []).some(({ key }) => isPrinted(key));
}

/** What of the list a register lacks, as "name: what". */
export const lacks = (all: readonly ServerRegister[]): string[] =>
  all.flatMap((one) => {
    const name = nameOfRegister(one);
    return [
      ...(Object.keys(gives) as Gives[]).filter((part) => one[part] === undefined),
      ...(makesPdf(one) ? [] : ["pdf"]),
    ].map((part) => `${name}: ${part}`);
  });

/** Why a register does without a part of the list; each of these is decided, and nothing else may be lacking. */
export const without: Readonly<Record<string, string>> = {
  "users: lists": "people are read as rows of their own page",
  "users: reminds": "the day’s mail tells what is owed",
  "users: pack": "who held which role stands in the log, which the pack holds whole",
  "users: figures": "nobody is counted by person",
  "users: pdf": "the page is the list",
  "events: lists": "the log has pages, filters and files of its own",
  "events: owed": "an erasure that waits is shown to whoever may confirm it",
  "events: reminds": "an erasure runs by no day",
  "events: pack": "the pack holds the log itself",
  "events: figures": "erasures are counted in the review",
  "events: example": "nothing is erased in the example",
  "events: pdf": "an export of the log is read by a program",
  "breaches: lists": "cases have pages and filters of their own",
  "actions: lists": "each stands with the row it was given for, and on Desk",
  "actions: reminds": "the day’s mail tells what is owed",
  "actions: pack": "each stands with what it was given for: cases, minutes, rounds",
  "actions: figures": "the review counts them",
  "actions: example": "they come with the stories of the others",
  "actions: pdf": "each stands in the papers of what it was given for",
  "reviews: lists": "a review a week, each a page",
  "reviews: reminds": "the week’s own day tells it",
  "reviews: agenda": "it is the agenda",
  "reviews: figures": "what it counts is counted by the registers",
  "courses: reminds": "the day’s mail tells what is owed",
  "suppliers: lists": "a page of all of them",
  "audits: lists": "a page of all of them",
  "mail_exceptions: reminds":
    "one ends after 48 hours, before a morning’s mail would help; it stands on Desk at once",
  "policy_versions: reminds": "a claim to be looked at stands on Desk and in the monthly review",
  "retention_rows: lists": "rows are read by year and class on a page of its own",
  "retention_rows: reminds": "what is due is due for months: the monthly review tells it",
  "clinic: lists": "it is one row",
  "clinic: reminds": "what is owed of it stands on Desk",
  "clinic: figures": "nothing of it is counted",
  "clinic: example": "the example’s clinic is made before any story",
  "clinic: pdf": "the notices stand in the pack",
};

/** The same of single lists, as the example clinic and its pack show them. */
export const listsWithout: Readonly<Record<string, string>> = {
  "policy-checks: no row": "the example’s policy holds no sentence that people have looked at yet",
  "policy-checks: not in the pack": "it stands there as policy/looks.csv",
};

/** Figures that the example’s weeks leave at nothing. */
export const figuresWithout: Readonly<Record<string, string>> = {};
