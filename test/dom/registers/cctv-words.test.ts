import { describe, expect, test } from "vitest";
import type { CameraRow } from "#domain/registers/cctv/rows";
import { cameraMark, cctvSentence, daysBack } from "#lib/registers/cctv/cctv-words.ts";

const today = "2026-11-22";
const now = Date.parse("2026-11-22T10:00:00.000Z");
const camera = (more: Partial<CameraRow>): CameraRow => ({
  id: "camera000000001",
  by: "priya0000000000",
  at: "2026-01-05T09:00:00.000Z",
  version: 1,
  system: "system000000001",
  name: "Front entrance",
  site: "Whitstable",
  sees: "The door",
  place: "entrance",
  purpose: "crime",
  days: 60,
  audioOff: true,
  visitorsOnly: true,
  usedFrom: "2026-01-05",
  retiredOn: "",
  retiredWhy: "",
  checkedOn: today,
  checkedBy: "priya0000000000",
  oldest: "2026-09-23",
  clear: true,
  ...more,
});

describe("how a camera stands", () => {
  test.each([
    [
      "“oldest picture 15 Sep”, entered on 22 Nov",
      { oldest: "2026-09-15" },
      "red",
      "oldest was 68 days, 8 days past its day",
    ],
    ["a day past its day", { oldest: "2026-09-22" }, "red", "oldest was 61 days, 1 day past its day"],
    ["on its last day", { oldest: "2026-09-23" }, "green", "oldest was 60 days"],
    ["of 31 days, from 22 Oct", { days: 31, oldest: "2026-10-22" }, "green", "oldest was 31 days"],
    [
      "of 31 days, from 21 Oct",
      { days: 31, oldest: "2026-10-21" },
      "red",
      "oldest was 32 days, 1 day past its day",
    ],
    ["never looked at", { oldest: "", checkedOn: "" }, "amber", "nobody has looked yet"],
    [
      "not looked at for a while",
      { checkedOn: "2026-11-14", oldest: "2026-10-01" },
      "amber",
      "not looked at since Sat 14 Nov",
    ],
    ["retired", { retiredOn: "2026-11-01", oldest: "2026-08-01" }, "grey", "retired Sun 1 Nov"],
  ] as const)("%s", (_, more, state, says) => {
    const mark = cameraMark(camera(more), today, now);
    expect([mark.state, mark.says]).toEqual([state, says]);
  });

  test("the page says how many keep pictures past their day", () => {
    const cameras = [camera({ oldest: "2026-09-15" }), camera({}), camera({ retiredOn: "2026-11-01" })];
    expect(cctvSentence({ cameras, held: [] })).toBe("One camera keeps pictures past their day.");
    expect(daysBack({ cameras, today })).toBe(71);
    expect(daysBack({ cameras: [], today })).toBe(0);
  });
});
