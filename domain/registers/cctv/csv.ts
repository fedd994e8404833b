import type { CsvColumn } from "../list-csv.ts";
import { cameraPlaces, cameraPurposes } from "./camera.ts";
import { checkResults, saysOf } from "./our-checks.ts";
import type {
  CameraCheckRow,
  CameraRow,
  EngineerRow,
  ExportRow,
  NeedReviewRow,
  OurCheckRow,
  SystemRow,
  ViewerRow,
  ViewingRow,
} from "./rows.ts";

const yes = (value: boolean): string => (value ? "yes" : "no");
type Entered = { readonly by: string; readonly at: string };
const entered: readonly CsvColumn<Entered>[] = [
  ["Entered by", ({ by }, nameOf) => nameOf(by)],
  ["Entered (UTC)", ({ at }) => at],
];

export const systemColumns: readonly CsvColumn<SystemRow>[] = [
  ["System", ({ name }) => name],
  ["Site", ({ site }) => site],
  ["Recorder", ({ recorder }) => recorder],
  ["Responsible", ({ responsible }, nameOf) => nameOf(responsible)],
  ["Days at most", ({ ceiling }) => ceiling],
  ["Assessed on", ({ dpiaOn }) => dpiaOn],
  ["Decision", ({ dpiaDecision }) => dpiaDecision],
  ["Assessed again by", ({ dpiaNextOn }) => dpiaNextOn],
  ["Engineer", ({ engineerOn }) => engineerOn],
  ["Need reviewed", ({ reviewedOn }) => reviewedOn],
  ...entered,
];
export const cameraColumns: readonly CsvColumn<CameraRow>[] = [
  ["Camera", ({ name }) => name],
  ["Site", ({ site }) => site],
  ["Sees", ({ sees }) => sees],
  ["Place", ({ place }) => cameraPlaces[place]],
  ["Purpose", ({ purpose }) => cameraPurposes[purpose]],
  ["Days", ({ days }) => days],
  ["Sound off", ({ audioOff }) => yes(audioOff)],
  ["Sees visitors alone", ({ visitorsOnly }) => yes(visitorsOnly)],
  ["Used from", ({ usedFrom }) => usedFrom],
  ["Retired on", ({ retiredOn }) => retiredOn],
  ["Why retired", ({ retiredWhy }) => retiredWhy],
  ["Last checked", ({ checkedOn }) => checkedOn],
  ["Oldest picture then", ({ oldest }) => oldest],
  ...entered,
];
export const viewerColumns: readonly CsvColumn<ViewerRow>[] = [
  ["Site", ({ site }) => site],
  ["May look", ({ user }, nameOf) => nameOf(user)],
  ["Reason", ({ reason }) => reason],
  ...entered,
  ["Ended (UTC)", ({ endedAt }) => endedAt],
  ["Ended by", ({ endedBy }, nameOf) => nameOf(endedBy)],
  ["Why ended", ({ endedWhy }) => endedWhy],
];
export const cameraCheckColumns: readonly CsvColumn<CameraCheckRow>[] = [
  ["Day", ({ day }) => day],
  ["Camera", ({ name }) => name],
  ["Site", ({ site }) => site],
  ["Oldest picture", ({ oldest }) => oldest],
  ["Days old", ({ age }) => age],
  ["Days allowed", ({ limit }) => limit],
  ["State", ({ age, limit }) => (age > limit ? "past its day" : "in order")],
  ["Pictures good", ({ clear }) => yes(clear)],
  ["Clock off by seconds", ({ clockOff }) => clockOff],
  ["Note", ({ note }) => note],
  ...entered,
];
export const exportColumns: readonly CsvColumn<ExportRow>[] = [
  ["Camera", ({ name }) => name],
  ["Site", ({ site }) => site],
  ["From day", ({ fromDay }) => fromDay],
  ["To day", ({ toDay }) => toDay],
  ["Clock off by seconds", ({ clockOff }) => clockOff],
  ["Export by", ({ exportBy }) => exportBy],
  ["Exported (UTC)", ({ exportedAt }) => exportedAt],
  ["Exported by", ({ exportedBy }, nameOf) => nameOf(exportedBy)],
  ["Kept", ({ kept }) => kept],
  ["Plays since (UTC)", ({ playsAt }) => playsAt],
  ["Failed (UTC)", ({ failedAt }) => failedAt],
  ["Why it failed", ({ failedWhy }) => failedWhy],
  ...entered,
];
export const viewingColumns: readonly CsvColumn<ViewingRow>[] = [
  ["Looked at on", ({ day }) => day],
  ["Camera", ({ name }) => name],
  ["Site", ({ site }) => site],
  ["From day", ({ fromDay }) => fromDay],
  ["To day", ({ toDay }) => toDay],
  ["By", ({ viewer }, nameOf) => nameOf(viewer)],
  ["Also there", ({ present }) => present],
  ["Purpose", ({ purpose }) => cameraPurposes[purpose]],
  ["Reason", ({ reason }) => reason],
  ...entered,
];
export const engineerColumns: readonly CsvColumn<EngineerRow>[] = [
  ["Day", ({ day }) => day],
  ["Site", ({ site }) => site],
  ["Company", ({ company }) => company],
  ["Cameras fine", ({ camerasFine }) => yes(camerasFine)],
  ["Clock right", ({ clockFine }) => yes(clockFine)],
  ["Overwrites in time", ({ daysFine }) => yes(daysFine)],
  ["Faults", ({ faults }) => faults],
  ["Next by", ({ nextOn }) => nextOn],
  ...entered,
];
export const ourCheckColumns: readonly CsvColumn<OurCheckRow>[] = [
  ["Checked", ({ day }) => day],
  ["Item", ({ item }) => saysOf(item)],
  ["Result", ({ result }) => checkResults[result]],
  ["Note", ({ note }) => note],
  ["Date of next", ({ nextOn }) => nextOn],
  ...entered,
];
export const needReviewColumns: readonly CsvColumn<NeedReviewRow>[] = [
  ["Day", ({ day }) => day],
  ["Site", ({ site }) => site],
  ["Still needed", ({ needed }) => yes(needed)],
  ["Why", ({ why }) => why],
  ["What else would do", ({ alternatives }) => alternatives],
  ["Assessment of", ({ dpiaOn }) => dpiaOn],
  ["Next by", ({ nextOn }) => nextOn],
  ...entered,
  ["Signed (UTC)", ({ signedAt }) => signedAt],
  ["Signed by", ({ signedBy }, nameOf) => nameOf(signedBy)],
];
