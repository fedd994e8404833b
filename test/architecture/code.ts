import ts from "typescript";
import type { Source } from "./sources.ts";

/** The code of a file as syntax trees: one for a module, one for each script of a Svelte component. */
export function treesOf({ path, text }: Source): ts.SourceFile[] {
  if (path.endsWith(".css")) return [];
  const codes = path.endsWith(".svelte")
    ? [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "")
    : [text];
  return codes.map((code) => ts.createSourceFile(`${path}.ts`, code, ts.ScriptTarget.Latest, true));
}

/** Visits a node and all below it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
