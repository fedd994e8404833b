/** A look at a record as the log holds it, with its civil date at the clinic. */
export interface Looked {
  readonly kind: string;
  readonly user: string;
  readonly attribution: string;
  readonly occurredAt: string;
}
interface Dated extends Looked {
  readonly day: string;
}

/** A request about the record: who worked it, and on which days. */
export interface WorkedRequest {
  readonly number: number;
  readonly kind: string;
  readonly receivedOn: string;
  /** '' while it is open. */
  readonly endedOn: string;
  readonly people: readonly string[];
}

/** A line of the patient's letter: a day, a purpose, how often, and by whom where the clinic's policy names staff. */
export interface Look {
  readonly day: string;
  readonly why: string;
  readonly times: number;
  readonly who: readonly string[];
}

const acts: Readonly<Record<string, string>> = {
  "record.view": "opened",
  "record.search": "looked for",
  "record.print": "printed",
  "record.export": "exported",
  "record.download": "downloaded",
  "record.copy": "copied from",
};
/** Kinds of events that are a look at a record. */
export const lookKinds = Object.keys(acts);

/** The request that explains a look: somebody who works it looked while it was open. Never "because of": "explained by". */
export const explainedBy = (
  look: { readonly day: string; readonly user: string },
  requests: readonly WorkedRequest[],
): WorkedRequest | undefined =>
  requests.find(
    ({ receivedOn, endedOn, people }) =>
      people.includes(look.user) && look.day >= receivedOn && (endedOn === "" || look.day <= endedOn),
  );

/** Days and purposes of all looks, the newest first; looks of a day with one purpose are one line. */
export function looksOf(
  looked: readonly Dated[],
  requests: readonly WorkedRequest[],
  nameOf: (id: string) => string,
): Look[] {
  const lines = new Map<string, { day: string; why: string; times: number; who: Set<string> }>();
  for (const look of looked) {
    const request = explainedBy(look, requests);
    const act = acts[look.kind] ?? "looked at";
    const why =
      request === undefined ? `${act}; the log holds no purpose` : `${act} to answer your own request`;
    const key = `${look.day}\n${why}`;
    const line = lines.get(key) ?? { day: look.day, why, times: 0, who: new Set<string>() };
    line.times += 1;
    if (nameOf(look.user) !== "") line.who.add(nameOf(look.user));
    lines.set(key, line);
  }
  return [...lines.values()]
    .sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : one.why < other.why ? -1 : 1))
    .map(({ who, ...line }) => ({ ...line, who: [...who].sort() }));
}
