/** Whether the list of keys (?) is open. */
class KeysHelp {
  open = $state(false);

  show(): void {
    this.open = true;
  }
}

export const keysHelp = new KeysHelp();
