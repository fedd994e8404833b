/** What a chip of the filters says: "Person Maya Lindqvist"; '' for one that filters nothing. */
function chipWords(chip: HTMLLabelElement): string {
  const label = chip.querySelector("span")?.textContent?.trim() ?? "";
  const { control } = chip;
  const value =
    control instanceof HTMLSelectElement
      ? (control.selectedOptions[0]?.textContent?.trim() ?? "")
      : control instanceof HTMLInputElement
        ? control.value
        : "";
  return value === "" ? "" : `${label} ${value}`;
}

/** What a page on the screen is about, for the head of each printed page: its title, and each of its filters as it stands. */
export function printedWords(main: Element): { title: string; filters: string } {
  const group = main.querySelector("[data-group][aria-current=page]")?.getAttribute("data-group");
  const chips = [...main.querySelectorAll<HTMLLabelElement>("fieldset[aria-label=Filters] label")];
  const filters = [group ?? "", ...chips.map(chipWords)].filter(Boolean).join("; ");
  return { title: main.querySelector("h1")?.textContent?.trim() ?? "", filters };
}
