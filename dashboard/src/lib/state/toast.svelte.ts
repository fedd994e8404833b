/** One sentence at the foot of the screen: what was done, for as long as it takes to read. */
class Toast {
  #text = $state("");
  #timer: ReturnType<typeof setTimeout> | undefined;

  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#text = text;
    this.#timer = setTimeout(() => this.hide(), 8_000);
  }

  hide(): void {
    this.#text = "";
  }
}

export const toast = new Toast();
