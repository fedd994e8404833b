import * as z from "zod/mini";
import { oneOf } from "../../base/keys-of.ts";
import { cameraPlaces, cameraPurposes, pictureKinds } from "./camera.ts";
import { checkResults } from "./our-checks.ts";

/** Rows of the CCTV register as their lists show them. Days are civil dates, times instants; '' where there is none. */

const entered = { id: z.string(), by: z.string(), at: z.string() };
const ofCamera = { camera: z.string(), name: z.string(), site: z.string() };

export const systemRow = z.object({
  ...entered,
  version: z.int(),
  name: z.string(),
  site: z.string(),
  recorder: z.string(),
  responsible: z.string(),
  ceiling: z.int(),
  dpiaOn: z.string(),
  dpiaDecision: z.string(),
  dpiaBy: z.string(),
  dpiaNextOn: z.string(),
  /** Of the last engineer's check and the last review of need. */
  engineerOn: z.string(),
  engineerNextOn: z.string(),
  reviewedOn: z.string(),
  reviewNextOn: z.string(),
});
export type SystemRow = z.infer<typeof systemRow>;

const picture = z.object({ id: z.string(), kind: oneOf(pictureKinds), file: z.string(), sha256: z.string() });
export type Picture = z.infer<typeof picture>;

export const cameraRow = z.object({
  ...entered,
  version: z.int(),
  system: z.string(),
  name: z.string(),
  site: z.string(),
  sees: z.string(),
  place: oneOf(cameraPlaces),
  purpose: oneOf(cameraPurposes),
  days: z.int(),
  audioOff: z.boolean(),
  visitorsOnly: z.boolean(),
  usedFrom: z.string(),
  retiredOn: z.string(),
  retiredWhy: z.string(),
  /** Of its last check. */
  checkedOn: z.string(),
  checkedBy: z.string(),
  oldest: z.string(),
  clear: z.boolean(),
});
export type CameraRow = z.infer<typeof cameraRow>;

export const viewerRow = z.object({
  ...entered,
  version: z.int(),
  system: z.string(),
  site: z.string(),
  user: z.string(),
  reason: z.string(),
  endedAt: z.string(),
  endedBy: z.string(),
  endedWhy: z.string(),
});
export type ViewerRow = z.infer<typeof viewerRow>;

export const cameraCheckRow = z.object({
  ...entered,
  ...ofCamera,
  day: z.string(),
  oldest: z.string(),
  limit: z.int(),
  age: z.int(),
  clear: z.boolean(),
  /** '' where nobody looked. */
  clockOff: z.string(),
  note: z.string(),
});
export type CameraCheckRow = z.infer<typeof cameraCheckRow>;

export const exportRow = z.object({
  ...entered,
  ...ofCamera,
  version: z.int(),
  hold: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  clockOff: z.string(),
  exportBy: z.string(),
  exportedAt: z.string(),
  exportedBy: z.string(),
  kept: z.string(),
  playsAt: z.string(),
  playsBy: z.string(),
  failedAt: z.string(),
  failedWhy: z.string(),
  /** Its hold keeps the pictures today. */
  held: z.boolean(),
});
export type ExportRow = z.infer<typeof exportRow>;

export const viewingRow = z.object({
  ...entered,
  ...ofCamera,
  hold: z.string(),
  day: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  viewer: z.string(),
  present: z.string(),
  purpose: oneOf(cameraPurposes),
  reason: z.string(),
});
export type ViewingRow = z.infer<typeof viewingRow>;

export const engineerRow = z.object({
  ...entered,
  system: z.string(),
  site: z.string(),
  day: z.string(),
  company: z.string(),
  camerasFine: z.boolean(),
  clockFine: z.boolean(),
  daysFine: z.boolean(),
  faults: z.string(),
  nextOn: z.string(),
});
export type EngineerRow = z.infer<typeof engineerRow>;

export const ourCheckRow = z.object({
  ...entered,
  item: z.string(),
  day: z.string(),
  result: oneOf(checkResults),
  note: z.string(),
  nextOn: z.string(),
});
export type OurCheckRow = z.infer<typeof ourCheckRow>;

export const needReviewRow = z.object({
  ...entered,
  version: z.int(),
  system: z.string(),
  site: z.string(),
  day: z.string(),
  needed: z.boolean(),
  why: z.string(),
  alternatives: z.string(),
  dpiaOn: z.string(),
  nextOn: z.string(),
  signedAt: z.string(),
  signedBy: z.string(),
});
export type NeedReviewRow = z.infer<typeof needReviewRow>;

const heldPictures = z.object({
  hold: z.string(),
  camera: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  /** Civil date on which somebody asked for them, and by what that is known; '' where no request is the cause. */
  askedOn: z.string(),
  reference: z.string(),
  authoriser: z.string(),
});
export type HeldPictures = z.infer<typeof heldPictures>;

/** `GET /cctv`: all that the page of CCTV shows at once; its long lists come page by page from `GET /list`. */
export const cctvAnswer = z.object({
  asOf: z.string(),
  today: z.string(),
  systems: z.array(systemRow),
  cameras: z.array(cameraRow),
  pictures: z.array(z.extend(picture, { camera: z.string() })),
  viewers: z.array(viewerRow),
  /** Of holds that run: days of a camera. */
  held: z.array(heldPictures),
  /** That are not known to play, and those whose hold runs. */
  exports: z.array(exportRow),
  /** The last of each of our checks. */
  checks: z.array(ourCheckRow),
  /** Reviews of need that nobody has signed. */
  unsigned: z.array(needReviewRow),
});
export type CctvAnswer = z.infer<typeof cctvAnswer>;
