import type { OurCheck } from "#domain/registers/cctv/our-checks";
import type { CameraRow, ExportRow, NeedReviewRow, SystemRow, ViewerRow } from "#domain/registers/cctv/rows";

/** What is open on the page of CCTV. */
export type OpenCctv =
  | { readonly what: "add-system" | "review" | "engineer" }
  | { readonly what: "add-camera" | "add-viewer"; readonly system?: string }
  | { readonly what: "look" | "viewing"; readonly camera?: string }
  | { readonly what: "hold"; readonly camera?: string; readonly incident?: string }
  | { readonly what: "check"; readonly item: OurCheck }
  | { readonly what: "change-system"; readonly system: SystemRow }
  | { readonly what: "assess"; readonly system: SystemRow }
  | { readonly what: "change-camera"; readonly camera: CameraRow }
  | { readonly what: "retire"; readonly camera: CameraRow }
  | { readonly what: "end-viewer"; readonly viewer: ViewerRow }
  | { readonly what: "exported"; readonly footage: ExportRow }
  | { readonly what: "plays"; readonly footage: ExportRow }
  | { readonly what: "failed"; readonly footage: ExportRow }
  | { readonly what: "disclose"; readonly footage: ExportRow }
  | { readonly what: "sign"; readonly review: NeedReviewRow };

export type OpenNew = Exclude<OpenCctv, OpenRow | { readonly what: "disclose" }>;
export type OpenRow = Extract<
  OpenCctv,
  {
    readonly what:
      | "change-system"
      | "assess"
      | "change-camera"
      | "retire"
      | "end-viewer"
      | "exported"
      | "plays"
      | "failed"
      | "sign";
  }
>;
const onRows: readonly string[] = [
  ...[
    "change-system",
    "assess",
    "change-camera",
    "retire",
    "end-viewer",
    "exported",
    "plays",
    "failed",
    "sign",
  ],
];
export const isOnRow = (open: OpenCctv): open is OpenRow => onRows.includes(open.what);
