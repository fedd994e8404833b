import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { type Block, type Paper, paperLanguage, printable } from "../paper.ts";
import { steadyZip } from "../steady-zip.ts";
import { paragraphRuns } from "./paragraph-runs.ts";
import { styles } from "./styles.ts";

/** In twentieths of a point: A4 with margins of 20 mm. */
const page = { width: 11_906, height: 16_838, margin: 1_134 } as const;
const textWidth = page.width - 2 * page.margin;
const nameShare = 0.34;

/**
 * A paper as a Word document: heading styles, tables with a head that repeats, page numbers, right-to-left runs marked.
 * The same paper gives the same bytes.
 */
export async function renderDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
      },
    },
    footers: { default: footOf(paper) },
    children: [
      ...wordsOf(paper.title, { heading: HeadingLevel.HEADING_1 }),
      ...paper.blocks.flatMap(childrenOf),
    ],
  };
  const document = new Document({
    title: printable(paper.title),
    subject: printable(paper.subject),
    creator: printable(paper.author),
    lastModifiedBy: printable(paper.author),
    description: "",
    styles,
    sections: [section],
  });
  const packed = await Packer.toArrayBuffer(document);
  return steadyZip(new Uint8Array(packed), paper.madeAtMs, (path, text) =>
    path === "docProps/core.xml" ? datedAt(text, paper.madeAtMs) : text,
  );
}

/** docx writes when it ran; the paper says when it was made. */
function datedAt(core: string, madeAtMs: number): string {
  const at = new Date(madeAtMs).toISOString();
  return core
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`)
    .replace("</cp:coreProperties>", `<dc:language>${paperLanguage}</dc:language></cp:coreProperties>`);
}

interface Look {
  readonly heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel];
  readonly style?: string;
  readonly run?: IRunOptions;
  readonly bullet?: { readonly level: number };
}

/** A paragraph for each line of a text, each in its own direction. */
function wordsOf(text: string, { run = {}, ...look }: Look = {}): Paragraph[] {
  return printable(text)
    .split("\n")
    .map((line) => {
      const { rightToLeft, runs } = paragraphRuns(line);
      return new Paragraph({
        ...look,
        bidirectional: rightToLeft,
        alignment: AlignmentType.START,
        children: runs.map((one) => new TextRun({ ...run, ...one })),
      });
    });
}

function childrenOf(block: Block): (Paragraph | Table)[] {
  switch (block.is) {
    case "heading":
      return wordsOf(block.text, {
        heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
      });
    case "paragraph":
      return wordsOf(block.text, {
        style: block.look === "muted" ? "Muted" : "Body",
        run: { bold: block.look === "strong" },
      });
    case "facts":
      return tableOf(
        block.rows.map(([name, words]) =>
          rowOf([name, words], [nameShare, 1 - nameShare], { boldFirst: true }),
        ),
        [nameShare, 1 - nameShare],
      );
    case "table": {
      const all = block.shares.reduce((sum, share) => sum + share, 0);
      const shares = block.shares.map((share) => share / all);
      const head = rowOf(block.head, shares, { head: true });
      return tableOf([head, ...block.rows.map((row) => rowOf(row, shares))], shares);
    }
    case "list":
      return block.items.flatMap((item) => wordsOf(item, { style: "Body", bullet: { level: 0 } }));
  }
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: "C9C6BD" } as const;

/** With an empty paragraph behind it: Word joins two tables that touch. */
function tableOf(rows: readonly TableRow[], shares: readonly number[]): (Paragraph | Table)[] {
  const table = new Table({
    rows,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: shares.map(twips),
    borders: {
      top: hairline,
      bottom: hairline,
      insideHorizontal: hairline,
      left: none,
      right: none,
      insideVertical: none,
    },
  });
  return [table, new Paragraph({ style: "Cell", children: [] })];
}

/** Characters that a row may have and still be kept on one page. */
const keptTogether = 1_500;

const twips = (share: number): number => Math.round(textWidth * share);

function rowOf(
  cells: readonly string[],
  shares: readonly number[],
  { head = false, boldFirst = false }: { head?: boolean; boldFirst?: boolean } = {},
): TableRow {
  return new TableRow({
    tableHeader: head,
    // A row longer than a page would be cut off if it might not be split.
    cantSplit: cells.join("").length < keptTogether,
    children: shares.map(
      (share, i) =>
        new TableCell({
          width: { size: twips(share), type: WidthType.DXA },
          margins: { top: 50, bottom: 50, left: 0, right: 120 },
          children: wordsOf(cells[i] ?? "", { style: "Cell", run: { bold: head || (boldFirst && i === 0) } }),
        }),
    ),
  });
}

function footOf({ foot }: Paper): Footer {
  const [first, ...below] = foot.map((line = "") =>
    paragraphRuns(printable(line)).runs.map((one) => new TextRun(one)),
  );
  const numbers = new TextRun({ children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({
        style: "Foot",
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [...(first ?? []), numbers],
      }),
      ...below.map((children) => new Paragraph({ style: "Foot", children })),
    ],
  });
}
