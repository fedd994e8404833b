import { button } from "./draw.ts";
import { element, isolated } from "./element.ts";
import type { TakeOutForm } from "./model.ts";
import type { Panel } from "./panels.ts";
import { say } from "./strings.ts";

/** Shows the words that would be taken out. They are seen here alone: neither the page nor an event gets them. */
export function drawTakeOut(doc: Document, form: TakeOutForm, taken: () => void, back: () => void): Panel {
  const heading = element(doc, "h3", { tabindex: "-1" }, form.title);
  const words = form.words.map((word) => element(doc, "li", {}, isolated(doc, word)));
  const panel = element(
    doc,
    "div",
    { class: "panel" },
    heading,
    element(doc, "p", {}, form.said),
    element(doc, "ul", { class: "words" }, ...words),
    element(
      doc,
      "div",
      { class: "actions" },
      button(doc, form.submit, true, taken),
      button(doc, say("frame.back"), false, back),
    ),
  );
  return { panel, focus: heading };
}
