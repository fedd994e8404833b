import "./no-eval.ts";
import { browser } from "wxt/browser";
import type * as z from "zod/mini";

type Key = `local:${string}` | `session:${string}`;

/** A value in the extension's storage. What no longer fits its schema reads as the fallback. */
export interface Stored<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Reads, changes and writes with nobody in between, in this or another page of ours. */
  change(step: (value: T) => T): Promise<T>;
}

/** Declares a stored value. `session` lives in memory until the browser closes; web pages can read neither. */
export function stored<T>(key: Key, schema: z.ZodMiniType<T>, fallback: T): Stored<T> {
  const [area, name] = key.split(/:(.*)/, 2) as ["local" | "session", string];
  const get = async (): Promise<T> => {
    const read = schema.safeParse((await browser.storage[area].get(name))[name]);
    return read.success ? read.data : fallback;
  };
  const set = (value: T): Promise<void> => browser.storage[area].set({ [name]: value });
  return {
    get,
    set,
    remove: () => browser.storage[area].remove(name),
    change: (step) =>
      navigator.locks.request(`stored ${key}`, async () => {
        const changed = step(await get());
        await set(changed);
        return changed;
      }),
  };
}
