/** Notices of versions before the law was data: shown where they were noted, and offered no more. */
export const noticesOfBefore: readonly {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}[] = [
  {
    id: "candour",
    text: "Duty of candour: a notifiable safety incident",
    source: "HSCA 2008 (Regulated Activities) Regulations 2014, reg 20",
  },
  {
    id: "care-regulator",
    text: "The care regulator: an event that it has to be told of",
    source: "Healthcare Inspectorate Wales, Healthcare Improvement Scotland and RQIA: their rules on notices",
  },
  {
    id: "candour-wales",
    text: "Duty of candour: a notifiable adverse outcome",
    source: "Health and Social Care (Quality and Engagement) (Wales) Act 2020, Part 3",
  },
  {
    id: "candour-scotland",
    text: "Duty of candour: an unintended or unexpected incident that led to harm",
    source: "Health (Tobacco, Nicotine etc. and Care) (Scotland) Act 2016, Part 2",
  },
];
