/** Whether "Who may be told" (R) is open. */
class Call {
  open = $state(false);

  show(): void {
    this.open = true;
  }
}

export const call = new Call();
