import type { RecipientAnswer } from "../answers.ts";
import { isOver, receivedSaid } from "../reports/received.ts";
import dialogCss from "./dialog.css?inline";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { shieldKeys } from "./keys.ts";
import { drawNotice, link, type Notice, type NoticeWords, notify, put } from "./notices.ts";
import { say } from "./strings.ts";
import type { Surface } from "./surface.ts";

/** A notice that asks, and stays until it is answered or put off. */
export interface Question extends Notice {
  /** False once it is answered or put off, or a dialog has taken its place. */
  isShown(): boolean;
  /** Shows the field, where only the question stood. */
  open(): void;
}

export interface QuestionEars {
  /** What is wrong with an answer before it is sent; '' for nothing. */
  wrong(text: string): Promise<string>;
  answer(text: string): Promise<RecipientAnswer>;
  later(): void;
}

/**
 * Asks who received what was sent anyway: a question of fact. What is typed here is no business of the page: it stays
 * in the closed shadow root, and its keys never reach the page's listeners.
 *
 * One line until it is opened: it must not lie over a message that the person goes on writing.
 *
 * @param words - What is said before it: what became of the choice.
 */
export function askReceived(surface: Surface, words: NoticeWords | undefined, ears: QuestionEars): Question {
  const doc = surface.host.ownerDocument;
  surface.dress(dialogCss);
  const { notice, close } = drawNotice(doc, words, () => putOff());
  const putOff = (): void => {
    close();
    ears.later();
    notify(surface, { said: say("received.put-off") });
  };
  const form = drawForm(doc, putOff, async (typed) => {
    const wrong = await ears.wrong(typed);
    if (wrong) return wrong;
    const text = typed.trim();
    const told = await ears.answer(text);
    if (!isOver(told)) return receivedSaid(told);
    close();
    notify(surface, { said: receivedSaid(told) });
    return undefined;
  });
  const open = (): void => {
    if (notice.contains(form)) return;
    notice.querySelector(".question")?.remove();
    notice.append(form);
  };
  const pressed = (): void => {
    open();
    form.querySelector("input")?.focus();
  };
  const row = element(
    doc,
    "p",
    { class: "row" },
    element(doc, "strong", {}, say("received.ask")),
    link(doc, say("received.answer"), pressed),
    link(doc, say("received.later"), putOff),
  );
  notice.append(element(doc, "div", { class: "question" }, row));
  if (doc.defaultView) shieldKeys(doc.defaultView, surface.host);
  put(surface, notice);
  return { close, open, isShown: () => notice.isConnected };
}

/** @param answer - Sends it; what it gives is said at the field. */
function drawForm(
  doc: Document,
  later: () => void,
  answer: (text: string) => Promise<string | undefined>,
): HTMLElement {
  const input = element(doc, "input", {
    class: "input",
    id: "received",
    type: "text",
    autocomplete: "off",
    "aria-describedby": "received-hint",
  });
  const submit = element(doc, "button", { class: "button compact", type: "submit" }, say("received.answer"));
  const form = element(
    doc,
    "form",
    { class: "question", novalidate: true },
    element(doc, "label", { for: "received" }, say("received.ask")),
    element(doc, "p", { id: "received-hint" }, say("received.hint")),
    input,
    element(doc, "div", { class: "row" }, submit, link(doc, say("received.later"), later)),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clear(form, input);
    submit.disabled = true;
    const said = await answer(input.value);
    submit.disabled = false;
    if (said) showWrong(doc, input, said);
  });
  return form;
}

function clear(form: HTMLElement, input: HTMLInputElement): void {
  form.querySelector(".error")?.remove();
  input.classList.remove("wrong");
  input.removeAttribute("aria-invalid");
  input.setAttribute("aria-describedby", "received-hint");
}

function showWrong(doc: Document, input: HTMLInputElement, text: string): void {
  const said = element(doc, "span", {}, text);
  const wrong = { class: "error", id: "received-wrong", role: "alert" };
  input.before(element(doc, "p", wrong, icon(doc, "wrong"), said));
  input.classList.add("wrong");
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", "received-hint received-wrong");
  input.focus();
}
