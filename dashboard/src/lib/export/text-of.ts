import { type Block, type Paper, printable } from "./paper.ts";

/** All words of a paper, to see which fonts it takes. */
export const textOf = ({ title, foot, blocks }: Paper): string =>
  printable([title, ...foot, ...blocks.flatMap(wordsOf)].join("\n"));

function wordsOf(block: Block): readonly string[] {
  switch (block.is) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "facts":
      return block.rows.flat();
    case "table":
      return [...block.head, ...block.rows.flat()];
    case "list":
      return block.items;
  }
}
