import type { Hook } from "./hook.ts";
import { call, replace } from "./originals.ts";

/**
 * `navigator.clipboard.read()`: pictures and files wait for the decision; text is judged when it is sent, also where the page
 * shows it nowhere.
 */
export function holdClipboard(hook: Hook): void {
  if (typeof Clipboard === "undefined" || !("read" in Clipboard.prototype)) return;
  replace(
    Clipboard.prototype,
    "readText",
    (readText) =>
      async function (this: Clipboard) {
        const text = (await call(readText, this)) as string;
        hook.handed(text);
        return text;
      },
  );
  replace(
    Clipboard.prototype,
    "read",
    (read) =>
      async function (this: Clipboard, ...args: []) {
        const items = (await call(read, this, ...args)) as ClipboardItem[];
        if (!hook.awake) return items;
        for (const item of items) if (item.types.includes("text/plain")) hook.handed(await textOf(item));
        const files = await Promise.all(items.flatMap(filesOf));
        if (files.length === 0) return items;
        const kept = await hook.decide("pasted", files);
        if (kept.length < files.length) throw new DOMException("Read permission denied.", "NotAllowedError");
        return items;
      },
  );
}

const textOf = async (item: ClipboardItem): Promise<string> =>
  await (await item.getType("text/plain")).text();

function filesOf(item: ClipboardItem): Promise<File>[] {
  return item.types
    .filter((type) => !type.startsWith("text/"))
    .map(
      async (type) =>
        new File([await item.getType(type)], `clipboard.${type.split("/")[1] ?? "bin"}`, { type }),
    );
}
