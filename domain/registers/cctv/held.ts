import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInCctv: readonly HeldField[] = [
  {
    what: "Two pictures of what each camera sees, and one of its sign",
    where: "CCTV, files of a camera",
    form: "Photographs; whoever adds one is asked that nobody can be recognised in it",
    why: "To show that a camera sees visitors alone, and that they are told",
    kept: "as long as the register of CCTV is kept",
    columns: ["camera_pictures.file"],
    since: ["camera_pictures.at"],
  },
  {
    what: "That pictures of a day were exported, looked at or found too old",
    where: "CCTV, columns reason, present, note, kept and failedWhy",
    form: "Camera, days and words that were screened for names and numbers; the pictures themselves stay on the recorder",
    why: "To say later who looked at what, and why it was kept longer",
    kept: "as long as the register of CCTV is kept",
    columns: [
      ...[
        "footage_viewings.reason",
        "footage_viewings.present",
        "footage_exports.kept",
        "footage_exports.failedWhy",
      ],
      "camera_checks.note",
    ],
    since: ["footage_viewings.at", "footage_exports.at", "camera_checks.at"],
  },
  {
    what: "What was written of cameras, checks, engineers and reviews, in case it names somebody",
    where: "CCTV, columns of reasons, notes, faults and decisions",
    form: "Words that were screened for names and numbers",
    why: "To say why there are cameras, who may look, and what was found",
    kept: "as long as the register of CCTV is kept",
    columns: [
      ...[
        "camera_systems.dpiaDecision",
        "cameras.retiredWhy",
        "camera_viewers.reason",
        "camera_viewers.endedWhy",
      ],
      ...["engineer_checks.faults", "cctv_checks.note", "cctv_reviews.why", "cctv_reviews.alternatives"],
    ],
    since: [
      "camera_systems.at",
      "camera_viewers.at",
      "engineer_checks.at",
      "cctv_checks.at",
      "cctv_reviews.at",
    ],
  },
];

const codes = "Codes from which nothing can be read";
const days = "Days on which something was recorded, looked at or is due";
const staff = "What staff read and did";
const clinic = "What the clinic says of its cameras";

export const nothingInCctv: NothingHeld = {
  camera_systems: {
    [clinic]: ["name", "site", "recorder", "ceiling"],
    [days]: ["dpiaOn", "dpiaNextOn", "at"],
    [staff]: ["responsible", "dpiaBy", "by"],
  },
  cameras: {
    [codes]: ["system"],
    [clinic]: ["name", "sees", "place", "purpose", "days", "audioOff", "visitorsOnly"],
    [days]: ["usedFrom", "retiredOn", "at"],
    [staff]: ["by"],
  },
  camera_pictures: { [codes]: ["camera", "kind", "sha256", "mime", "size"], [days]: ["at"], [staff]: ["by"] },
  camera_viewers: {
    [codes]: ["system"],
    [days]: ["at", "endedAt"],
    [staff]: ["user", "endedBy", "by"],
  },
  camera_checks: {
    [codes]: ["camera", "limitDays", "clear", "clockOff"],
    [days]: ["day", "oldest", "at"],
    [staff]: ["by"],
  },
  footage_exports: {
    [codes]: ["hold", "camera", "clockOff"],
    [days]: ["fromDay", "toDay", "exportBy", "exportedAt", "playsAt", "failedAt", "at"],
    [staff]: ["exportedBy", "playsBy", "by"],
  },
  footage_viewings: {
    [codes]: ["camera", "hold", "purpose"],
    [days]: ["day", "fromDay", "toDay", "at"],
    [staff]: ["viewer", "by"],
  },
  engineer_checks: {
    [codes]: ["system"],
    [clinic]: ["company", "camerasFine", "clockFine", "daysFine"],
    [days]: ["day", "nextOn", "at"],
    [staff]: ["by"],
  },
  cctv_checks: {
    [clinic]: ["item", "result"],
    [days]: ["day", "nextOn", "at"],
    [staff]: ["by"],
  },
  cctv_reviews: {
    [codes]: ["system"],
    [clinic]: ["needed"],
    [days]: ["day", "dpiaOn", "nextOn", "signedAt", "at"],
    [staff]: ["signedBy", "by"],
  },
};
