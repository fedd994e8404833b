import ts from "typescript";
import { treesOf, visit } from "./code.ts";
import type { Source } from "./sources.ts";

/** Stands for an import whose target is worked out while running. */
export const computed = "(computed)";

const known = new WeakMap<Source, readonly string[]>();

/**
 * All that a file brings in: static, dynamic and type imports, re-exports, `require`, globs, URLs beside the
 * module, and the style sheets of a style sheet.
 */
export function importsOf(source: Source): readonly string[] {
  const found = known.get(source) ?? allImports(source);
  known.set(source, found);
  return found;
}

function allImports(source: Source): string[] {
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
    return loads(node.expression) ? (node.arguments[0] ?? node) : undefined;
  }
  if (ts.isNewExpression(node) && isNamed(node.expression, "URL")) {
    return node.arguments?.[1]?.getText() === "import.meta.url" ? node.arguments[0] : undefined;
  }
  return undefined;
}

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

/** The text of what is called is asked only where its last name fits: chains of calls are long. */
function loads(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword || isNamed(callee, "require")) return true;
  return (
    ts.isPropertyAccessExpression(callee) &&
    /^(glob|resolve)$/.test(callee.name.text) &&
    /^(require\.resolve|import\.meta\.(glob|resolve))$/.test(callee.getText())
  );
}

function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return node.literal.text;
  return computed;
}
