import type { Attachment } from "svelte/attachments";
import { isForPage } from "#lib/state/keys.svelte.ts";

/** Buttons that stand for the rows of a list, in order. */
const rowsIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-row]")];

/**
 * J and K move between the rows of a list, / goes to its filters, Escape closes its panel.
 *
 * @param onclose - Called on Escape outside a dialog.
 * @param onmove - Called when J or K came to a row.
 */
export function rowKeys(onclose: () => void, onmove: (row: string) => void): Attachment<HTMLElement> {
  return (list) => {
    const press = (event: KeyboardEvent): void => {
      if (
        event.key === "Escape" &&
        !event.defaultPrevented &&
        document.querySelector("[role=dialog]") === null
      ) {
        onclose();
      }
      if (!isForPage(event)) return;
      if (event.key === "/") {
        event.preventDefault();
        list.querySelector<HTMLElement>("[data-filter-first]")?.focus();
      }
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined) return;
      event.preventDefault();
      const rows = rowsIn(list);
      const at = rows.findIndex(
        (row) => row === document.activeElement || row.closest("[aria-current=true]") !== null,
      );
      const row = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
      row?.focus();
      if (row?.dataset.row !== undefined) onmove(row.dataset.row);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  };
}

/** Puts the focus back on a row, as when its panel closes. */
export const focusRow = (row: string): void =>
  document.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
