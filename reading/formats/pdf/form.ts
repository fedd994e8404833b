/** A node of the tree that PDF.js makes of a form. */
interface FormNode {
  readonly name?: string;
  readonly value?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly (FormNode | null)[];
}

/** Nodes inside each other that are looked into. */
const deepest = 200;

/** Labels and values of a form, one a line. */
export function formText(form: object): string {
  const lines: string[] = [];
  const walk = (node: FormNode | null, depth: number) => {
    if (!node || depth > deepest) return;
    const { value, attributes = {} } = node;
    for (const one of [value, attributes.value, attributes.textContent, attributes["aria-label"]])
      if (typeof one === "string" && one.trim() !== "") lines.push(one.trim());
    for (const child of node.children ?? []) walk(child, depth + 1);
  };
  walk(form as FormNode, 0);
  return [...new Set(lines)].join("\n");
}
