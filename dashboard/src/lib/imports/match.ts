/** Somebody or something that a cell may mean. */
export type Candidate = { readonly id: string; readonly name: string; readonly email?: string | undefined };

const plain = (text: string): string =>
  text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("en-GB");

/** The one whose address stands there; undefined for none, or more than one. */
export function byEmail(people: readonly Candidate[], email: string): Candidate | undefined {
  const wanted = plain(email);
  const found = wanted === "" ? [] : people.filter((one) => plain(one.email ?? "") === wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** The one of exactly this name: for courses, whose names are each once. People are never matched so. */
export function byName(all: readonly Candidate[], name: string): Candidate | undefined {
  const found = all.filter((one) => plain(one.name) === plain(name));
  return found.length === 1 ? found[0] : undefined;
}

/** Those of whom a name may be, the likeliest first: offered to be chosen, and never taken by themselves. */
export function offered(people: readonly Candidate[], name: string): Candidate[] {
  const wanted = plain(name).split(" ");
  const fits = ({ name: own }: Candidate): number => {
    const words = plain(own).split(" ");
    return wanted.filter((word) => words.includes(word)).length;
  };
  return people.filter((one) => fits(one) > 0).sort((one, other) => fits(other) - fits(one));
}
