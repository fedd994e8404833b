import { element, isolated } from "./element.ts";
import { icon, mark, shape } from "./icons.ts";
import type { DialogModel, Fact, FileLine, Opens, Row } from "./model.ts";
import { say } from "./strings.ts";

/** What the parts of a drawn dialog do. */
export interface Reactions {
  act(act: NonNullable<Row["act"]>): void;
  open(form: Opens, from: HTMLElement): void;
  whatIsRecorded(): void;
}

/** The dialog's frame, sentence and facts; `foot` is what changes when a row is opened. */
export function drawFrame(
  doc: Document,
  model: DialogModel,
): { dialog: HTMLDialogElement; box: HTMLElement; main: HTMLElement } {
  const title = element(doc, "h2", { class: "title", id: "title", tabindex: "-1" }, model.title);
  const main = element(
    doc,
    "div",
    { class: "main" },
    title,
    element(doc, "p", { class: "seen", id: "seen" }, model.seen),
    model.facts.length > 0 &&
      element(doc, "dl", { class: "facts" }, ...model.facts.map((fact) => drawFact(doc, fact))),
    model.files.length > 0 &&
      element(doc, "ul", { class: "files" }, ...model.files.map((file) => drawFile(doc, file))),
  );
  const from = element(
    doc,
    "p",
    { class: "from" },
    mark(doc),
    element(
      doc,
      "span",
      {},
      element(doc, "b", {}, say("frame.name")),
      model.clinic && ` ${say("frame.for", { clinic: model.clinic })}`,
    ),
  );
  const box = element(doc, "div", { class: model.narrow ? "dialog narrow" : "dialog" }, from, main);
  const dialog = element(
    doc,
    "dialog",
    {
      class: "scrim",
      role: "alertdialog",
      "aria-modal": "true",
      "aria-labelledby": "title",
      "aria-describedby": "seen",
    },
    box,
  );
  return { dialog, box, main };
}

function drawFact(doc: Document, { label, value, aside }: Fact): HTMLElement {
  return element(
    doc,
    "div",
    {},
    element(doc, "dt", {}, label),
    element(doc, "dd", {}, isolated(doc, value), aside && element(doc, "span", { class: "aside" }, aside)),
  );
}

function drawFile(doc: Document, { name, fine, state, said }: FileLine): HTMLElement {
  return element(
    doc,
    "li",
    {},
    shape(doc, fine),
    element(doc, "span", { class: "name" }, isolated(doc, name)),
    element(doc, "span", { class: `state ${fine ? "is-fine" : "is-held"}` }, state),
    element(doc, "p", {}, said),
  );
}

/** Rule, buttons and the line under them: the end of the main part while no row is open. */
export function drawButtons(doc: Document, model: DialogModel, { act }: Reactions): HTMLElement[] {
  const { first, second, rule, after } = model;
  const made: HTMLElement[] = [];
  if (rule) {
    const strong = rule.strong && element(doc, "strong", {}, rule.strong);
    made.push(element(doc, "p", { class: "rule" }, strong, strong && " ", rule.said));
  }
  const actions = element(
    doc,
    "div",
    { class: "actions" },
    button(doc, first.label, true, () => act(first.act)),
  );
  if (second) actions.append(button(doc, second.label, false, () => act(second.act)));
  made.push(actions);
  if (after) made.push(element(doc, "p", { class: "after" }, after));
  return made;
}

/** The rows of other ways on. */
export function drawRows(
  doc: Document,
  rows: readonly Row[],
  { act, open }: Reactions,
): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  const items = rows.map((row) => {
    const way = element(
      doc,
      "button",
      { class: "way", type: "button" },
      element(doc, "b", {}, row.label),
      element(doc, "span", {}, row.hint),
      (row.opens || row.act === "each") && icon(doc, "arrow"),
    );
    way.addEventListener("click", () => {
      if (row.opens) open(row.opens, way);
      else if (row.act) act(row.act);
    });
    return element(doc, "li", {}, way);
  });
  return element(doc, "ul", { class: "ways" }, ...items);
}

/** The foot: what is recorded, and where to read more. */
export function drawRecorded(doc: Document, said: string, { whatIsRecorded }: Reactions): HTMLElement {
  const more = element(doc, "button", { class: "link", type: "button" }, say("frame.what-is-recorded"));
  more.addEventListener("click", whatIsRecorded);
  return element(doc, "p", { class: "recorded" }, `${said} `, more);
}

export function button(
  doc: Document,
  label: string,
  primary: boolean,
  pressed: () => void,
): HTMLButtonElement {
  const made = element(
    doc,
    "button",
    { class: primary ? "button primary" : "button", type: "button" },
    label,
  );
  made.addEventListener("click", pressed);
  return made;
}
