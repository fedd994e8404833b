import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AST, parse } from "svelte/compiler";
import ts from "typescript";
import { expect, test } from "vitest";
import { root } from "../../../scripts/base/root.mjs";

/** Registers whose forms say of each field what is wanted there, and why. */
const registers = [
  ...["training", "cctv", "retention", "holds", "disclosures", "audits", "suppliers", "policy-map"],
  ...["files", "actions", "projects"],
];
const fields = new Set([
  ...["TextField", "SelectField", "SentenceField", "DateParts", "PersonSelect", "PeopleChecks", "CodeField"],
  ...["Choice", "Check", "Field"],
]);

/** Fields that explain themselves, by file and id: their label is a question, or each answer has its own hint. */
const selfExplaining = [
  // The lesson's own question is the label.
  "training/lesson-form.svelte question-{…}",
  // "Is the place the same?" and the like, with the answers beside it.
  "suppliers/check-dialog.svelte {…}",
  // Each of the states says in its own hint what it means.
  "policy-map/dialogs/settle-dialog.svelte state",
];

const folder = join(root, "dashboard/src/lib/registers");
const files = registers.flatMap((register) =>
  readdirSync(join(folder, register), { recursive: true, encoding: "utf8" }).map((file) =>
    join(register, file).replaceAll("\\", "/"),
  ),
);
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

type Found = { readonly name: string; readonly hinted: boolean };

/** Fields of a component's markup. */
function inMarkup(file: string): Found[] {
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const component = node as AST.Component;
    if (component.type === "Component" && fields.has(component.name)) {
      const of = (name: string) =>
        component.attributes.find(
          (one): one is AST.Attribute => one.type === "Attribute" && one.name === name,
        );
      found.push({ name: `${file} ${idOf(of("id"))}`, hinted: of("hint") !== undefined });
    }
    for (const value of Object.values(node)) visit(value);
  };
  visit(parse(textOf(file), { modern: true }).fragment);
  return found;
}

function idOf(attribute: AST.Attribute | undefined): string {
  const value = attribute?.value;
  if (value === undefined || value === true) return "";
  return [value]
    .flat()
    .map((part) => (part.type === "Text" ? part.data : "{…}"))
    .join("");
}

/** Fields that are told as data: objects with an id, a kind and a label. */
function inData(file: string, text: string): Found[] {
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const names = node.properties.map((one) => one.name?.getText() ?? "");
      if (["id", "kind", "label"].every((name) => names.includes(name)))
        found.push({ name: `${file} ${node.getText().slice(0, 60)}`, hinted: names.includes("hint") });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const all = files.flatMap((file): Found[] => {
  if (file.endsWith(".ts")) return inData(file, textOf(file));
  if (!file.endsWith(".svelte")) return [];
  const scripts = [...textOf(file).matchAll(/<script[^>]*>([\s\S]*?)<\/script>|fields=\{(\[[\s\S]*?\])\}/g)];
  const data = scripts.flatMap(([, script, list]) => inData(file, script ?? `const fields = ${list}`));
  return [...inMarkup(file), ...data];
});

test("each field of a form says what is wanted there, or explains itself", () => {
  expect(all.length).toBeGreaterThan(180);
  const mute = all.filter(({ hinted }) => !hinted).map(({ name }) => name);
  expect(mute).toEqual(expect.arrayContaining(selfExplaining));
  expect(mute.filter((name) => !selfExplaining.includes(name))).toEqual([]);
});

test("no hint only says the label again", () => {
  const poor = files
    .filter((file) => file.endsWith(".svelte"))
    .flatMap((file) => {
      const said = [...textOf(file).matchAll(/hint="([^"]*)"\s+label="([^"]*)"/g)];
      return said.filter(([, hint = "", label = ""]) => hint.toLowerCase() === label.toLowerCase());
    });
  expect(poor).toEqual([]);
});
