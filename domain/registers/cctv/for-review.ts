import type { Draft } from "../reviews/item.ts";
import type { CctvAnswer } from "./rows.ts";
import { beyondOf, type CctvDue, isUsed } from "./standing.ts";

/**
 * How CCTV stands: one item, and one more for each camera that keeps pictures past their day.
 *
 * @param today - Civil date at the clinic.
 */
export function cctvItems(
  { cameras, held, systems }: Pick<CctvAnswer, "cameras" | "held" | "systems">,
  dues: readonly CctvDue[],
  today: string,
): Draft[] {
  const used = cameras.filter(isUsed);
  if (used.length === 0) return [];
  const beyond = used.filter((camera) => beyondOf(camera) > 0);
  const late = dues.filter(({ on }) => on < today);
  const responsible = new Map(systems.map((one) => [one.id, one.responsible]));
  return [
    {
      key: "cctv",
      subject: "",
      title: "CCTV",
      facts: {
        figures: [
          { name: "Cameras", value: String(used.length) },
          { name: "Past their day", value: String(beyond.length) },
          { name: "Held", value: String(held.length) },
          { name: "Overdue", value: String(late.length) },
        ],
        lines: late
          .slice(0, 12)
          .map(({ text, on }) => ({ name: on === "" ? "Not there yet" : `Due ${on}`, words: text })),
        people: [],
      },
      concerned: [],
      quiet: beyond.length + late.length === 0,
    },
    ...beyond.slice(0, 20).map(
      (camera): Draft => ({
        key: "cctv",
        subject: camera.id,
        title: `${camera.name}, ${camera.site}: pictures past their day`,
        facts: {
          figures: [
            { name: "Days past", value: String(beyondOf(camera)) },
            { name: "Days allowed", value: String(camera.days) },
            { name: "Oldest picture", value: camera.oldest },
            { name: "Looked at on", value: camera.checkedOn },
          ],
          lines: [],
          people: [{ as: "Responsible", user: responsible.get(camera.system) ?? "" }].filter(
            ({ user }) => user !== "",
          ),
        },
        concerned: [],
        quiet: false,
        open: "The last look found pictures that are older than this camera may keep",
      }),
    ),
  ];
}
