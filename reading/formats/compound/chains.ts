import { viewOf } from "./streams.ts";

/** Places in the head of a compound file (MS-CFB 2.2), and sectors of its table that the head itself names. */
const [sectorShiftAt, moreTablesAt, tablesAt, tablesInHead] = [30, 68, 76, 109];

/**
 * Whether every chain of sectors comes to an end (MS-CFB 2.3). In a broken file one can lead back into itself, and what follows
 * it without counting takes all memory there is.
 */
export function chainsEnd(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const shift = bytes.length < 512 ? 0 : view.getUint16(sectorShiftAt, true);
  if (shift < 9 || shift > 12) return false;
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size) - 1;
  const word = (at: number) => (at >= 0 && at + 4 <= bytes.length ? view.getInt32(at, true) : -1);
  const entries = size / 4;
  const tables = Array.from({ length: tablesInHead }, (_, place) => word(tablesAt + place * 4));
  const known = new Set<number>();
  for (let more = word(moreTablesAt); more >= 0 && more < sectors && !known.has(more); ) {
    known.add(more);
    const at = (more + 1) * size;
    for (let place = 0; place < entries - 1; place++) tables.push(word(at + place * 4));
    more = word(at + size - 4);
  }
  const after = (sector: number): number => {
    const table = tables[Math.floor(sector / entries)] ?? -1;
    return table < 0 || table >= sectors ? -1 : word((table + 1) * size + (sector % entries) * 4);
  };
  /** In which walk a sector was come by, counted from 1. */
  const walks = new Uint32Array(sectors);
  for (let first = 0; first < sectors; first++)
    for (let sector = first; sector >= 0 && sector < sectors; sector = after(sector)) {
      if (walks[sector] === first + 1) return false;
      if (walks[sector] !== 0) break;
      walks[sector] = first + 1;
    }
  return true;
}
