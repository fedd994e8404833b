import type { DisputeReason, OverrideReason } from "#domain/ledger/mail-lists";
import dialogCss from "./dialog.css?inline";
import { drawButtons, drawFrame, drawRecorded, drawRows, type Reactions } from "./draw.ts";
import { drawException, type ExceptionEars } from "./exception.ts";
import { focusKeeper, stayOnTop } from "./focus.ts";
import { keepKeys } from "./keys.ts";
import type { Because, Choice, DialogModel, Opens } from "./model.ts";
import { drawBecause, drawNot, type LeaveOut, type Panel } from "./panels.ts";
import type { Surface } from "./surface.ts";
import { drawTakeOut } from "./take-out.ts";

export interface AskReactions {
  /** Opens the page that says so. */
  whatIsRecorded(): void;
  readonly leaveOut: LeaveOut;
}

/**
 * Shows the dialog and waits for a choice. There is no way out but a choice: no X, no click beside it; Esc is the
 * first button, or Back in an opened row.
 *
 * @param signal - Ends it unanswered, when the page goes.
 * @param exceptions - Asks about an exception for what is held, where there may be one.
 */
export function ask(
  surface: Surface,
  model: DialogModel,
  signal: AbortSignal,
  { whatIsRecorded, leaveOut }: AskReactions,
  exceptions?: ExceptionEars,
): Promise<Choice> {
  const doc = surface.host.ownerDocument;
  const view = doc.defaultView;
  surface.dress(dialogCss);
  const giveBack = focusKeeper(doc);
  const open = new AbortController();
  const { dialog, box, main } = drawFrame(doc, model);
  let back: (() => void) | undefined;

  return new Promise<Choice>((resolve, reject) => {
    const choose = (choice: Choice): void => {
      open.abort();
      dialog.close();
      dialog.remove();
      giveBack();
      resolve(choice);
    };
    const reactions: Reactions = {
      act: (act) => choose({ act }),
      whatIsRecorded,
      open(form, from) {
        const rowAt = [...box.querySelectorAll(".way")].indexOf(from);
        back = () => {
          close();
          box.querySelectorAll<HTMLElement>(".way")[rowAt]?.focus();
        };
        openPanel(form, back);
      },
    };
    const put = (...nodes: (Node | undefined)[]): void => {
      while (box.lastChild !== main) box.lastChild?.remove();
      box.append(...nodes.filter((node) => node !== undefined));
    };
    const drawnPanel = (form: Opens, goBack: () => void): Panel | undefined => {
      const { anyway, not, notBecause, exception, takeOut } = model;
      if (form === "take-out")
        return takeOut && drawTakeOut(doc, takeOut, () => choose({ act: "take-out" }), goBack);
      if (form === "exception") {
        const used = (): void => choose({ act: "exception" });
        return (
          exception &&
          exceptions &&
          drawException(doc, exception, exceptions, { used, back: goBack, leaveOut })
        );
      }
      if (form === "anyway") {
        const chosen = (why: Because<OverrideReason>): void => choose({ act: "anyway", ...why });
        return anyway && drawBecause(doc, anyway, { choose: chosen, back: goBack, leaveOut });
      }
      if (notBecause) {
        const chosen = (because: Because<DisputeReason>): void => choose({ act: "not-patient", because });
        return drawBecause(doc, notBecause, { choose: chosen, back: goBack, leaveOut });
      }
      return not && drawNot(doc, not, choose, goBack);
    };
    const openPanel = (form: Opens, goBack: () => void): void => {
      const drawn = drawnPanel(form, goBack);
      if (!drawn) return;
      const asking =
        form === "exception" ? model.exception?.asking : form === "anyway" ? model.anyway : model.notBecause;
      const said = asking?.recorded ?? model.recorded;
      for (const node of main.querySelectorAll(".rule, .actions, .after")) node.remove();
      put(drawn.panel, drawRecorded(doc, said, reactions));
      drawn.focus.focus();
    };
    const close = (): void => {
      back = undefined;
      main.append(...drawButtons(doc, model, reactions));
      put(drawRows(doc, model.rows, reactions), drawRecorded(doc, model.recorded, reactions));
    };

    close();
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.addEventListener("close", () => {
      // The page can't reach in, but a browser may still close a dialog by itself: it is opened again.
      if (!open.signal.aborted && !dialog.open) dialog.showModal();
    });
    surface.root.append(dialog);
    surface.notices.replaceChildren();
    surface.show();
    dialog.showModal();
    const first = main.querySelector<HTMLElement>(".button.primary");
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: "nearest" });
    if (view)
      keepKeys(view, surface.host, () => (back ? back() : choose({ act: model.first.act })), open.signal);
    signal.addEventListener(
      "abort",
      () => {
        open.abort();
        dialog.remove();
        reject(signal.reason);
      },
      { once: true, signal: open.signal },
    );
    stayPut(surface, dialog, open.signal);
    stayOnTop(surface, dialog, open.signal);
  });
}

/** A page that throws our host out does not get rid of the question. */
function stayPut(surface: Surface, dialog: HTMLDialogElement, until: AbortSignal): void {
  const doc = surface.host.ownerDocument;
  const observer = new MutationObserver(() => {
    if (surface.host.isConnected) return;
    surface.show();
    dialog.close();
    if (!dialog.open) dialog.showModal();
  });
  observer.observe(doc, { childList: true });
  observer.observe(doc.documentElement, { childList: true });
  until.addEventListener("abort", () => observer.disconnect(), { once: true });
}
