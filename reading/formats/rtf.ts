/** Destinations whose text nobody sees. */
const unseen = new Set(
  "fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend nonshppict shpinst filetbl revtbl".split(
    " ",
  ),
);
const breaks: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  page: "\n\n",
  sect: "\n\n",
  row: "\n",
  cell: "\t",
  tab: "\t",
  emdash: "\u2014",
  endash: "\u2013",
  lquote: "\u2018",
  rquote: "\u2019",
  ldblquote: "\u201c",
  rdblquote: "\u201d",
};

/** A control word with its number, a control sign, a brace, or a run of text (RTF 1.9.1). */
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/gi;

/** The text of a rich text file. Hidden destinations, pictures and instructions are left out. */
export function rtfText(rtf: string): string {
  const windows = new TextDecoder("windows-1252");
  const out: string[] = [];
  const outer: { hidden: boolean; skip: number }[] = [];
  let hidden = false;
  let skip = 1;
  let skipped = 0;
  for (const [, word, amount, hex, sign, brace, text] of rtf.matchAll(token)) {
    if (brace === "{") outer.push({ hidden, skip });
    else if (brace === "}") ({ hidden, skip } = outer.pop() ?? { hidden: false, skip: 1 });
    else if (sign === "*" || (word !== undefined && unseen.has(word))) hidden = true;
    else if (hidden) continue;
    else if (word === "uc") skip = Number(amount ?? 1);
    else if (word === "u") {
      out.push(String.fromCharCode(Number(amount ?? 0) & 0xffff));
      skipped = skip;
    } else if (word !== undefined) out.push(breaks[word] ?? "");
    else if (hex !== undefined) {
      if (skipped > 0) skipped--;
      else out.push(windows.decode(Uint8Array.of(Number.parseInt(hex, 16))));
    } else if (sign !== undefined)
      out.push(
        sign === "~"
          ? "\u00a0"
          : sign === "_"
            ? "\u2011"
            : sign === "\n" || sign === "\r"
              ? "\n"
              : sign === "-"
                ? ""
                : sign,
      );
    else if (text !== undefined) {
      const plain = text.replace(/[\r\n]/g, "");
      out.push(plain.slice(Math.min(skipped, plain.length)));
      skipped = Math.max(0, skipped - plain.length);
    }
  }
  return out.join("");
}
