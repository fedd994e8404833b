/** A page of a list, and where the next one begins; null at the end. */
interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Rows that one question to the database brings. */
const batch = 500;

/** All pages of a list, one after the other, in large batches. */
export function* everyPage<Row>(
  read: (after: string, limit: number) => Page<Row>,
): Generator<readonly Row[]> {
  for (let after: string | null = ""; after !== null; ) {
    const page: Page<Row> = read(after, batch);
    yield page.rows;
    after = page.next;
  }
}
