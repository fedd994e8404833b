import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestServer } from "../server/server.ts";

/** Puts a message to the team behind the server's back: to sign a review is another test's business. */
export function addMessage({ data }: TestServer, id: string, text: string): void {
  const db = new DatabaseSync(join(data, "pb", "data.db"));
  try {
    db.exec("PRAGMA busy_timeout = 10000");
    const at = new Date().toISOString().replace("T", " ");
    db.prepare("INSERT INTO learning_messages (id, review, text, at) VALUES (?, ?, ?, ?)").run(
      id,
      id,
      text,
      at,
    );
  } finally {
    db.close();
  }
}
