/** What an event says of an export. */
export const exported = (id: string) => ({ v: 1, id, action: "export" });

/** Answers with a file for the browser's downloads. */
export function sendFile(e: pb.RequestEvent, name: string, mime: string, text: string): void {
  const headers = e.response.header();
  headers.set("Content-Type", `${mime}; charset=utf-8`);
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="${name}"`);
  e.response.write(toBytes(text));
}
