import type { StepKind } from "#domain/registers/requests/facts";
import { answerDialogs } from "./steps/answer.ts";
import { besideDialogs } from "./steps/beside.ts";
import type { DialogsOf, StepDialog } from "./steps/dialog.ts";
import { papersDialogs } from "./steps/papers.ts";
import { whoDialogs } from "./steps/who.ts";
import type { RequestView } from "./view.ts";

const dialogs: DialogsOf<StepKind> = { ...whoDialogs, ...papersDialogs, ...answerDialogs, ...besideDialogs };

/** The dialog of one entry, as this request asks it. */
export const dialogOf = (kind: StepKind, view: RequestView): StepDialog => dialogs[kind](view);
