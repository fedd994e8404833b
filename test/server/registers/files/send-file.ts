import type { TestServer } from "../../../support/server/server.ts";

/** Brings a file to a round of an audit, or to a supplier. */
export async function sendFile(
  server: TestServer,
  token: string,
  id: string,
  {
    what = "certificate",
    bytes = Buffer.from("%PDF-1.7 shredded"),
    name = "shredded.pdf",
  }: { what?: string; bytes?: Buffer; name?: string } = {},
) {
  const form = new FormData();
  form.set("id", id);
  form.set("what", what);
  form.set("file", new Blob([new Uint8Array(bytes)], { type: "application/pdf" }), name);
  const answer = await fetch(`${server.url}/api/chaperone/register-file`, {
    method: "POST",
    headers: { authorization: token },
    body: form,
  });
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
}
