import { type Filling, type StringKey, say } from "./strings.ts";

/** Says sentences and remembers their keys: an event stores what the person was shown, by key. */
export class Spoken {
  readonly #keys = new Set<StringKey>();

  say(key: StringKey, filling?: Filling): string {
    this.#keys.add(key);
    return say(key, filling);
  }

  /** At most the 40 keys that an event takes. */
  get keys(): StringKey[] {
    return [...this.#keys].slice(0, 40);
  }
}
