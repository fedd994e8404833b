import { parse } from "svelte/compiler";
import ts from "typescript";
import type { Source } from "./sources.ts";

/** A text that people would read, outside the tables of words. */
export interface Found {
  readonly path: string;
  readonly text: string;
}

/** Attributes that are read aloud or shown, and properties of our own components that are. */
const shownAttributes: ReadonlySet<string> = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "alt",
  "hint",
  "label",
  "legend",
  "placeholder",
  "title",
]);

/** A word of two letters at least. */
const aWord = /\p{L}{2}/u;
/** Codes, selectors, styles and addresses hold these; sentences don't. */
const ofPrograms = /[[\]=#;{}<>|_]|:\/\/|^[a-z0-9*-]+(?:, ?[a-z0-9*-]+)+$/;
const began = /^\s*[“(]?\p{Lu}[\p{Ll}’]+[\s,.:?!…]/u;
const oneWord = /^\p{Lu}\p{Ll}{2,}[.:?!]?$/u;
const several = /^\s*(?:\p{L}[\p{L}’,.-]*\s+){2,}\p{L}/u;
const joined = /^\s*(?:an?|the|no|not|of|for|and|or|is|are|was|were|has|have|by|to|in|on)\s/;

/** Whether a text of a program reads like one for people. */
const reads = (text: string): boolean =>
  aWord.test(text) &&
  !ofPrograms.test(text.trim()) &&
  [began, oneWord, several, joined].some((form) => form.test(text));

/** Every text that people would read in these sources: in markup, in attributes, and in what looks like a sentence. */
export const visibleWords = (sources: readonly Source[]): Found[] =>
  sources.flatMap(({ path, text }) => {
    const found = path.endsWith(".svelte") ? inSvelte(text) : inScript(text);
    return found.map((one) => ({ path, text: one.replace(/\s+/g, " ").trim() }));
  });

function inScript(text: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    // What is thrown is for programmers: a page of ours catches it and says something of its own.
    if (ts.isNewExpression(node) && /(?:Error|Exception)$/.test(node.expression.getText())) return;
    if (isText(node) && reads(node.text)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

const isText = (node: ts.Node): node is ts.Node & { readonly text: string } =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

interface Node {
  readonly type?: string;
  readonly name?: string;
  readonly data?: string;
  readonly value?: unknown;
  readonly expression?: Node;
  readonly [key: string]: unknown;
}

function inSvelte(text: string): string[] {
  const { fragment, instance, module } = parse(text, { modern: true });
  const scripts = [instance, module].flatMap((script) => {
    const { start, end } = (script?.content ?? { start: 0, end: 0 }) as { start: number; end: number };
    return inScript(text.slice(start, end));
  });
  return [...scripts, ...inMarkup(fragment as unknown as Node, false)];
}

/** @param shown - Within an expression whose value is drawn. */
function inMarkup(node: Node, shown: boolean): string[] {
  const { type } = node;
  if (type === "Text") return aWord.test(node.data ?? "") ? [node.data ?? ""] : [];
  if (type === "Attribute") {
    const parts = [node.value].flat() as Node[];
    if (shownAttributes.has(node.name ?? "")) return parts.flatMap((part) => inMarkup(part, true));
    // Another attribute is a code, unless what it gives to a component reads like a sentence.
    return parts.flatMap((part) => inMarkup(part.expression ?? {}, false));
  }
  if (type === "ExpressionTag") return inMarkup(node.expression ?? {}, true);
  if (type === "Literal") return said(String(node.value), shown);
  if (type === "TemplateElement") return said((node.value as { cooked: string }).cooked, shown);
  // What is compared or handed to a function is a code there.
  if (type === "BinaryExpression" || type === "CallExpression" || type === "MemberExpression")
    return childrenOf(node).flatMap((child) => inMarkup(child, false));
  return childrenOf(node).flatMap((child) => inMarkup(child, shown));
}

const said = (text: string, shown: boolean): string[] =>
  (shown ? aWord.test(text) : reads(text)) ? [text] : [];

const notRead: ReadonlySet<string> = new Set(["metadata", "css", "loc", "typeAnnotation", "leadingComments"]);

const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]) => {
    if (notRead.has(key) || typeof value !== "object" || value === null) return [];
    return ([value].flat() as Node[]).filter((one) => typeof one === "object" && one !== null);
  });
