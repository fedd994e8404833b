import { type Counted, type Standing, standingOf } from "#domain/registers/training/compliance";
import { stateOf, worstIn } from "#domain/registers/training/states-text";
import { objectsOf } from "../../base/database.ts";
import {
  lineOf,
  linesIn,
  type Owed,
  owedIn,
  type PersonLine,
  type Reckoned,
  type Sums,
  textOfLines,
} from "./reckoned.ts";
import { type PersonStands, stands, trainingFacts } from "./standing.ts";

/** People who are reckoned anew one by one; of more of them all are, which takes no longer. */
const most = 8;
/** Tables of which a row is about one person, and changes nothing for anybody else. */
const ofOne = ["completions", "staff_periods"];

/**
 * Whose lines may have changed between two events.
 *
 * @param kinds - JSON: kinds of event of all that training is judged by.
 * @returns undefined where it may be everybody's.
 */
export function changedPeople(
  app: pb.App,
  kinds: string,
  after: number,
  upTo: number,
): readonly string[] | undefined {
  const select = `SELECT e.kind AS kind, e.user AS user, coalesce(e.detail->>'id', '') AS id
    FROM json_each({:kinds}) k JOIN events e ON e.kind = k.value AND e.seq > {:after} AND e.seq <= {:upTo}
      AND coalesce(e.detail->>'action', '') <> 'export'
    LIMIT ${most + 1}`;
  type Row = { kind: string; user: string; id: string };
  const rows = objectsOf<Row>(app, ["kind", "user", "id"], select, { kinds, after, upTo });
  if (rows.length > most) return undefined;
  const people = new Set<string>();
  for (const { kind, user, id } of rows) {
    const table = kind.split(".")[0] ?? "";
    if (kind === "notice.shown") {
      people.add(user);
      continue;
    }
    if (!ofOne.includes(table)) return undefined;
    const [of] = objectsOf<{ user: string }>(app, ["user"], `SELECT user FROM ${table} WHERE id = {:id}`, {
      id,
    });
    if (!of) return undefined;
    people.add(of.user);
  }
  people.delete("");
  return [...people];
}

/**
 * What was reckoned before, with these people’s lines reckoned anew and the sums moved by the difference.
 *
 * @returns undefined where somebody came or went, for whom there is no place in the list yet.
 */
export function patched(
  app: pb.App,
  day: string,
  before: Reckoned,
  people: readonly string[],
): Reckoned | undefined {
  const lines = linesIn(before.people);
  let sums = JSON.parse(before.sums) as Sums;
  for (const id of people) {
    const at = lines.findIndex((line) => line.id === id);
    const facts = trainingFacts(app, day, id);
    const [now] = stands(facts);
    const old = lines[at];
    if (!old && !now) continue;
    if (!old || !now || facts.courses.length !== sums.courses.length) return undefined;
    const line = lineOf(day, now);
    lines[at] = line;
    sums = moved(sums, day, old, line, now);
  }
  const place = new Map(lines.map(({ id }, at) => [id, at]));
  const byPlace = (one: Owed, other: Owed): number => (place.get(one[0]) ?? 0) - (place.get(other[0]) ?? 0);
  const owed = sums.owed.map((all) => [...all].sort(byPlace));
  return { sums: JSON.stringify({ ...sums, owed }), people: textOfLines(lines) };
}

function moved(sums: Sums, day: string, old: PersonLine, line: PersonLine, now: PersonStands): Sums {
  return {
    courses: sums.courses.map((course, i) => ({
      ...course,
      ...apart(course, inCourse(old, i), inCourse(line, i)),
      runsOut: course.runsOut.map(
        (count, window) => count + runsOutIn(line, i, window) - runsOutIn(old, i, window),
      ),
    })),
    all: apart(sums.all, inAll(old), inAll(line)),
    owed: sums.owed.map((all, i) => [...all.filter(([user]) => user !== line.id), ...owedIn([now], i, day)]),
  };
}

const runsOutIn = ({ windows }: PersonLine, at: number, window: number): number =>
  windows.charAt(at) === String(window) ? 1 : 0;
const inCourse = ({ states, onLeave }: PersonLine, at: number): Counted => ({
  state: stateOf(states.charAt(at)),
  onLeave,
});
const inAll = ({ states, onLeave }: PersonLine): Counted => ({ state: worstIn(states), onLeave });

/** A standing without what somebody counted, and with what they count. */
function apart(all: Standing, old: Counted, now: Counted): Standing {
  const [less, more] = [standingOf([old]), standingOf([now])];
  const by = (part: keyof Standing): number => all[part] - less[part] + more[part];
  return {
    inDate: by("inDate"),
    of: by("of"),
    onLeave: by("onLeave"),
    grace: by("grace"),
    late: by("late"),
  };
}
