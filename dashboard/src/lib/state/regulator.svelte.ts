import { dataRegulatorOn, type RegulatorNames } from "#domain/law/regulators";
import { dateIn } from "#lib/format/time.ts";
import { now } from "./now.svelte.ts";
import { zone } from "./zone.svelte.ts";

/** The regulator of data as it is called today at the clinic; a frozen paper names its own. */
class Regulator implements RegulatorNames {
  get #today(): RegulatorNames {
    return dataRegulatorOn(dateIn(zone.name, now.time));
  }
  get name(): string {
    return this.#today.name;
  }
  get short(): string {
    return this.#today.short;
  }
  get web(): string {
    return this.#today.web;
  }
}

export const regulator = new Regulator();
