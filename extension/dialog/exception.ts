import type { OverrideReason } from "#domain/ledger/mail-lists";
import type { ExceptionAnswer } from "../answers.ts";
import { button } from "./draw.ts";
import { element } from "./element.ts";
import type { Because, ExceptionForm } from "./model.ts";
import { drawBecause, type LeaveOut, type Panel } from "./panels.ts";
import { say } from "./strings.ts";

/** What the panel of exceptions asks the clinic's server, by way of the background. */
export interface ExceptionEars {
  look(): Promise<ExceptionAnswer>;
  ask(because: Because<OverrideReason>): Promise<ExceptionAnswer>;
  /** Uses it up: from then on the document may go. */
  use(id: string): Promise<ExceptionAnswer>;
}

const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/**
 * "Use an approved exception": how it stands is asked when the row is opened, and it is used by a click here, so that a
 * refusal leaves every other way open.
 *
 * `used`: it was used, and the document goes.
 */
export function drawException(
  doc: Document,
  form: ExceptionForm,
  ears: ExceptionEars,
  { used, back, leaveOut }: { used(): void; back(): void; readonly leaveOut: LeaveOut },
): Panel {
  const heading = element(doc, "h3", { tabindex: "-1" }, form.title);
  const said = element(doc, "p", { role: "status" }, say("exception.looking"));
  const goBack = button(doc, say("frame.back"), false, back);
  const actions = element(doc, "div", { class: "actions" }, goBack);
  const panel = element(doc, "div", { class: "panel" }, heading, said, actions);
  const tell = (answer: ExceptionAnswer): void => {
    for (const node of actions.querySelectorAll(".primary")) node.remove();
    panel.querySelector("form")?.remove();
    said.textContent = saidOf(answer);
    if (!answer.known) return;
    if (answer.is === "approved") {
      const use = button(doc, form.submit, true, async () => {
        use.disabled = true;
        heading.focus();
        const then = await ears.use(answer.id);
        if (then.known && then.is === "used") used();
        else tell(then);
      });
      actions.prepend(use);
      use.focus();
    } else if (answer.is !== "asked") {
      const chosen = async (because: Because<OverrideReason>): Promise<void> => {
        asking.panel.remove();
        said.textContent = say("exception.asking");
        panel.append(actions);
        heading.focus();
        tell(await ears.ask(because));
      };
      const asking = drawBecause(doc, form.asking, { choose: chosen, back, leaveOut });
      actions.remove();
      panel.append(asking.panel);
      asking.focus.focus();
    }
  };
  void ears.look().then(tell);
  return { panel, focus: heading };
}

function saidOf(answer: ExceptionAnswer): string {
  if (!answer.known) return answer.said;
  const { is, who } = answer;
  const time = answer.until === "" ? "" : day.format(new Date(answer.until));
  if (is === "approved") return say("exception.approved", { who, time });
  if (is === "asked") return say("exception.asked", { time });
  if (is === "refused") return say("exception.refused", { who });
  return say("exception.none");
}
