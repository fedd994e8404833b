import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { failuresInGoja } from "../../support/server/run-in-goja.ts";

test("the domain's cases about people come out alike in PocketBase's engine", async () => {
  expect(await failuresInGoja(fileURLToPath(new URL("cases-in-goja.ts", import.meta.url)))).toEqual([]);
});
