import { daysAfter } from "#domain/law/working-days";
import { ourChecks } from "#domain/registers/cctv/our-checks";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

/**
 * Two sites: an entrance that is in order and held for a request, a reception in order, a car park whose recorder keeps
 * too much, and an entrance at the other site that nobody has looked at for long.
 */
export function planCctv(stage: Staging): void {
  const { calendar, ids } = stage;
  const { began } = calendar;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  const today = day(0);
  const at = (daysAgo: number, hour: number, minute: number, play: () => void) =>
    stage.plan(calendar.at(daysAgo, hour, minute), play);
  const systems = new Map<string, string>();
  const cameras = new Map<string, string>();

  at(began, 16, 0, () => {
    for (const site of ["Whitstable", "Canterbury"]) {
      const { id } = stage.act("priya", "camera_systems.add", {
        name: "Cameras",
        site,
        recorder: "Recorder in the locked office cupboard",
        responsible: ids.person("ingrid"),
        ceiling: 60,
      });
      systems.set(site, id);
      stage.act(
        "priya",
        "camera_systems.assess",
        {
          day: day(began),
          decision: "Go ahead: few cameras, no sound, none in a room where anybody is treated.",
          nextOn: daysAfter(day(began), 365),
        },
        { collection: "camera_systems", id },
      );
    }
    for (const [key, site, name, place, days, sees] of [
      ["front", "Whitstable", "Front entrance", "entrance", 60, "The door and the step before it"],
      ["reception", "Whitstable", "Reception", "reception", 31, "The desk and the chairs, no screen"],
      ["carpark", "Whitstable", "Car park", "carpark", 31, "Four bays and the gate"],
      ["canterbury", "Canterbury", "Entrance", "entrance", 60, "The door from inside"],
    ] as const) {
      const { id } = stage.act("priya", "cameras.add", {
        system: systems.get(site),
        usedFrom: daysAfter(day(began), -300),
        name,
        place,
        purpose: "crime",
        days,
        sees,
        audioOff: true,
        visitorsOnly: true,
      });
      cameras.set(key, id);
    }
    stage.act("priya", "camera_viewers.add", {
      system: systems.get("Whitstable"),
      user: ids.person("ingrid"),
      reason: "Responsible for the system.",
    });
  });
  at(began, 17, 0, () => {
    for (const { key } of ourChecks.slice(0, 11))
      stage.act("priya", "cctv_checks.add", {
        item: key,
        day: day(began),
        result: key === "clear" ? "partly" : "fine",
        ...(key === "clear" && { note: "The car park is dark in winter." }),
        nextOn: daysAfter(day(began), 365),
      });
    for (const site of ["Whitstable", "Canterbury"])
      stage.act("ingrid", "cctv_reviews.add", {
        system: systems.get(site),
        day: day(began),
        needed: true,
        why: "Two thefts from the waiting room in a year; none since.",
        alternatives: "A better lock was fitted as well; a receptionist can’t be at the door all day.",
        nextOn: daysAfter(day(began), 365),
      });
    stage.act("ingrid", "engineer_checks.add", {
      system: systems.get("Whitstable"),
      day: day(began),
      company: "Estuary Security",
      camerasFine: true,
      clockFine: true,
      daysFine: true,
      nextOn: daysAfter(today, 20),
    });
  });
  const looked = (daysAgo: number, key: string, age: number) =>
    at(daysAgo, 9, 30, () => {
      const looks = day(daysAgo);
      stage.act("ingrid", "camera_checks.add", {
        camera: cameras.get(key),
        day: looks,
        oldest: daysAfter(looks, -age),
        clear: true,
        clockOff: 40,
      });
    });
  for (const weeks of [4, 3, 2, 1]) {
    looked(weeks * 7 - 5, "front", 58);
    looked(weeks * 7 - 5, "reception", 30);
  }
  looked(9, "carpark", 30);
  looked(2, "carpark", 38);
  looked(25, "canterbury", 51);
  at(1, 11, 0, () => {
    const from = day(58);
    stage.act("priya", "cameras.hold", {
      camera: cameras.get("front"),
      fromDay: from,
      toDay: daysAfter(from, 1),
      clockOff: 40,
      purpose: "request",
      causeKind: "request",
      reference: "REQ-33",
      askedOn: day(3),
      authoriser: ids.person("priya"),
      reviewOn: daysAfter(today, 28),
      why: "Somebody has asked for a copy of the pictures of themselves.",
    });
  });
  at(
    1,
    12,
    0,
    () =>
      void stage.act("ingrid", "footage_viewings.add", {
        camera: cameras.get("front"),
        day: day(1),
        fromDay: day(58),
        toDay: day(57),
        viewer: ids.person("ingrid"),
        purpose: "legal",
        reason: "To find the minutes that REQ-33 asks for.",
      }),
  );
}
