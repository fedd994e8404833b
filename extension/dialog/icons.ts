import { element } from "./element.ts";

/** Paths of Lucide icons (24 px, outlines) and of our mark and shapes (16 px), as mock/extension draws them. */
const lucide = {
  arrow: ["m9 18 6-6-6-6"],
  close: ["M18 6 6 18", "m6 6 12 12"],
  wrong: [
    "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3",
    "M12 9v4",
    "M12 17h.01",
  ],
} as const;

export function icon(doc: Document, name: keyof typeof lucide): Element {
  const paths = lucide[name].map((d) => element(doc, "path", { d }));
  return element(doc, "svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, ...paths);
}

/** The mark of Chaperone. */
export function mark(doc: Document): Element {
  return element(
    doc,
    "svg",
    { class: "mark", viewBox: "0 0 16 16", "aria-hidden": "true" },
    element(doc, "path", { d: "M4 1h11v3H4v8h11v3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z" }),
    element(doc, "path", { d: "M6 5h4l2 2v4H6z" }),
  );
}

/** The shape beside a file: held or fine. Colour only adds to it. */
export function shape(doc: Document, fine: boolean): Element {
  const line = { fill: "none", stroke: "currentColor" };
  const paths = fine
    ? [element(doc, "path", { d: "m2.5 8.5 3.5 3.5 7.5-8", ...line, "stroke-width": "2" })]
    : [
        element(doc, "path", { d: "M1.5 1.5h13v13h-13z", ...line, "stroke-width": "1.6" }),
        element(doc, "path", { d: "M4.5 8h7", ...line, "stroke-width": "2" }),
      ];
  const look = `shape ${fine ? "is-fine" : "is-held"}`;
  return element(doc, "svg", { class: look, viewBox: "0 0 16 16", "aria-hidden": "true" }, ...paths);
}
