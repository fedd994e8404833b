import { allPeople, type Person } from "#lib/api/people.ts";

/** Whether the finder (Ctrl K) is open, and whom it can find. */
class Finder {
  open = $state(false);
  #people = $state.raw<readonly Person[]>([]);

  get people(): readonly Person[] {
    return this.#people;
  }

  async show(): Promise<void> {
    this.open = true;
    // Pages and records can be found without them.
    this.#people = await allPeople().catch(() => []);
  }
}

export const finder = new Finder();
