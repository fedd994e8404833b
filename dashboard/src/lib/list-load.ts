import { allPeople, type Person } from "#lib/api/people.ts";
import { onlyFor, type PageName } from "#lib/may.ts";

/** By which a register's page is read anew. */
export const signalOf = (page: PageName): `chaperone:${string}` => `chaperone:${page}`;

/** Loads a register's page: not for whoever it is closed to; its rows, and the people whom they name. */
export const listLoad =
  <Row>(page: PageName, read: () => Promise<readonly Row[]>) =>
  async ({
    depends,
  }: {
    depends: (signal: `chaperone:${string}`) => void;
  }): Promise<{ people: readonly Person[]; entries: readonly Row[] }> => {
    depends(signalOf(page));
    onlyFor(page);
    const [people, entries] = await Promise.all([allPeople(), read()]);
    return { people, entries };
  };
