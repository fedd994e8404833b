import type { Page } from "playwright";

/** Looks at what the gallery of the guard's surfaces draws in its open shadow root (test/fixtures/mail/gallery.ts). */

/** Pages whose style sheets do what no page should. */
export const oddPages: readonly (readonly [name: string, style: string, attributes: string])[] = [
  ["sizes in tenths", "html { font-size: 62.5% } body { font-size: 1.6rem }", ""],
  ["everything unset", "* { all: unset !important } div { display: none !important }", ""],
  ["a body that is moved and scaled", "body { transform: scale(.5) rotate(3deg); filter: blur(1px) }", ""],
  ["a root that is moved", "html { transform: translateX(300px); perspective: 10px; contain: paint }", ""],
  ["words from top to bottom", "html { writing-mode: vertical-rl; text-orientation: upright }", ""],
  [
    "odd letters",
    "* { letter-spacing: 1em !important; word-spacing: 3em !important; line-height: 0 !important; text-transform: uppercase !important; text-indent: -999px !important; font-weight: 900 !important }",
    "",
  ],
  ["a root that shows nothing", "html { visibility: hidden; pointer-events: none; user-select: none }", ""],
  ["a layer above all", "main { position: fixed; inset: 0; z-index: 2147483647; background: red }", ""],
  ["styles for every dialog", "dialog, [popover] { display: none !important; inset: 90% !important }", ""],
  ["an inert root", "", "inert"],
];

/** How title and sentence are drawn, and whether the dialog stands in the middle, above the page. */
export const drawnLike = (page: Page) =>
  page.locator("dialog[open]").evaluate((dialog) => {
    const root = dialog.getRootNode() as ShadowRoot;
    const part = (selector: string) => dialog.querySelector(selector) as HTMLElement;
    const type = (selector: string) => {
      const { fontSize, lineHeight, fontWeight, textTransform } = getComputedStyle(part(selector));
      return `${fontSize} ${lineHeight} ${fontWeight} ${textTransform}`;
    };
    const box = part(".dialog").getBoundingClientRect();
    const first = part(".button.primary").getBoundingClientRect();
    const [x, y] = [first.left + first.width / 2, first.top + first.height / 2];
    return {
      title: type(".title"),
      seen: type(".seen"),
      mode: getComputedStyle(part(".seen")).writingMode,
      lines: box.width === 560 && part(".seen").getBoundingClientRect().height < 100,
      centred: Math.abs((box.left + box.right) / 2 - innerWidth / 2) < 12,
      onTop: root.elementFromPoint(x, y) === part(".button.primary"),
    };
  });

/** What sticks out of the window or of its own box: words that would be cut off, and what would scroll both ways. */
export const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const host = [...document.documentElement.children].find((one) => one.shadowRoot) as HTMLElement;
    const all = host.shadowRoot?.querySelectorAll<HTMLElement>(".chaperone *") ?? [];
    return [...all].flatMap((one) => {
      const box = one.getBoundingClientRect();
      // The bar of a running check slides out of its track on purpose, and an X out of its padding.
      if (box.width === 0 || one.matches(".bar i, .end, svg *")) return [];
      const out = box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5;
      const cut = one.scrollWidth > one.clientWidth + 1 && !one.matches("input, .bar") && one.clientWidth > 0;
      const inline = getComputedStyle(one).display === "inline";
      return out || (cut && !inline) ? [`${one.className || one.localName}: ${one.textContent}`] : [];
    });
  });

/** Names of the controls that the keyboard can't bring into view whole, one after the other. */
export const unreached = (page: Page): Promise<string[]> =>
  page.locator("dialog[open]").evaluate((dialog) => {
    const controls = [...dialog.querySelectorAll<HTMLElement>("button, input")];
    const root = dialog.getRootNode() as ShadowRoot;
    return controls.flatMap((one) => {
      one.focus();
      const { top, bottom, left, width } = one.getBoundingClientRect();
      const onTop = root.elementFromPoint(left + width / 2, (top + bottom) / 2);
      const seen = top >= 0 && bottom <= innerHeight && onTop !== null && one.contains(onTop);
      return root.activeElement === one && seen ? [] : [one.textContent || one.localName];
    });
  });

/**
 * Sentences of ours whose words or full stop don't follow each other from the left, line by line, whatever stands between them.
 */
