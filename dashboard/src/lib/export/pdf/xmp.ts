/** What a PDF says of itself, in its properties and again as XMP. */
export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly madeAtMs: number;
}

export const producer = "Chaperone";

/** The properties as XMP (ISO 16684-1). pdfkit's own leaves "&" and "<" as they are, which is no XML. */
export function xmpOf({ title, subject, author, madeAtMs }: Properties): string {
  const at = new Date(madeAtMs).toISOString();
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:CreatorTool>${producer}</xmp:CreatorTool>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
