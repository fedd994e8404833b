import type { FormPlace } from "../form-paper.ts";
import { fontTyped } from "./letters-typed.ts";
import type { PdfDocument, PdfElement, PdfReference } from "./pdf-document.ts";

/** Size of what is typed, in points, and the most signs that one place takes. */
const size = 10;
const longest = { line: 300, lines: 4000 };
const multiline = 1 << 12;
const print = 1 << 2;
/** Greys of a box’s edge and of what is typed. */
const edge = [0.55, 0.55, 0.52];

/**
 * The fields of a PDF (ISO 32000-1, 12.7). By hand and not by pdfkit’s own calls: those give a field the page’s font, of which
 * only the letters that the page uses are in the file, so that nothing else could be typed.
 */
export class AcroForm {
  readonly #doc: PdfDocument;
  readonly #fields: PdfReference[] = [];
  readonly #ticks: { readonly Yes: PdfReference; readonly Off: PdfReference };

  constructor(doc: PdfDocument) {
    this.#doc = doc;
    const base = { Type: "Font", Subtype: "Type1" };
    const { differences, firstChar, lastChar, widths, descriptor } = fontTyped;
    const letters = doc.ref({
      Type: "Encoding",
      BaseEncoding: "WinAnsiEncoding",
      Differences: differences,
    });
    const described = doc.ref(descriptor);
    const helvetica = doc.ref({
      ...{ ...base, BaseFont: "Helvetica", Encoding: letters, FontDescriptor: described },
      ...{ FirstChar: firstChar, LastChar: lastChar, Widths: widths },
    });
    letters.end();
    described.end();
    const marks = doc.ref({ ...base, BaseFont: "ZapfDingbats" });
    helvetica.end();
    marks.end();
    this.#ticks = { Yes: this.#drawn("q 1.4 w 2 6 m 5 2.5 l 10 10 l S Q"), Off: this.#drawn("") };
    doc._root.data.AcroForm = doc.ref({
      Fields: this.#fields,
      NeedAppearances: true,
      DA: new String(`/Helv ${size} Tf 0 g`),
      DR: { Font: { Helv: helvetica, ZaDb: marks } },
    });
    // By this pdfkit knows that there is a form, which it ends with the document.
    doc._acroform = { fonts: {}, defaultFont: "Helv" };
  }

  /** Puts a place at x and y, from the page’s upper left, under a node of the structure tree. */
  add(place: FormPlace, box: Box, element: PdfElement): void {
    const { name, label, kind, lines = 1, value = "" } = place;
    const field = {
      Subtype: "Widget",
      T: new String(name),
      // What a screen reader says of it.
      TU: new String(label),
      F: print,
      MK: { BC: edge, ...(kind === "tick" ? { CA: new String("4") } : {}) },
      BS: { W: 0.75, S: "S" },
      structParent: element,
      ...(kind === "tick" ? this.#tick(value === "yes") : typed(value, lines)),
    };
    this.#doc.annotate(box.x, box.y, box.width, box.height, field);
    const made = this.#doc.page.annotations.at(-1);
    if (made) this.#fields.push(made);
  }

  #tick(on: boolean): object {
    const state = on ? "Yes" : "Off";
    return { FT: "Btn", V: state, AS: state, AP: { N: this.#ticks } };
  }

  #drawn(what: string): PdfReference {
    const drawn = this.#doc.ref({ Type: "XObject", Subtype: "Form", BBox: [0, 0, 12, 12] });
    drawn.end(new TextEncoder().encode(what));
    return drawn;
  }
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const typed = (value: string, lines: number): object => ({
  FT: "Tx",
  V: new String(value),
  MaxLen: lines > 1 ? longest.lines : longest.line,
  ...(lines > 1 ? { Ff: multiline } : {}),
});
