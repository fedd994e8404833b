import type { Block } from "../paper.ts";
import { looks, page, textWidth } from "./look.ts";
import type { Column, PageWriter } from "./page-writer.ts";
import type { PdfElement } from "./pdf-document.ts";

/** Space between two columns of a table. */
const gutter = 12;
/** What a heading keeps below it on its page: the head of a table and a few lines. */
const followed = 72;
/** Above and below the words of a row. */
const rowPadding = 3;
/** The share of the width that the names of facts take. */
const nameShare = 0.34;

type BlockOf<Is extends Block["is"]> = Extract<Block, { is: Is }>;

/** Writes one block, and hangs it into the structure tree; a heading stays with what comes `next`. */
export function writeBlock(writer: PageWriter, block: Block, root: PdfElement, next?: Block): void {
  if (block.is === "heading") writeHeading(writer, block, root, next);
  else if (block.is === "facts") writeFacts(writer, block, root);
  else if (block.is === "table") writeTable(writer, block, root);
  else if (block.is === "list") writeList(writer, block, root);
  else writeParagraph(writer, block, root);
}

/** The paper's title, on its first page. */
export function writeTitle(writer: PageWriter, title: string, root: PdfElement): void {
  writer.columns([text(writer, root, "H1", title, looks.title)]);
  writer.space(4);
}

function writeHeading(
  writer: PageWriter,
  { level, text: words, onNewPage }: BlockOf<"heading">,
  root: PdfElement,
  next?: Block,
): void {
  const look = level === 2 ? looks.section : looks.heading;
  const below = next?.is === "heading" ? looks.heading.leading + followed : followed;
  if (onNewPage) writer.need(Number.POSITIVE_INFINITY);
  writer.space(level === 2 ? 14 : 6);
  writer.need(look.leading + below);
  if (level === 2) writer.doc.outline.addItem(words);
  writer.columns([text(writer, root, `H${level}`, words, look)]);
  writer.space(4);
}

function writeParagraph(writer: PageWriter, block: BlockOf<"paragraph">, root: PdfElement): void {
  writer.columns([text(writer, root, "P", block.text, looks[block.look ?? "body"])]);
  writer.space(6);
}

function writeFacts(writer: PageWriter, { rows }: BlockOf<"facts">, root: PdfElement): void {
  const table = child(writer, root, "Table");
  const [names, words] = places([nameShare, 1 - nameShare]) as [Place, Place];
  writer.rule();
  for (const [name, value] of rows) {
    const row = child(writer, table, "TR");
    const head = child(writer, row, "TH", "Row");
    const data = child(writer, row, "TD");
    writeRow(writer, [
      { ...names, text: name, look: looks.head, tag: "TH", element: head },
      { ...words, text: value, look: looks.cell, tag: "TD", element: data },
    ]);
  }
  writer.space(8);
}

function writeTable(writer: PageWriter, { head, shares, rows }: BlockOf<"table">, root: PdfElement): void {
  const table = child(writer, root, "Table");
  const columns = places(shares);
  const headRow = (element?: PdfElement) =>
    writeRow(
      writer,
      columns.map((place, i) => ({
        ...place,
        text: head[i] ?? "",
        look: looks.head,
        tag: "TH",
        ...(element && { element: child(writer, element, "TH", "Column") }),
      })),
    );
  writer.rule();
  headRow(child(writer, table, "TR"));
  // On further pages the head is drawn again and not said again.
  writer.atTop = () => {
    headRow();
    writer.space(rowPadding);
  };
  for (const cells of rows) {
    const row = child(writer, table, "TR");
    writeRow(
      writer,
      columns.map((place, i) => ({
        ...place,
        text: cells[i] ?? "",
        look: looks.cell,
        tag: "TD",
        element: child(writer, row, "TD"),
      })),
    );
  }
  writer.atTop = () => {};
  writer.space(8);
}

function writeList(writer: PageWriter, { items }: BlockOf<"list">, root: PdfElement): void {
  const list = child(writer, root, "L");
  for (const item of items) {
    const entry = child(writer, list, "LI");
    const look = looks.body;
    writer.columns([
      { x: page.left, width: 12, text: "\u2022", look, tag: "Lbl", element: child(writer, entry, "Lbl") },
      {
        x: page.left + 12,
        width: textWidth - 12,
        text: item,
        look,
        tag: "LBody",
        element: child(writer, entry, "LBody"),
      },
    ]);
  }
  writer.space(6);
}

function writeRow(writer: PageWriter, columns: readonly Column[]): void {
  writer.space(rowPadding);
  writer.columns(columns);
  writer.space(rowPadding);
  writer.rule();
}

interface Place {
  readonly x: number;
  readonly width: number;
}

/** Columns of a table from left to right, by their shares of the width. */
function places(shares: readonly number[]): Place[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  let x: number = page.left;
  return shares.map((share) => {
    const width = (textWidth * share) / all;
    const place = { x, width: width - gutter };
    x += width;
    return place;
  });
}

function text(
  writer: PageWriter,
  root: PdfElement,
  tag: string,
  words: string,
  look: Column["look"],
): Column {
  return { x: page.left, width: textWidth, text: words, look, tag, element: child(writer, root, tag) };
}

function child(writer: PageWriter, parent: PdfElement, tag: string, scope?: "Row" | "Column"): PdfElement {
  const element = writer.doc.struct(tag, scope ? { scope } : {});
  parent.add(element);
  return element;
}
