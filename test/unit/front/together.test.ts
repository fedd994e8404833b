import { describe, expect, test } from "vitest";
import { Together } from "../../../scripts/front/together.mjs";

const stays = new AbortController().signal;

/** Goes nowhere until it is told to: what went, and how each is ended. */
function held() {
  const went: string[][] = [];
  const overs: (() => void)[] = [];
  const together = new Together<string>(
    (item, over) => {
      went.push([item]);
      overs.push(over);
      return Promise.resolve();
    },
    (items, over) => {
      went.push(items);
      overs.push(over);
      return items.map((item) => (item === "bad" ? Promise.reject(new Error("refused")) : Promise.resolve()));
    },
  );
  return { went, overs, together };
}

describe("small calls", () => {
  test("go alone where nobody is under way, and together behind whoever is", async () => {
    const { went, overs, together } = held();
    await together.send("first", "a", stays);
    const others = ["b", "c", "d"].map((whose) => together.send(whose, whose, stays));
    expect(went).toEqual([["first"]]);
    overs[0]?.();
    await Promise.all(others);
    expect(went).toEqual([["first"], ["b", "c", "d"]]);
    overs[1]?.();
    await together.send("last", "a", stays);
    expect(went.at(-1)).toEqual(["last"]);
  });

  test("of one browser never go together, and keep their order", async () => {
    const { went, overs, together } = held();
    await together.send("first", "a", stays);
    const others = ["b1", "b2", "c1", "b3"].map((item) => together.send(item, item.charAt(0), stays));
    for (let i = 0; i < 4; i += 1) {
      overs[i]?.();
      overs[i]?.();
      await Promise.resolve();
    }
    await Promise.all(others);
    expect(went).toEqual([["first"], ["b1", "c1"], ["b2"], ["b3"]]);
  });

  test("are sixteen at most, and one that fails is told alone", async () => {
    const { went, overs, together } = held();
    await together.send("first", "a", stays);
    const names = ["bad", ...Array.from({ length: 19 }, (_, i) => `b${i}`)];
    const others = names.map((name) => together.send(name, name, stays));
    overs[0]?.();
    await expect(others[0]).rejects.toThrow("refused");
    await Promise.all(others.slice(1, 16));
    expect(went[1]).toHaveLength(16);
    overs[1]?.();
    await Promise.all(others.slice(16));
    expect(went[2]).toHaveLength(4);
  });

  test("are not sent for whoever has left, nor kept without bound", async () => {
    const { went, overs, together } = held();
    await together.send("first", "a", stays);
    const left = new AbortController();
    const gone = together.send("gone", "b", left.signal);
    left.abort();
    await expect(gone).rejects.toMatchObject({ status: 499 });
    const many = Array.from({ length: 1025 }, (_, i) => together.send(`c${i}`, `c${i}`, stays));
    await expect(many[1024]).rejects.toMatchObject({ status: 503 });
    overs[0]?.();
    await Promise.all(many.slice(0, 16));
    expect(went[1]).toEqual(Array.from({ length: 16 }, (_, i) => `c${i}`));
    // Nobody is left to wait when the test is over: that would end in a refusal that nobody listens to.
    for (let next = 1; next < 1024 / 16; next += 1) overs[next]?.();
    await Promise.all(many.slice(0, 1024));
  });
});
