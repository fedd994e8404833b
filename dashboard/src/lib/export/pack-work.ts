import type { PackFiles } from "./pack-files.ts";

/** A piece of the making of a pack, and what it is called while it runs. */
export type PackWork = readonly [what: string, work: () => Promise<void>];

/**
 * How a register fetches and renders its part of an evidence pack. Each frozen text and kept file is compared with its
 * hash in the log; one that differs is left out and told.
 *
 * @param part - What the register's server side put there.
 */
export type PartOfPack = (part: unknown, pack: PackFiles) => readonly PackWork[];
