/** How many pages a PDF of ours has: its page tree says so in plain text. */
export function pagesOf(pdf: Uint8Array): number {
  const text = new TextDecoder("latin1").decode(pdf);
  return Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(text)?.[1] ?? 0);
}
