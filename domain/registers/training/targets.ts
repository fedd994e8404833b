/**
 * What share of people has to be in date: a setting of the clinic, by what it is, with who says so. What is published
 * contradicts itself, so that none is law and each is shown with its source.
 */
export const targetProfiles = ["none", "small-provider", "category-1", "own"] as const;
export type TargetProfile = (typeof targetProfiles)[number];

export interface TargetChoice {
  readonly profile: TargetProfile;
  readonly name: string;
  /** What it proposes, in per cent; 0 where it asks for none. */
  readonly percent: number;
  readonly source: string;
  /** What speaks against it; '' where nothing was found. */
  readonly against: string;
}

export const targetChoices: readonly TargetChoice[] = [
  {
    profile: "none",
    name: "No share: everybody is followed up by name",
    percent: 0,
    source: "No law was found that names a share for a private clinic",
    against: "",
  },
  {
    profile: "small-provider",
    name: "A small provider that answers the toolkit (England)",
    percent: 95,
    source:
      "Data Security and Protection Toolkit 3.2.1 as care associations print it: 95 % in the 12 months before",
    against:
      "Contradictory: Digital Care Hub, 23 June 2026, asks for training that is up to date and names no share; a vendor’s guide of 10 March 2026 says that 95 % is gone for all",
  },
  {
    profile: "category-1",
    name: "A large organisation in the toolkit’s category 1",
    percent: 0,
    source:
      "dsptoolkit.nhs.uk, News, Training: 95 % dropped from 2023/24; analysis of needs, delivery, evaluation instead",
    against: "",
  },
  {
    profile: "own",
    name: "The clinic’s own",
    percent: 95,
    source: "The clinic’s policy",
    against: "",
  },
];

/** Whether a share is reached: of nobody it is. */
export const reaches = (percent: number, inDate: number, of: number): boolean =>
  of === 0 || inDate * 100 >= percent * of;
