/** The clinic's time zone, in which all times are shown; UTC until the clinic is known. */
class Zone {
  #name = $state("UTC");

  get name(): string {
    return this.#name;
  }

  set(name: string): void {
    try {
      new Intl.DateTimeFormat("en-GB", { timeZone: name });
      this.#name = name;
    } catch {
      this.#name = "UTC";
    }
  }
}

export const zone = new Zone();
