/** Where a page of a list begins: the value that the list goes by and the id of the last row before it, both of which its reader has seen. */
export const cursorOf = (by: string, id: string): string => `${id}~${encodeURIComponent(by)}`;

/** @returns undefined for what is no such place. */
export function afterCursor(text: string): { readonly by: string; readonly id: string } | undefined {
  const found = /^([a-z0-9]{15})~(.{0,600})$/.exec(text);
  if (!found) return undefined;
  try {
    return { id: found[1] ?? "", by: decodeURIComponent(found[2] ?? "") };
  } catch {
    return undefined;
  }
}
