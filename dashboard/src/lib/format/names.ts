import type { Person } from "#lib/api/people.ts";

/** Says a person's name by id, from whoever the reader may see. */
export function namesOf(
  people: readonly Person[],
  colleagues: readonly Pick<Person, "id" | "name">[],
): (id: string) => string {
  const names = new Map([...colleagues, ...people].map(({ id, name }) => [id, name]));
  return (id) => (id === "" ? "the server" : (names.get(id) ?? "somebody"));
}
