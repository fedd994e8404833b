/** The address of a record's own page. */
export const recordPage = ({
  recordRef,
  system,
}: {
  readonly recordRef: string;
  readonly system: string;
}): string => `/record?${new URLSearchParams({ ref: recordRef, system })}`;
