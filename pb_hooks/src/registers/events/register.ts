import { heldInEvents, nothingInEvents } from "#domain/registers/events/held";
import type { Handler } from "../../acts/doing.ts";
import type { ServerRegister } from "../register.ts";
import { askErasure } from "./ask.ts";
import { confirmErasure, keepEvent } from "./decide.ts";
import { agendaOfEvents } from "./for-review.ts";

/** Erasing opens its own transaction: what is left in the database file goes only after the commit. */
const erase: Handler<"events.erase"> = { opens: (app, { actor, data }) => askErasure(app, actor, data) };
const confirm: Handler<"events.confirm"> = { opens: confirmErasure };
const keep: Handler<"events.keep"> = ({ tx, ...asked }) => keepEvent(tx, asked);

/** What is done to the log: erasures, each by two people. */
export const events = {
  acts: { "events.erase": erase, "events.confirm": confirm, "events.keep": keep },
  agenda: agendaOfEvents,
  about: heldInEvents,
  nothing: nothingInEvents,
} satisfies ServerRegister;
