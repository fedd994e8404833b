import type { Browser } from "#lib/api/browsers.ts";
import { allPeople, type Person } from "#lib/api/people.ts";

/** The first screen does without their code. */
const readBrowsers = async (): Promise<readonly Browser[]> =>
  await (await import("#lib/api/browsers.ts")).allBrowsers();

/** Whether the finder (Ctrl K) is open, and whom and which browsers it can find. */
class Finder {
  open = $state(false);
  #people = $state.raw<readonly Person[]>([]);
  #browsers = $state.raw<readonly Browser[]>([]);
  /** Some could not be read: what is not found may be there all the same. */
  #partly = $state(false);

  get people(): readonly Person[] {
    return this.#people;
  }

  get browsers(): readonly Browser[] {
    return this.#browsers;
  }

  get partly(): boolean {
    return this.#partly;
  }

  async show(): Promise<void> {
    this.open = true;
    // Pages, records and incidents can be found without them.
    const [people, browsers] = await Promise.allSettled([allPeople(), readBrowsers()]);
    this.#partly = people.status === "rejected" || browsers.status === "rejected";
    if (people.status === "fulfilled") this.#people = people.value;
    if (browsers.status === "fulfilled") this.#browsers = browsers.value;
  }
}

export const finder = new Finder();
