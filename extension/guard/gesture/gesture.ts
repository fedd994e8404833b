import type { Gesture } from "#domain/ledger/mail-lists";

/** Files that somebody chose, dropped or pasted, taken away from the page before it saw them. */
export interface HeldGesture {
  readonly how: Gesture;
  readonly moment: "attach" | "paste";
  /** Where it happened; the document if that is not known. */
  readonly at: Element | undefined;
  /** `missing`: part of a folder could not be read; `empty`: folders that hold nothing. */
  readonly files: Promise<{
    readonly files: readonly File[];
    readonly missing: boolean;
    readonly empty?: readonly string[];
  }>;
  /** True where the page gets all files at once, at the end. */
  readonly together: boolean;
  /** Lets files go on in the form in which they came; may be called more than once, each file once. */
  letIn(files: readonly File[]): void;
  /** Nothing more comes: the page may forget the gesture. */
  end(): void;
  /** Opens the page's file picker again. */
  readonly again?: () => void;
}
