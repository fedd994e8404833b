import { dueProblem } from "#domain/work/actions";
import type { FieldMessages } from "#lib/api/problem.ts";
import { sentenceError } from "#lib/format/screened-words.ts";
import { dateIn } from "#lib/format/time.ts";
import { zone } from "#lib/state/zone.svelte.ts";

/** What is wrong with the day of an action, a civil date at the clinic; undefined where nothing is. */
export function dueError(due: string): string | undefined {
  const today = dateIn(zone.name, Date.now());
  if (due === "") return "Enter by which day";
  if (due < today) return "Enter today or a day to come";
  return dueProblem(due, today) && "Enter a day within two years";
}

/** What stands over the fields of an action before it is sent. */
export function actionErrors({
  text,
  owner,
  due,
}: {
  text: string;
  owner: string;
  due: string;
}): FieldMessages {
  const when = dueError(due);
  const what = sentenceError(text, "Say what is to be done");
  return {
    ...(what && { text: what }),
    ...(owner === "" && { owner: "Choose who does it" }),
    ...(when && { due: when }),
  };
}
