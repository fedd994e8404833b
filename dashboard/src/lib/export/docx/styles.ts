import type { IStylesOptions } from "docx";
import { paperLanguage } from "../paper.ts";

const ink = "1B2B2A";
const muted = "5B6B6A";
/** On every desk, and with Arabic, Greek and Cyrillic letters. Word looks for emoji elsewhere itself. */
const font = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Arial" };

const heading = (halfPoints: number, before: number, after: number) => ({
  run: { size: halfPoints, bold: true, color: ink },
  paragraph: { keepNext: true, spacing: { before, after } },
});

const style = (id: string, halfPoints: number, color: string, after: number) => ({
  id,
  name: id,
  basedOn: "Normal",
  quickFormat: true,
  run: { size: halfPoints, color },
  paragraph: { spacing: { after, line: 276 } },
});

/** Sizes in half points, spaces in twentieths of a point. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 19, color: ink, language: { value: paperLanguage, bidirectional: "ar-SA" } },
    },
    heading1: heading(40, 0, 120),
    heading2: heading(26, 320, 120),
    heading3: heading(21, 200, 80),
  },
  paragraphStyles: [
    style("Body", 19, ink, 120),
    style("Muted", 18, muted, 120),
    style("Cell", 17, ink, 0),
    style("Foot", 14, muted, 0),
  ],
};
