import type { TestServer } from "../../../support/server/server.ts";
import { behindTheBack } from "../../people/database.ts";

/** A week's sample with one entry, put in past the draw. @returns Id of the entry. */
export function oneDrawn(server: TestServer, event = 1, week = "2020-01-06"): string {
  behindTheBack(
    server,
    `INSERT INTO samples (id, weekOf, afterSeq, upToSeq, headHash, population, drawnAt)
     VALUES ('sample000000000', ?, 0, 1, 'x', 1, '2020-01-13 00:05:00.000Z')`,
    week,
  );
  behindTheBack(
    server,
    `INSERT INTO sample_items (id, sample, position, event, result, note, lookedBy, lookedAt, version)
     VALUES ('sampleitem00000', 'sample000000000', 0, ?, '', '', '', '', 1)`,
    event,
  );
  return "sampleitem00000";
}
