import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { failuresInGoja } from "../../../support/server/run-in-goja.ts";

test("the register's worked cases come out alike in PocketBase's engine, with its own table of time zones", async () => {
  expect(await failuresInGoja(fileURLToPath(new URL("cases-in-goja.ts", import.meta.url)))).toEqual([]);
});
