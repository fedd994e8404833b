import { expect, test } from "vitest";
import { voices } from "../../../scripts/testing/voices.mjs";

function heard(names: readonly string[]) {
  const printed: string[] = [];
  return { ...voices(names, (text) => text && printed.push(text)), printed };
}

test("the first speaks as it goes; what the second says meanwhile comes whole behind it", () => {
  const { say, end, printed } = heard(["unit", "e2e"]);
  say("e2e", "b1 ");
  say("unit", "a1 ");
  say("e2e", "b2 ");
  say("unit", "a2 ");
  expect(printed).toEqual(["a1 ", "a2 "]);
  end("unit");
  expect(printed).toEqual(["a1 ", "a2 ", "b1 b2 "]);
  say("e2e", "b3 ");
  expect(printed.at(-1)).toBe("b3 ");
});

test("a suite that ended before its turn is told when it comes, and the one behind it goes on from there", () => {
  const { say, end, printed } = heard(["unit", "dom", "e2e"]);
  say("dom", "d ");
  end("dom");
  say("e2e", "e ");
  expect(printed).toEqual([]);
  end("unit");
  expect(printed).toEqual(["d ", "e "]);
});
