import { describe, expect, test } from "vitest";
import { mailAdapter } from "#domain/sites/adapter";
import { recipientsOf } from "../../../extension/guard/message/composer.ts";
import { adapterFrom } from "../../../extension/teach/adapter-from.ts";
import { selectorOf } from "../../../extension/teach/selector-of.ts";

function only(html: string): Element {
  document.body.innerHTML = html;
  const found = document.querySelector("[data-it]");
  if (!found) throw new Error("nothing to show");
  found.removeAttribute("data-it");
  return found;
}

describe("a selector is made of what the page’s makers call their parts", () => {
  test.each([
    [
      "a test id",
      `<button data-it data-testid="send-now" title="Send to Eleanor Ellery">Send</button>`,
      'button[data-testid="send-now"]',
    ],
    ["an id without a number", `<div data-it id=attachments></div>`, "div#attachments"],
    [
      "classes, not those that count",
      `<li data-it class="chip chip-1234 recipient" title="gp@x.example">GP</li>`,
      "li.chip.recipient",
    ],
    ["what is around it", `<div id=to><ul><li data-it>GP</li></ul></div>`, "div#to > ul > li"],
    ["nothing lasting", `<div><div><div><div><p data-it id=x19>Hello</p></div></div></div></div>`, undefined],
  ])("%s", (_, html, selector) => {
    expect(selectorOf(only(html))).toBe(selector);
  });

  test("what fits half the page is not taken", () => {
    const one = only(
      `<ul class=list>${"<li class=row><span>A</span></li>".repeat(30)}<li class=row><span data-it>B</span></li></ul>`,
    );
    expect(selectorOf(one)).toBeUndefined();
  });
});

test("what the lead showed is an adapter in the schema of those that ship, and reads the page", () => {
  document.body.innerHTML = `<div class=composer><ul id=people><li class=chip title="sam@x.example">Sam</li><li class=chip>Joss</li></ul>
    <div contenteditable=true>Hello</div><ul class=files><li class=file-row>letter.pdf</li></ul>
    <button class=go><i class=icon></i></button></div>`;
  const shown = (selector: string) => document.querySelector(selector) as Element;
  const parts = { recipient: shown(".chip"), attachment: shown(".file-row"), send: shown(".icon") };
  const adapter = adapterFrom(parts, "own-7", "mail.harbour.example:8443", "2026-11-30");
  expect(mailAdapter.parse(adapter)).toEqual(adapter);
  if (!adapter) throw new Error("none");
  expect(adapter.compose.send.buttons).toEqual(["button.go"]);
  expect(adapter.compose.root).toEqual(["div.composer"]);
  const composer = { root: shown(".composer"), byAdapter: true };
  const all = recipientsOf(adapter, composer, { ownDomains: [], approvedDomains: [] }).all;
  expect(all.map(({ shown: text }) => text).sort()).toEqual(["Joss", "sam@x.example"]);
  expect(JSON.stringify(adapter)).not.toMatch(/sam@|Joss|letter/);
});
