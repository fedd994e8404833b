import { describe, expect, test } from "vitest";
import {
  attachmentNamesIn,
  composerAround,
  looksLikeSend,
  recipientTextsIn,
} from "../../../extension/guard/message/structure.ts";

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

function only(html: string): Element {
  const found = page(html).firstElementChild;
  if (!found) throw new Error("no element");
  return found;
}

describe("a send button is known by its words or names", () => {
  test.each([
    ["<button>Send</button>", true],
    ["<button> Send now </button>", true],
    ["<button aria-label='Send (Ctrl+Enter)'><svg></svg></button>", true],
    ["<div role=button data-tooltip='Send'></div>", true],
    ["<a title=Send data-bind='command: sendCommand'><i></i></a>", true],
    ["<input type=submit value=Send>", true],
    ["<button data-testid='composer:send-button'></button>", true],
    ["<button class='btn btn-primary send'></button>", true],
    ["<button>Senden</button>", true],
    ["<a href='#'>Sent</a>", false],
    ["<button>Resend the code</button>", false],
    ["<a>Trusted Senders</a>", false],
    ["<button>Save draft</button>", false],
    ["<span>Send</span>", false],
  ])("%s: %s", (html, is) => {
    expect(looksLikeSend(only(html))).toBe(is);
  });
});

describe("a composer is what can be written in and sent", () => {
  test("around an element, out to where the next one begins", () => {
    page(`<div id=first><div><textarea></textarea></div><ul id=list></ul><button>Send</button></div>
      <div id=second><div id=inner><div contenteditable=true></div><button id=go>Send</button></div><ul></ul></div>`);
    expect(composerAround(document.querySelector("#go") ?? undefined, document)?.id).toBe("second");
    expect(composerAround(document.querySelector("#list") ?? undefined, document)?.id).toBe("first");
  });
  test("it ends at a dialog", () => {
    page(`<div><div role=dialog id=box><textarea></textarea><button id=go>Send</button></div></div>`);
    expect(composerAround(document.querySelector("#go") ?? undefined, document)?.id).toBe("box");
  });
  test("a page without a send button has none", () => {
    page("<textarea></textarea><button>Save</button>");
    expect(composerAround(undefined, document)).toBeUndefined();
  });
});

test("recipients are read from named fields and from chips", () => {
  const root =
    page(`<input name=to value="a@x.example"><input name=subject value="to you"><textarea aria-label="Cc">b@x.example</textarea>
    <span title="c@x.example">C</span><span data-hovercard-id="d@x.example">D</span><input type=email value="e@x.example">`);
  expect(recipientTextsIn(root).sort()).toEqual([
    "a@x.example",
    "b@x.example",
    "c@x.example",
    "d@x.example",
    "e@x.example",
  ]);
});

test("attachments are names of files in what is called an attachment", () => {
  const root = page(
    `<ul class=attachment-list><li>Referral 14 Nov.pdf (212 KB)</li><li>No file here</li></ul><p>notes.pdf</p>`,
  );
  expect(attachmentNamesIn(root)).toEqual(["Referral 14 Nov.pdf"]);
});
