import ts from "typescript";
import { treesOf, visit } from "./code.ts";
import type { Source } from "./sources.ts";

/** Stands for an import whose target is worked out while running. */
export const computed = "(computed)";

/**
 * All that a file brings in: static, dynamic and type imports, re-exports, `require`, globs, URLs beside the
 * module, and the style sheets of a style sheet.
 */
export function importsOf(source: Source): string[] {
  const found: string[] = [];
  for (const tree of treesOf(source)) {
    visit(tree, (node) => {
      const target = targetOf(node);
      if (target !== undefined) found.push(textOf(target));
    });
  }
  const styles = stylesOf(source);
  for (const match of styles.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g))
    found.push(match[1] ?? computed);
  return found;
}

function stylesOf({ path, text }: Source): string {
  if (path.endsWith(".css")) return text;
  if (!path.endsWith(".svelte")) return "";
  return [...text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join("\n");
}

function targetOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return node.argument;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText();
    const loads =
      node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      /^(require(\.resolve)?|import\.meta\.(glob|resolve))$/.test(callee);
    return loads ? (node.arguments[0] ?? node) : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "URL") {
    return node.arguments?.[1]?.getText() === "import.meta.url" ? node.arguments[0] : undefined;
  }
  return undefined;
}

function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return node.literal.text;
  return computed;
}
