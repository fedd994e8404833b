import type { AboutPackage } from "#domain/rollout/about-package";
import { rollOut } from "#domain/rollout/asked";
import { products } from "#domain/sites/products";
import type { Clinic } from "#lib/api/clinic.ts";

export type ChromiumFrom = "" | "server" | "store";
export type FirefoxFrom = "" | "server" | "signed";

const webmails = new Set(products.filter(({ kind }) => kind === "webmail").map(({ id }) => id));

/** What each field asks for, where what stands in it is not that. */
const mends: Readonly<Record<string, string>> = {
  serverUrl:
    "The address as the browsers reach it, without anything after it: https://chaperone.harbour.example",
  mailHosts: "Up to 20 hosts with a space between them, as mail.harbour.example",
  chrome: "The 32 letters from the store, a to p",
  edge: "The 32 letters from the store, a to p",
  firefox: "The address of the signed file: https://…/….xpi",
};

/** What is asked before the files are made; nothing of it is kept. */
export class RollOutDraft {
  serverUrl = $state("");
  mailHosts = $state("");
  chrome = $state<ChromiumFrom>("");
  chromeId = $state("");
  edge = $state<ChromiumFrom>("");
  edgeId = $state("");
  firefox = $state<FirefoxFrom>("");
  firefoxAddress = $state("");
  readonly #own: string;

  /**
   * @param origin - Where this dashboard is open, which is the address unless somebody says another.
   * @param about - What the server hands out; without it no file can name it.
   */
  constructor(clinic: Pick<Clinic, "sites">, origin: string, about: AboutPackage | undefined) {
    this.serverUrl = about?.serverUrl ?? origin;
    this.mailHosts = clinic.sites
      .filter(({ adapter }) => webmails.has(adapter))
      .map(({ host }) => host)
      .join(" ");
    this.#own = about?.chromium.id ?? "";
    if (about) {
      this.chrome = "server";
      this.edge = "server";
      this.firefox = "server";
    }
  }

  readonly #parsed = $derived.by(() =>
    rollOut.safeParse({
      serverUrl: this.serverUrl.trim().replace(/\/$/, ""),
      mailHosts: this.mailHosts.split(/[\s,]+/).filter((host) => host !== ""),
      ...(this.chrome && { chrome: this.#chromium(this.chrome, this.chromeId) }),
      ...(this.edge && { edge: this.#chromium(this.edge, this.edgeId) }),
      ...(this.firefox && {
        firefox:
          this.firefox === "server"
            ? { by: "server" }
            : { by: "signed", address: this.firefoxAddress.trim() },
      }),
    }),
  );

  #chromium(by: "server" | "store", id: string) {
    return { by, id: by === "server" ? this.#own : id.trim() };
  }

  /** What the files are made from; undefined while something is to be mended. */
  get asked() {
    return this.#parsed.data;
  }

  /** What is to be mended, by field. */
  get errors(): Readonly<Record<string, string>> {
    const fields = this.#parsed.error?.issues.map(({ path }) => String(path[0])) ?? [];
    return Object.fromEntries(fields.map((field) => [field, mends[field] ?? ""]));
  }
}
