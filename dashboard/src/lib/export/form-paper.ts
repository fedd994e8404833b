import type { Block, Paper } from "./paper.ts";

/** A place to fill in: by pen where the paper is printed, by keys where it is read on a screen. */
export interface FormPlace {
  /** By which a filled form is read back. */
  readonly name: string;
  readonly label: string;
  /** `tick`: a box to tick. `lines`: several lines of text, so many high; one where it is left out. */
  readonly kind?: "tick";
  readonly lines?: number;
  /** What stands in it already; "yes" of a tick. */
  readonly value?: string;
  /** Left to be written by hand: a signature. */
  readonly byHand?: true;
}

export interface PlacesBlock {
  readonly is: "places";
  readonly rows: readonly FormPlace[];
}

/** A paper with places to fill in; it is made as a PDF alone. */
export interface FormPaper extends Omit<Paper, "blocks"> {
  readonly blocks: readonly (Block | PlacesBlock)[];
}

/** The same in words alone, to see which fonts it takes. */
export const asPaper = (form: FormPaper): Paper => ({
  ...form,
  blocks: form.blocks.map((block) =>
    block.is === "places"
      ? { is: "facts", rows: block.rows.map(({ label, value = "" }) => [label, value] as const) }
      : block,
  ),
});
