import { needsNote, whyNotLook } from "#domain/registers/audits/sample";
import { requireCleanData } from "../../acts/clean.ts";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { selvesOf } from "../events/about.ts";
import { itemsOf } from "./sample-items.ts";

/** What somebody found who looked at one of the week's sample; nobody looks at their own. */
export const sampleActs: Handlers<"sample_items"> = {
  "sample_items.judge": ({ tx, actor, id, version, data }) => {
    const [known] = tx.findRecordsByFilter("sample_items", "id = {:id}", "", 1, 0, { id });
    const shown = known && itemsOf(tx, known.getString("sample"), actor).find((one) => one.id === id);
    // Asked before the version is: who is not shown it is told nothing of it.
    if (!shown) throw new NotFoundError("There is no such row.");
    const item = rowAt(tx, "sample_items", id, version);
    const refusal = whyNotLook(selvesOf(tx, actor.id), shown.user);
    if (refusal) throw new ForbiddenError(refusal);
    requireCleanData("sample_items.judge", data);
    if (needsNote(data.result) && data.note === "")
      refuse("data.note", "missing", "Say in a sentence what you found.");
    item.set("result", data.result);
    item.set("note", data.note);
    item.set("lookedBy", actor.id);
    item.set("lookedAt", stored(now()));
    return saveRow(tx, item, "judge", actor);
  },
};
