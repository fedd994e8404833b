/** The part of pdfkit 0.20.2 that the tests use; the package ships no types. */
declare module "pdfkit" {
  import { Readable } from "node:stream";

  export default class PDFDocument extends Readable {
    constructor(options?: {
      size?: string;
      margin?: number;
      info?: Record<string, string>;
      userPassword?: string;
      ownerPassword?: string;
      autoFirstPage?: boolean;
    });
    fontSize(points: number): this;
    text(text: string): this;
    moveDown(lines?: number): this;
    addPage(): this;
    image(picture: Buffer, options?: { width?: number }): this;
    end(): void;
  }
}
