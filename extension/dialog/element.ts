type Child = Node | string | false | undefined | null;
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

const svgNames: ReadonlySet<string> = new Set(["svg", "path"]);

/** Makes an element by DOM calls alone: pages with Trusted Types refuse every string of markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  doc: Document,
  name: Name,
  attributes?: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[Name];
export function element(doc: Document, name: string, attributes?: Attributes, ...children: Child[]): Element;
export function element(
  doc: Document,
  name: string,
  attributes: Attributes = {},
  ...children: Child[]
): Element {
  const made = svgNames.has(name)
    ? doc.createElementNS("http://www.w3.org/2000/svg", name)
    : doc.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

/** Text that keeps its own direction: file names and addresses. */
export const isolated = (doc: Document, text: string): HTMLElement => element(doc, "bdi", {}, text);
