import { isolate } from "../look/isolate.ts";

/** What stands in the places of a sentence. */
export type Filling = Readonly<Record<string, string | number>>;

/** A sentence with its places `{x}` filled in; a place without a filling stays empty. */
export const filled = (sentence: string, filling: Filling): string =>
  sentence.replace(/\{([a-z]+)\}/g, (_, name: string) => isolate(String(filling[name] ?? "")));
