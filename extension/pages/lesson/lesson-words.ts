import type { DueLessons } from "#domain/registers/training/in-browser";

/** "by 12 Dec 2026", "late, due by 1 Nov 2026", "late". */
export function dueWords({ due, late }: DueLessons["lessons"][number]): string {
  const day =
    due === ""
      ? ""
      : new Intl.DateTimeFormat("en-GB", {
          day: "numeric",
          month: "short",
          year: "numeric",
          timeZone: "UTC",
        }).format(new Date(`${due}T12:00:00.000Z`));
  if (!late) return day === "" ? "" : `by ${day}`;
  return day === "" ? "late" : `late, it was due by ${day}`;
}