export const outOfOrder = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const host = [...document.documentElement.children].find((one) => one.shadowRoot) as HTMLElement;
    const root = host.shadowRoot as ShadowRoot;
    const blocks = "p, h2, h3, dt, .from > span, .button, .link, .way b, .way span, label, .state";
    return [...root.querySelectorAll<HTMLElement>(blocks)].flatMap((block) => {
      if (getComputedStyle(block).display === "flex") return [];
      const placed: { word: string; box: DOMRect }[] = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // English words and what ends a sentence; a name in other letters goes its own way.
        if (node.parentElement?.localName === "bdi") continue;
        const ours = (node.textContent ?? "").replace(/\u2068.*?\u2069/g, (name) => "-".repeat(name.length));
        for (const found of ours.matchAll(/[A-Za-z’]+|[.:?…]/g)) {
          const range = document.createRange();
          range.setStart(node, found.index);
          range.setEnd(node, found.index + found[0].length);
          const box = range.getBoundingClientRect();
          if (box.width > 0) placed.push({ word: found[0], box });
        }
      }
      const wrong = placed.some(({ box }, i) => {
        const before = placed[i - 1]?.box;
        return before !== undefined && Math.abs(before.top - box.top) < 4 && box.left < before.left;
      });
      return wrong ? [block.textContent ?? ""] : [];
    });
  });

/** Controls of which nobody would see that they have the focus. */
export const unseenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const host = [...document.documentElement.children].find((one) => one.shadowRoot) as HTMLElement;
    const root = host.shadowRoot as ShadowRoot;
    const back = (one: Element | null): string => {
      for (let at = one; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/rgba\(.*, 0\)|transparent/.test(backgroundColor)) return backgroundColor;
      }
      return "";
    };
    const shown = [...root.querySelectorAll<HTMLElement>("button, input")].filter((one) =>
      one.checkVisibility(),
    );
    return shown.flatMap((one) => {
      one.focus({ focusVisible: true } as FocusOptions);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const seen = outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2;
      return seen && outlineColor !== back(one.parentElement) ? [] : [one.textContent || one.localName];
    });
  });

/** Buttons and fields whose edge has the colour of what is around them. */
export const unseenEdges = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const host = [...document.documentElement.children].find((one) => one.shadowRoot) as HTMLElement;
    const root = host.shadowRoot as ShadowRoot;
    return [...root.querySelectorAll<HTMLElement>(".button, .input, .dialog, .notice, input")].flatMap(
      (one) => {
        if (!one.checkVisibility()) return [];
        const { borderTopWidth, borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(one);
        const seen =
          Number.parseFloat(borderTopWidth) >= 1 &&
          borderTopStyle === "solid" &&
          borderTopColor !== backgroundColor;
        return seen ? [] : [one.textContent || one.className];
      },
    );
  });

/** A node of what a screen reader is given. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly invalid: string;
  readonly live: string;
  readonly modal: boolean;
}

/** What a screen reader is given of a part of our surface, in its order. */
export async function heard(page: Page, selector = "dialog[open]"): Promise<Heard[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const held = await page.locator(selector).first().elementHandle();
    await held?.evaluate((one) => one.setAttribute("data-heard", ""));
    const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
    const backend = backendOf(root as DomNode);
    await held?.evaluate((one) => one.removeAttribute("data-heard"));
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const from = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === backend);
    const told: Heard[] = [];
    const walk = (node: (typeof nodes)[number] | undefined): void => {
      if (!node) return;
      const value = (name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value;
      if (!node.ignored)
        told.push({
          role: String(node.role?.value ?? ""),
          name: String(node.name?.value ?? ""),
          description: String(node.description?.value ?? ""),
          invalid: value("invalid") === "true" ? "true" : "",
          live: String(value("live") ?? ""),
          modal: value("modal") === true,
        });
      // The words of a text's lines are the text's own.
      if (node.role?.value !== "StaticText") for (const id of node.childIds ?? []) walk(byId.get(id));
    };
    walk(from);
    return told;
  } finally {
    await cdp.detach();
  }
}

interface DomNode {
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

function backendOf(node: DomNode): number | undefined {
  if (node.attributes?.includes("data-heard")) return node.backendNodeId;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = backendOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Words without the spaces and isolates between them. */
export const lettersOf = (texts: readonly string[]): string =>
  texts.join("").replace(/[\s\u2066-\u2069]/g, "");
