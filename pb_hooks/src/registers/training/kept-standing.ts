import { rowsOf } from "../../base/database.ts";
import { type KeptBefore, keptText } from "../../base/kept.ts";
import { once } from "../../base/once.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { todayIn } from "./days.ts";
import { changedPeople, patched } from "./patched.ts";
import { linesIn, type PersonLine, type Reckoned, reckonedOf, type Sums } from "./reckoned.ts";
import { trainingFacts } from "./standing.ts";

/** @param day - Civil date. */
export const sumsOn = (app: pb.App, day: string, user = ""): Sums =>
  once(`training sums ${day} ${user}`, () => JSON.parse(textOf(app, day, "sums", user)) as Sums);

/** Everybody who works here on that day, by name. */
export const linesOn = (app: pb.App, day: string, user = ""): PersonLine[] =>
  linesIn(textOf(app, day, "people", user));

/** @param user - Of this person alone, which is reckoned anew; '' of all. */
function textOf(app: pb.App, day: string, part: "sums" | "people", user: string): string {
  if (user !== "")
    return once(`training ${day} ${user}`, () => reckonedOf(trainingFacts(app, day, user)))[part];
  const today = todayIn(app);
  // Today's is asked for all the time; other days take turns in a few places.
  const slot = day === today ? "today" : `day ${Number(day.slice(8)) % 4}`;
  const key = once(`training key ${day}`, () => `${day} ${stateIn(app)}`);
  return keptText(app, `training ${slot}`, key, part, (before) => fromBefore(app, day, key, before));
}

/** Every table that training is judged by, but the clinic’s, of which its time zone counts alone. */
const kinds = [
  ...["users", "courses", "course_versions", "requirements", "completions", "staff_periods", "imports"],
  "notices",
].flatMap((table) => ["act", "create", "update"].map((what) => `${table}.${what}`));
/** The newest event of these kinds: one step in the index each. */
export const newestChange = `SELECT max((SELECT max(e.seq) FROM events e WHERE e.kind = k.value)) AS seq
  FROM json_each({:kinds}) k`;
/** Past roles are told from events, hence those that end. */
const changeKinds = JSON.stringify([...kinds, "notice.shown", "row.seal", "event.expire", "event.erase"]);

/** Another whenever something changed that training is judged by: each change has its event, in the same transaction. */
const stateIn = (app: pb.App): string =>
  `${rowsOf(app, ["seq"], newestChange, { kinds: changeKinds })[0]?.[0]} ${clinicOf(app)?.getString("timeZone")}`;

/** From what was kept before, where the day is the same and only some people's rows changed; else from the beginning. */
function fromBefore(app: pb.App, day: string, key: string, before?: KeptBefore<keyof Reckoned>): Reckoned {
  const [sums, people] = [before?.text("sums"), before?.text("people")];
  const [oldDay, oldSeq, ...oldRest] = before?.key.split(" ") ?? [];
  const [newDay, newSeq, ...newRest] = key.split(" ");
  const same = oldDay === newDay && oldRest.join(" ") === newRest.join(" ");
  if (same && sums !== undefined && people !== undefined) {
    const changed = changedPeople(app, changeKinds, Number(oldSeq), Number(newSeq));
    const mended = changed && patched(app, day, { sums, people }, changed);
    if (mended) return mended;
  }
  return reckonedOf(trainingFacts(app, day));
}
