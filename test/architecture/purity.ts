import ts from "typescript";
import { treesOf, visit } from "./code.ts";
import type { Source } from "./sources.ts";

/** What a browser or Node has and PocketBase's engine lacks, or what makes an answer depend on more than its arguments. */
const forbidden = new Set(
  `crypto fetch Intl document window self globalThis navigator location setTimeout setInterval setImmediate queueMicrotask
  performance process console localStorage sessionStorage indexedDB caches XMLHttpRequest WebSocket EventSource Worker
  TextEncoder TextDecoder URL URLSearchParams structuredClone Buffer Temporal WeakRef atob btoa`.split(/\s+/),
);

/** Each use of clock, randomness, network, DOM or what goja lacks in these files of the domain, as a sentence. */
export function impurities(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    treesOf(source).flatMap((tree) => {
      const own = declaredNames(tree);
      const found: string[] = [];
      visit(tree, (node) => {
        const what = impurity(node, own);
        if (what) found.push(`${source.path} uses ${what}`);
      });
      return found;
    }),
  );
}

function impurity(node: ts.Node, own: ReadonlySet<string>): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (/^(Date\.now|Math\.random)$/.test(text)) return text;
    if (/^toLocale|^localeCompare$/.test(node.name.text)) return node.name.text;
  }
  if (ts.isElementAccessExpression(node) && /^(Date|Math)$/.test(node.expression.getText()))
    return node.getText();
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "new Date()";
  if (ts.isCallExpression(node) && node.expression.getText() === "Date") return "Date()";
  if (ts.isRegularExpressionLiteral(node)) {
    if (/\\p\{/i.test(node.text)) return "\\p{} in a pattern";
    if (/\/[a-z]*[dv][a-z]*$/.test(node.text)) return "flag d or v of a pattern";
  }
  if (ts.isIdentifier(node) && forbidden.has(node.text) && !own.has(node.text) && !isName(node))
    return node.text;
  return undefined;
}

/** Whether an identifier only names a member, such as `document` in `{ document: 1 }` or `kind.document`. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  return "name" in parent && parent.name === node;
}

/** What a file declares itself shadows the global of the same name. */
function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
