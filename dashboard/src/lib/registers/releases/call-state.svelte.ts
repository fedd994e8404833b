/** Whether "Who may be told" (R, or Alt Shift R) is open. */
class Call {
  open = $state(false);

  show(): void {
    this.open = true;
  }
}

export const call = new Call();
