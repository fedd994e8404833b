import { objectsOf } from "../../base/database.ts";

/** The newest link of the chain; seq 0 and an empty hash before the first. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export function head(app: pb.App): Head {
  const [row] = objectsOf<Head>(
    app,
    ["seq", "hash"],
    "SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1",
  );
  return row ?? { seq: 0, hash: "" };
}

/** The server's own hash at a receipt's seq; undefined where the chain is not that long, or was cut above it. */
export function linkAt(app: pb.App, seq: number): Head | undefined {
  return objectsOf<Head>(app, ["seq", "hash"], "SELECT seq, hash FROM events WHERE seq = {:seq}", { seq })[0];
}
