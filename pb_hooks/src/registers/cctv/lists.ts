import * as csv from "#domain/registers/cctv/csv";
import { checkResults, ourChecks } from "#domain/registers/cctv/our-checks";
import type * as rows from "#domain/registers/cctv/rows";
import type { CsvColumn } from "#domain/registers/list-csv";
import {
  type ListFilter,
  type ListSpec,
  oneValue,
  type RegisterList,
  registerList,
  rowOf,
} from "../listing/register-list.ts";
import * as selects from "./selects.ts";

type Part<Row extends { readonly id: string }> = Pick<ListSpec<Row, Row>, "key" | "select"> & {
  readonly collection: string;
  readonly columns: readonly string[];
  readonly by?: keyof Row & string;
  readonly flags?: readonly (keyof Row & string)[];
  readonly instants?: readonly (keyof Row & string)[];
  readonly filters?: Readonly<Record<string, ListFilter>>;
  readonly csv: readonly CsvColumn<Row>[];
};

const list = <Row extends { readonly id: string }>({
  columns,
  csv: cells,
  by,
  filters,
  ...rest
}: Part<Row>): RegisterList =>
  registerList<Row>({
    ...rest,
    readers: ["manager", "dpo", "auditor"],
    columns: columns as readonly (keyof Row & string)[],
    by: by ?? ("day" as keyof Row & string),
    descends: true,
    filters: { id: rowOf("id"), ...filters },
    csv: () => cells,
  });

const ofCamera = { camera: rowOf("camera") };
const ofSystem = { system: rowOf("system") };

export const systemList = list<rows.SystemRow>({
  key: "camera-systems",
  collection: "camera_systems",
  select: selects.systemSelect,
  columns: selects.systemColumns,
  by: "at",
  instants: ["at"],
  csv: csv.systemColumns,
});
export const cameraList = list<rows.CameraRow>({
  key: "cameras",
  collection: "cameras",
  select: selects.cameraSelect,
  columns: selects.cameraColumns,
  by: "at",
  flags: ["audioOff", "visitorsOnly", "clear"],
  instants: ["at"],
  filters: ofSystem,
  csv: csv.cameraColumns,
});
export const viewerList = list<rows.ViewerRow>({
  key: "camera-viewers",
  collection: "camera_viewers",
  select: selects.viewerSelect,
  columns: selects.viewerColumns,
  by: "at",
  instants: ["at", "endedAt"],
  filters: ofSystem,
  csv: csv.viewerColumns,
});
export const checkList = list<rows.CameraCheckRow>({
  key: "camera-checks",
  collection: "camera_checks",
  select: selects.checkSelect,
  columns: selects.checkColumns,
  flags: ["clear"],
  instants: ["at"],
  filters: {
    ...ofCamera,
    state: {
      fits: (value) => value === "beyond" || value === "within",
      where: `(age > "limit") = ({:state} = 'beyond')`,
    },
  },
  csv: csv.cameraCheckColumns,
});
export const exportList = list<rows.ExportRow>({
  key: "footage-exports",
  collection: "footage_exports",
  select: selects.exportSelect,
  columns: selects.exportColumns,
  by: "at",
  flags: ["held"],
  instants: ["at", "exportedAt", "playsAt", "failedAt"],
  filters: { ...ofCamera, hold: rowOf("hold") },
  csv: csv.exportColumns,
});
export const viewingList = list<rows.ViewingRow>({
  key: "footage-viewings",
  collection: "footage_viewings",
  select: selects.viewingSelect,
  columns: selects.viewingColumns,
  instants: ["at"],
  filters: { ...ofCamera, hold: rowOf("hold"), viewer: rowOf("viewer") },
  csv: csv.viewingColumns,
});
export const engineerList = list<rows.EngineerRow>({
  key: "engineer-checks",
  collection: "engineer_checks",
  select: selects.engineerSelect,
  columns: selects.engineerColumns,
  flags: ["camerasFine", "clockFine", "daysFine"],
  instants: ["at"],
  filters: ofSystem,
  csv: csv.engineerColumns,
});
export const ourCheckList = list<rows.OurCheckRow>({
  key: "cctv-checks",
  collection: "cctv_checks",
  select: selects.ourSelect,
  columns: selects.ourColumns,
  instants: ["at"],
  filters: {
    item: oneValue(
      "item",
      ourChecks.map(({ key }) => key),
    ),
    result: oneValue("result", Object.keys(checkResults)),
  },
  csv: csv.ourCheckColumns,
});
export const needList = list<rows.NeedReviewRow>({
  key: "cctv-reviews",
  collection: "cctv_reviews",
  select: selects.needSelect,
  columns: selects.needColumns,
  flags: ["needed"],
  instants: ["at", "signedAt"],
  filters: ofSystem,
  csv: csv.needReviewColumns,
});

export const cctvLists: readonly RegisterList[] = [
  ...[
    systemList,
    cameraList,
    viewerList,
    checkList,
    exportList,
    viewingList,
    engineerList,
    ourCheckList,
    needList,
  ],
];
