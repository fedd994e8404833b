/** A line of a menu. */
export type MenuItem = {
  readonly label: string;
  /** A second, muted line. */
  readonly hint?: string;
  readonly href?: string;
  readonly danger?: boolean;
  readonly chosen?: boolean;
  readonly act?: () => void;
};
