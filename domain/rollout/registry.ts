import type { PolicyValue, Settings } from "./settings.ts";

/** The first line of each file that Windows' registry takes. */
const head = "Windows Registry Editor Version 5.00";

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&")}"`;

const isList = (value: PolicyValue): value is readonly PolicyValue[] => Array.isArray(value);

/** A value as the registry writes it: a number or a yes as dword, an object as one text of JSON. */
function written(value: PolicyValue): string {
  if (typeof value === "boolean") return `dword:0000000${value ? 1 : 0}`;
  if (typeof value === "number") return `dword:${value.toString(16).padStart(8, "0")}`;
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}

/**
 * Settings as a file for Windows' registry. A list is a key of its own with numbered values, which is emptied first: what
 * an earlier file named and this one does not is gone.
 *
 * @param keys - Settings by the key that they stand under.
 */
export function registryFile(keys: Readonly<Record<string, Settings>>): string {
  const lines = Object.entries(keys).flatMap(([key, settings]) => {
    const values = Object.entries(settings).filter(([, value]) => !isList(value));
    const lists = Object.entries(settings).filter(([, value]) => isList(value));
    return [
      "",
      `[${key}]`,
      ...values.map(([name, value]) => `${quoted(name)}=${written(value)}`),
      ...lists.flatMap(([name, value]) => [
        "",
        `[-${key}\\${name}]`,
        "",
        `[${key}\\${name}]`,
        ...(value as readonly PolicyValue[]).map(
          (one, index) => `${quoted(String(index + 1))}=${written(one)}`,
        ),
      ]),
    ];
  });
  return `${[head, ...lines].join("\r\n")}\r\n`;
}
