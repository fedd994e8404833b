/** Registers that the clinic does without, as the frame last told. */
class RegistersOff {
  #keys = $state.raw<readonly string[]>([]);

  set(keys: readonly string[]): void {
    this.#keys = keys;
  }

  /** Whether a page's register is switched off; a page that names none always stands. */
  has(key: string | undefined): boolean {
    return key !== undefined && this.#keys.includes(key);
  }
}

export const registersOff = new RegistersOff();
