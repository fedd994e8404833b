/** Whether "What somebody told me" (T) is open. */
class Tell {
  open = $state(false);
  /** Takes the incident that was made, where a meeting is held; otherwise it is opened. */
  take: ((incident: string) => Promise<void>) | undefined;

  show(): void {
    this.open = true;
  }
}

export const tell = new Tell();
