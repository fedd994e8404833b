import * as z from "zod/mini";
import { cameraPlaces, cameraPurposes } from "#domain/registers/cctv/camera";
import {
  type CameraRow,
  cameraRow,
  type ExportRow,
  exportRow,
  type NeedReviewRow,
  needReviewRow,
  type SystemRow,
  systemRow,
  type ViewerRow,
  viewerRow,
} from "#domain/registers/cctv/rows";
import {
  asCount,
  asDay,
  asMoment,
  asPerson,
  asText,
  asWords,
  asYes,
  type RowKind,
} from "#lib/components/changed/difference.ts";

/** Rows of the register as a refusal carries them: what their lists join or work out is not in it. */

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);

const worked = { engineerOn: true, engineerNextOn: true, reviewedOn: true, reviewNextOn: true } as const;
const storedSystem = z.extend(z.omit(systemRow, worked), { at: instant });
export const ofSystem: RowKind<SystemRow> = {
  read: (current) => {
    const { data } = storedSystem.safeParse(current);
    return data && { ...data, engineerOn: "", engineerNextOn: "", reviewedOn: "", reviewNextOn: "" };
  },
  columns: {
    name: ["its name", asText],
    site: ["its site", asText],
    recorder: ["its recorder", asText],
    responsible: ["who is responsible", asPerson],
    ceiling: ["the days at most", asCount],
    dpiaOn: ["the day of the assessment", asDay],
    dpiaDecision: ["the decision", asText],
    dpiaNextOn: ["the next assessment", asDay],
  },
};

const looked = { site: true, checkedOn: true, checkedBy: true, oldest: true, clear: true } as const;
const storedCamera = z.extend(z.omit(cameraRow, looked), { at: instant });
export const ofCamera: RowKind<CameraRow> = {
  read: (current) => {
    const { data } = storedCamera.safeParse(current);
    return data && { ...data, site: "", checkedOn: "", checkedBy: "", oldest: "", clear: true };
  },
  columns: {
    name: ["its name", asText],
    sees: ["what it sees", asText],
    place: ["its place", asWords(cameraPlaces)],
    purpose: ["its purpose", asWords(cameraPurposes)],
    days: ["its days", asCount],
    audioOff: ["its sound is off", asYes],
    visitorsOnly: ["it sees visitors alone", asYes],
    retiredOn: ["retired on", asDay],
    retiredWhy: ["why it was retired", asText],
  },
};

const storedViewer = z.extend(z.omit(viewerRow, { site: true }), { at: instant, endedAt: instant });
export const ofViewer: RowKind<ViewerRow> = {
  read: (current) => {
    const { data } = storedViewer.safeParse(current);
    return data && { ...data, site: "" };
  },
  columns: {
    endedAt: ["ended", asMoment],
    endedBy: ["ended by", asPerson],
    endedWhy: ["why it ended", asText],
  },
};

const storedExport = z.extend(z.omit(exportRow, { name: true, site: true, held: true }), {
  at: instant,
  exportedAt: instant,
  playsAt: instant,
  failedAt: instant,
});
export const ofExport: RowKind<ExportRow> = {
  read: (current) => {
    const { data } = storedExport.safeParse(current);
    return data && { ...data, name: "", site: "", held: true };
  },
  columns: {
    exportedAt: ["exported", asMoment],
    exportedBy: ["exported by", asPerson],
    kept: ["where it is kept", asText],
    playsAt: ["found to play", asMoment],
    failedAt: ["given up", asMoment],
    failedWhy: ["what went wrong", asText],
  },
};

const storedReview = z.extend(z.omit(needReviewRow, { site: true }), { at: instant, signedAt: instant });
export const ofNeedReview: RowKind<NeedReviewRow> = {
  read: (current) => {
    const { data } = storedReview.safeParse(current);
    return data && { ...data, site: "" };
  },
  columns: { signedAt: ["signed", asMoment], signedBy: ["signed by", asPerson] },
};
