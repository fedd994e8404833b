import type { Nation } from "#domain/law/four-answers";
import { diseasesOf, noticeOf } from "#domain/law/notifiable";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";
import { shortDay } from "#lib/format/time.ts";

/** What stands on no list and has to be notified all the same. */
const significant = "another that may do significant harm";
const urgencyWords = { urgent: "urgent", routine: "routine", check: "urgency: check before use" } as const;

/** The list of a nation as it is chosen from; undefined where none was found. */
export function diseaseWords(nation: Nation): Readonly<Record<string, string>> | undefined {
  const all = diseasesOf(nation);
  if (all === undefined) return undefined;
  const names = Object.keys(all).sort((a, b) => a.localeCompare(b, "en"));
  return Object.fromEntries([
    ...names.map((name) => [name, `${name}, ${urgencyWords[all[name] ?? "check"]}`]),
    [significant, significant],
  ]);
}

/** Which disease is suspected and since when; in words where no list of the nation was found. */
export function diseaseFields(nation: Nation, when?: (values: FieldValues) => boolean): readonly FieldSpec[] {
  const words = diseaseWords(nation);
  const said = {
    id: "disease",
    label: "Which disease is suspected",
    empty: "Say which",
    ...(when && { when }),
  };
  return [
    words === undefined
      ? {
          ...said,
          kind: "line",
          longest: 60,
          hint: "The list of this nation was not found: check before use.",
        }
      : { ...said, kind: "select", words, hint: "From the list of this nation, as it was read" },
    {
      id: "suspectedOn",
      kind: "day",
      label: "Suspected on",
      hint: "The days run from it, and it is the first of them",
      ...(when && { when }),
    },
  ];
}

/** "Measles, suspected Fri 20 Nov: in writing by Sun 22 Nov". */
export function suspicion(nation: Nation, disease: string, suspectedOn: string, nowMs: number): string {
  const day = (date: string): string => shortDay(date, "UTC", nowMs);
  return `${disease}, suspected ${day(suspectedOn)}: in writing by ${day(noticeOf(nation, disease, suspectedOn).by)}`;
}
