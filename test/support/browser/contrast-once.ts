/** What axe keeps of an element, as far as it is asked here; each run makes its own. */
interface Drawn {
  readonly parent?: Drawn | null;
  getComputedStylePropertyValue(name: string): string;
}
type Evaluate = (this: unknown, node: Element, options: unknown, drawn: Drawn) => boolean | undefined;
interface Audited {
  readonly axe: { readonly _audit: { readonly checks: Readonly<Record<string, { evaluate: Evaluate }>> } };
}

/**
 * Has axe, which the page has loaded, measure the contrast of texts that are drawn alike until one of them passes: a list has
 * hundreds of them, and to measure takes axe a third of its time. Alike are those of the same ink, size and weight upon the
 * same backgrounds of all that they lie in; what lies out of the flow is like nothing else. It runs in the page.
 */
export function measureContrastOnce(): void {
  const check = (window as unknown as Audited).axe._audit.checks["color-contrast"];
  if (!check) throw new Error("axe has no check of contrast");
  const measure = check.evaluate;
  const ink = [
    "color",
    "font-size",
    "font-weight",
    "text-shadow",
    "-webkit-text-stroke-width",
    "text-indent",
  ];
  const ground = ["background-color", "background-image", "background-clip", "opacity", "filter"];
  const numbers = new Map<string, number>();
  const grounds = new WeakMap<Drawn, number>();
  const passed = new Set<string>();
  let outOfFlow = 0;
  const look = (drawn: Drawn, names: readonly string[]) =>
    names.map((name) => drawn.getComputedStylePropertyValue(name)).join(";");
  const numbered = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  /** The number of a ground, with all that lies below it. */
  const groundOf = (drawn: Drawn): number => {
    const known = grounds.get(drawn);
    if (known !== undefined) return known;
    const flows = /^(?:static|relative)$/.test(drawn.getComputedStylePropertyValue("position"));
    if (!flows) outOfFlow += 1;
    const below = drawn.parent ? groundOf(drawn.parent) : "";
    const number = numbered(`${below} ${look(drawn, ground)} ${flows ? "" : outOfFlow}`);
    grounds.set(drawn, number);
    return number;
  };
  check.evaluate = function (node, options, drawn) {
    const key = `${groundOf(drawn)} ${look(drawn, ink)}`;
    if (passed.has(key)) return true;
    const result = measure.call(this, node, options, drawn);
    if (result === true) passed.add(key);
    return result;
  };
}
