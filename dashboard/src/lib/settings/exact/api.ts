import { exactAnswer, exactList } from "#domain/clinic/exact-list";
import { ask } from "#lib/api/client.ts";

/** What was decided and what list there is; never the list. */
export const readExactList = () => ask(exactAnswer, "exact-list");

/**
 * Brings tokens in place of those before.
 *
 * @param version - Of what was on the screen.
 */
export function bringExactList(table: Uint8Array<ArrayBuffer>, people: number, version: number) {
  const body = new FormData();
  body.set("version", String(version));
  body.set("people", String(people));
  body.set("file", new File([table], "list.bin"));
  return ask(exactList, "exact-list", { method: "POST", body });
}
