/** The part of pdfkit 0.20.2 that the tests use; the package ships no types. */
declare module "pdfkit" {
  import { Readable } from "node:stream";

  interface Gradient {
    stop(place: number, colour: string): this;
  }

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
    rect(x: number, y: number, width: number, height: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this;
    dash(length: number, options: object): this;
    clip(): this;
    stroke(colour?: string): this;
    fill(colour: string | Gradient): this;
    linearGradient(x1: number, y1: number, x2: number, y2: number): Gradient;
    image(picture: Buffer, options?: { width?: number; fit?: readonly [number, number] }): this;
    file(bytes: Buffer, options: { name: string }): unknown;
    end(): void;
  }
}
