/** All rows of a list, read page by page. @param read - A page, and where the next begins; null at the end. */
export async function allPages<Row>(
  read: (after: string) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page: Awaited<ReturnType<typeof read>> = await read(after);
    all.push(...page.rows);
    after = page.next;
  }
  return all;
}
