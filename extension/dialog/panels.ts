import { tidy } from "#domain/base/tidy";
import { button } from "./draw.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import type { Because, BecauseForm, Choice, NotForm } from "./model.ts";
import { type StringKey, say } from "./strings.ts";

/** A drawn panel and where the focus goes when it opens. */
export interface Panel {
  readonly panel: HTMLElement;
  readonly focus: HTMLElement;
}

/** Longest sentence that an event takes (domain/ledger/event-kinds.ts). */
const longest = 300;

/** "It isn't a patient document". */
export function drawNot(
  doc: Document,
  form: NotForm,
  choose: (choice: Choice) => void,
  back: () => void,
): Panel {
  const heading = element(doc, "h3", { tabindex: "-1" }, form.title);
  const panel = element(
    doc,
    "div",
    { class: "panel" },
    heading,
    element(doc, "p", {}, form.said),
    element(
      doc,
      "div",
      { class: "actions" },
      button(doc, form.submit, true, () => choose({ act: "not-patient" })),
      button(doc, say("frame.back"), false, back),
    ),
  );
  return { panel, focus: heading };
}

/** Words of a sentence that may name a patient; '' for none, undefined where nobody could look. */
export type LeaveOut = (sentence: string) => Promise<string | undefined>;

export interface BecauseReactions<Reason extends string> {
  choose(because: Because<Reason>): void;
  back(): void;
  readonly leaveOut: LeaveOut;
}

/** Asks for a reason and a sentence that names nobody, as "Send anyway because…" does. No reason is preselected. */
export function drawBecause<Reason extends string>(
  doc: Document,
  form: BecauseForm<Reason>,
  { choose, back, leaveOut }: BecauseReactions<Reason>,
): Panel {
  const radios = form.reasons.map(([value, label]) => {
    const input = element(doc, "input", { type: "radio", name: "why", value });
    return { input, row: element(doc, "label", { class: "radio" }, input, element(doc, "span", {}, label)) };
  });
  const group = element(
    doc,
    "fieldset",
    { role: "radiogroup" },
    element(doc, "legend", {}, element(doc, "h3", {}, form.title)),
    element(doc, "div", { class: "radios" }, ...radios.map(({ row }) => row)),
  );
  const input = element(doc, "input", {
    class: "input",
    id: "sentence",
    type: "text",
    "aria-describedby": "hint",
    autocomplete: "off",
  });
  const submit = element(doc, "button", { class: "button primary", type: "submit" }, form.submit);
  const panel = element(
    doc,
    "form",
    { class: "panel", novalidate: true },
    group,
    element(doc, "label", { class: "label", for: "sentence" }, say("anyway.sentence")),
    element(doc, "p", { class: "hint", id: "hint" }, form.hint),
    input,
    element(doc, "div", { class: "actions" }, submit, button(doc, say("frame.back"), false, back)),
  );
  const wrongs = new Wrongs(doc, group, input);
  let screening = false;
  const submitted = async (): Promise<void> => {
    wrongs.clear();
    const reason = radios.find((radio) => radio.input.checked)?.input.value as Reason | undefined;
    const sentence = tidy(input.value).trim().replace(/\s+/g, " ");
    if (!reason) return wrongs.atReason("error.reason", radios[0]?.input);
    const wrong = await wrongWith(sentence, leaveOut);
    if (wrong) return wrongs.atSentence(...wrong);
    choose({ reason, sentence });
  };
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    if (screening) return;
    screening = true;
    submitted().finally(() => {
      screening = false;
    });
  });
  return { panel, focus: radios[0]?.input ?? input };
}

/** What is wrong with a sentence, and the words to leave out; undefined if it may be kept. */
export async function wrongWith(
  sentence: string,
  leaveOut: LeaveOut,
): Promise<[StringKey, string] | undefined> {
  if (sentence.length < 3) return ["error.sentence", ""];
  if (sentence.length > longest) return ["error.long", ""];
  const words = await leaveOut(sentence);
  if (words === undefined) return ["error.not-screened", ""];
  return words === "" ? undefined : ["error.leave-out", words];
}

/** The error of the form: one at a time, tied to its field, with the focus there. */
class Wrongs {
  readonly #doc: Document;
  readonly #group: HTMLElement;
  readonly #input: HTMLInputElement;
  #shown: HTMLElement | undefined;

  constructor(doc: Document, group: HTMLElement, input: HTMLInputElement) {
    this.#doc = doc;
    this.#group = group;
    this.#input = input;
  }

  clear(): void {
    this.#shown?.remove();
    this.#group.removeAttribute("aria-describedby");
    this.#group.removeAttribute("aria-invalid");
    this.#input.classList.remove("wrong");
    this.#input.removeAttribute("aria-invalid");
    this.#input.setAttribute("aria-describedby", "hint");
  }

  atReason(key: StringKey, first: HTMLElement | undefined): void {
    this.#group.append(this.#draw(key, ""));
    this.#group.setAttribute("aria-describedby", "wrong");
    this.#group.setAttribute("aria-invalid", "true");
    first?.focus();
  }

  atSentence(key: StringKey, words: string): void {
    this.#input.before(this.#draw(key, words));
    this.#input.classList.add("wrong");
    this.#input.setAttribute("aria-invalid", "true");
    this.#input.setAttribute("aria-describedby", "hint wrong");
    this.#input.focus();
  }

  #draw(key: StringKey, words: string): HTMLElement {
    const said = element(this.#doc, "span", {}, say(key, { words }));
    this.#shown = element(
      this.#doc,
      "p",
      { class: "error", id: "wrong", role: "alert" },
      icon(this.#doc, "wrong"),
      said,
    );
    return this.#shown;
  }
}
