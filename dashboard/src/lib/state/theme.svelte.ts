export const themes = ["system", "light", "dark"] as const;
export type ThemeName = (typeof themes)[number];

const key = "chaperone-theme";

/** The screen's colours: as the system says, or as chosen on this computer. */
class Theme {
  #name = $state<ThemeName>("system");

  constructor() {
    const kept = localStorage.getItem(key);
    this.#name = kept === "light" || kept === "dark" ? kept : "system";
  }

  get name(): ThemeName {
    return this.#name;
  }

  choose(name: ThemeName): void {
    this.#name = name;
    if (name === "system") {
      localStorage.removeItem(key);
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem(key, name);
      document.documentElement.dataset.theme = name;
    }
  }
}

export const theme = new Theme();
