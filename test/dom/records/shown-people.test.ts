import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { shownPeople } from "../../../extension/records/shown-people.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const shown = (html: string) => {
  document.body.innerHTML = html;
  return shownPeople(document.body);
};

test("a record's page tells its addresses and numbers as digests, each once", async () => {
  const people = await shown(
    `<p>NHS 999 100 5919, again 9991005919</p><a href="mailto:x">R.Ellery@post.example</a>
     <input type="email" value="r.ellery@post.example"><p>Order 123 456 7890</p>`,
  );
  expect(people).toEqual({ addresses: [sha("r.ellery@post.example")], numbers: [sha("9991005919")] });
});

test.each([
  ["nobody", "<p>Physiotherapy for the shoulder</p>"],
  ["a list", Array.from({ length: 7 }, (_, n) => `<p>p${n}@post.example</p>`).join("")],
])("a page of %s tells nothing", async (_, html) => {
  expect(await shown(html)).toBeUndefined();
});
