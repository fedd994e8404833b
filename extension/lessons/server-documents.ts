import { browserDocument } from "#domain/registers/training/in-browser";
import type { DocumentAnswer, DocumentFile, DocumentKept } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { callServer } from "../pairing/server.ts";
import { documentFile } from "./file.ts";
import { saidIn } from "./said.ts";
import { lessonWords } from "./words.ts";

/** A document of the clinic, or its notice, in the version in force. */
export async function readDocument({ user, course }: MessageData<"document">): Promise<DocumentAnswer> {
  const pairing = await currentPairing.get();
  if (!pairing) return { known: false, said: lessonWords.notPaired };
  const query = `user=${user}&course=${course}`;
  const reply = await callServer(pairing.server, `browser-document?${query}`, { token: pairing.token });
  const answer = browserDocument.safeParse(
    reply.kind === "answer" && reply.status === 200 ? reply.body : null,
  );
  return answer.success ? { known: true, read: answer.data } : { known: false, said: saidIn(reply) };
}

/** The file in which it is kept; '' where it can't be had here. */
export async function readDocumentFile({ user, course }: MessageData<"document">): Promise<DocumentFile> {
  const pairing = await currentPairing.get();
  return pairing ? await documentFile(pairing, `browser-document-file?user=${user}&course=${course}`) : "";
}

/** Somebody read it, or does not tick: kept on the server, under their name. */
export async function sayOfDocument(says: MessageData<"document-says">): Promise<DocumentKept> {
  const pairing = await currentPairing.get();
  if (!pairing) return { kept: false, said: lessonWords.notPaired };
  const reply = await callServer(pairing.server, "browser-document", {
    method: "POST",
    token: pairing.token,
    body: says,
  });
  return reply.kind === "answer" && reply.status === 200
    ? { kept: true }
    : { kept: false, said: saidIn(reply) };
}
