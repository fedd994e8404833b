import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** A straight apostrophe within a word, or behind a plural. */
const straight = /\p{L}'(?=\p{Ll})|\p{Ll}s' (?=\p{L})/u;

/** Of frozen papers, of lists that are no words of ours, or of what nobody is shown. */
const notShown = [
  "domain/policy.ts",
  "domain/registers/incidents/assessment.ts",
  "domain/registers/incidents/ico-questions.ts",
  "check/doubtful-words.ts",
  "entrance/recovery-codes.svelte",
  "ledger/ingest/ingest-request.ts",
];

/** What is shown: pages, dialogs, refusals of the server. Of what is printed a frozen version is made again, and stays as it was. */
const files = globSync("{dashboard/src,extension,domain,pb_hooks/src,reading}/**/*.{ts,svelte}", {
  exclude: (name) => /node_modules|^\.|detector$/.test(String(name)),
}).filter(
  (file) =>
    !/lib\/export\/|\.d\.ts$|\.svelte-kit|\.wxt|\.output|domain\/detector|\/example\/|\/story\/|console\.ts$/.test(
      file,
    ) && !notShown.some((one) => file.endsWith(one)),
);

const scripts = /<script[^>]*>([\s\S]*?)<\/script>/g;
const unshown = /<script[^>]*>[\s\S]*?<\/script>|<style[^>]*>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g;

/** Strings and the fixed parts of templates. */
function stringsIn(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true));
  return found;
}

/** Everything that a file can show. */
function wordsIn(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".ts")) return stringsIn(text);
  return [
    ...[...text.matchAll(scripts)].flatMap(([, code = ""]) => stringsIn(code)),
    ...text.replace(unshown, "").split("\n"),
  ];
}

const isSql = (text: string): boolean => /\b(?:SELECT|FROM|WHERE|json_object|VALUES)\b|&& | = '/.test(text);

test("no word that is shown has a straight apostrophe", () => {
  expect(files.length).toBeGreaterThan(500);
  expect(stringsIn(["const a = `It can't be $", "{b} the clinic's`; // don't"].join(""))).toEqual([
    "It can't be ",
    " the clinic's",
  ]);
  const found = files.flatMap((file) =>
    wordsIn(file)
      .filter((text) => straight.test(text) && !isSql(text))
      .map((text) => `${file}: ${text.trim().slice(0, 120)}`),
  );
  expect(found).toEqual([]);
});
