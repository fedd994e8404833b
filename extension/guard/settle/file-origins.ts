import { namesAtOnce } from "../../names-at-once.ts";
import { send } from "../../send.ts";
import type { Origin } from "./check.ts";

/** Milliseconds that the background has to say where a document came from. */
const originWithin = 300;

/** Longest name that the background takes. */
const longest = 260;

/** Where the files of a gesture came from. They are asked for by their names, many in one message. */
export class FileOrigins {
  readonly #names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #asked = new Map<number, Promise<readonly (Origin | null)[]>>();

  constructor(names: readonly string[]) {
    this.#names = [...new Set(names.map((name) => name.slice(0, longest)))].filter((name) => name !== "");
    this.#places = new Map(this.#names.map((name, place) => [name, place]));
  }

  /** Null where it is not known, or not in time. */
  of(name: string): Promise<Origin | null> {
    const place = this.#places.get(name.slice(0, longest));
    return place === undefined ? Promise.resolve(null) : Promise.race([this.#at(place), after(originWithin)]);
  }

  async #at(place: number): Promise<Origin | null> {
    const first = place - (place % namesAtOnce);
    const asked = this.#asked.get(first) ?? this.#ask(first);
    this.#asked.set(first, asked);
    return (await asked)[place - first] ?? null;
  }

  #ask(first: number): Promise<readonly (Origin | null)[]> {
    return send("file-origins", { names: this.#names.slice(first, first + namesAtOnce) }).catch(() => []);
  }
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
