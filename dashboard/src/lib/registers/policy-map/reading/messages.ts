import type { PolicyFormat } from "#domain/registers/policy-map/acts";
import type { PolicyLine } from "#domain/registers/policy-map/states";

/** What the worker is asked to read: a file, or what somebody pasted. */
export interface ReadRequest {
  readonly file?: File;
  readonly text?: string;
}

/** How far it is: of reading the file, then of looking through its sentences. */
export interface ReadProgress {
  readonly doing: "reading" | "looking";
  readonly unit: "page" | "byte" | "part" | "sentence";
  readonly done: number;
  readonly of: number;
}

/** A policy that was read, before anything of it is sent. */
export interface ReadPolicy {
  /** Its first heading, or the file's name. */
  readonly title: string;
  readonly format: PolicyFormat;
  /** Pages of the file; 0 where it has none. */
  readonly pages: number;
  /** What could not be read, as a sentence; '' where all was. */
  readonly notRead: string;
  readonly lines: readonly PolicyLine[];
  /** Places of lines that hold a patient's number or birthday: they are not sent. */
  readonly numbered: readonly number[];
  /** Places of lines that name somebody, who may be of the clinic: a person looks at them. */
  readonly named: readonly number[];
}

export type ReadAnswer =
  | { readonly progress: ReadProgress }
  | { readonly policy: ReadPolicy }
  /** Why there is nothing to take, as a sentence. */
  | { readonly refused: string };
