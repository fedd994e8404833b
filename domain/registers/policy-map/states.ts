/**
 * What is known of a sentence of the clinic's policy. `screen`: a page of Chaperone shows whether it is kept. `test`:
 * Chaperone proves it of itself. `people`: people keep it, and look by a day. `none`: nothing here covers it. `wrong`: it
 * is wrong in law. `says`: it promises nothing that could be kept or broken. '' is before somebody said so.
 */
export const claimStates = ["screen", "test", "people", "none", "wrong", "says"] as const;
export type ClaimState = (typeof claimStates)[number];

export const stateWords: Readonly<Record<ClaimState | "", string>> = {
  screen: "Kept by a screen",
  test: "Kept by a test",
  people: "Kept by people",
  none: "Not covered",
  wrong: "Wrong in law",
  says: "Nothing to keep",
  "": "To confirm",
};

/** One letter a sentence, in the policy's order, as the server tells them all at once. */
export const stateLetters: Readonly<Record<ClaimState | "", string>> = {
  screen: "s",
  test: "t",
  people: "p",
  none: "n",
  wrong: "w",
  says: "o",
  "": "-",
};

/** A version of the policy: still arriving, being looked through, in force, followed by another, or taken back. */
export const versionStates = ["arriving", "draft", "in-force", "replaced", "withdrawn"] as const;
export type VersionState = (typeof versionStates)[number];

/** A line of a policy: its own headings are kept with it, and have no state. */
export const lineKinds = ["heading", "sentence", "item", "row"] as const;
export type LineKind = (typeof lineKinds)[number];

/** A line as it was read. */
export interface PolicyLine {
  readonly kind: LineKind;
  /** The heading above it, '' before the first. */
  readonly section: string;
  /** What leads up to an item: "Staff must not:"; '' elsewhere. */
  readonly lead: string;
  readonly text: string;
}

export const hasState = ({ kind }: Pick<PolicyLine, "kind">): boolean => kind !== "heading";
