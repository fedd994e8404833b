import { describe, expect, test } from "vitest";
import { isRecipientField, recipientTextsIn } from "../../../extension/guard/message/recipient-fields.ts";
import {
  attachmentNamesIn,
  composerAround,
  linesIn,
  looksLikeSend,
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
    ["<button>Anfon</button>", true],
    ["<button>Send & archive</button>", true],
    ["<div role=menuitem>Schedule send</div>", true],
    ["<button>Send feedback</button>", false],
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
  expect(
    recipientTextsIn(root)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(["a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example"]);
});

describe("recipients that show a name alone are read too", () => {
  test.each([
    [
      "chips in a field that is labelled in another language",
      `<div><button>An</button><div contenteditable aria-label=An><span data-selection-index=0 class=pill>Sam Voss</span></div></div>`,
      ["Sam Voss"],
    ],
    [
      "chips beside a field whose label stands in the cell before it",
      `<table><tr><td>To</td><td><ul><li>Sam Voss</li><li title="gp@x.example">GP</li><li><input></li></ul></td></tr>
       <tr><td>Subject</td><td><input value="Sam"></td></tr></table>`,
      ["gp@x.example", "Sam Voss"],
    ],
    [
      "what is typed beside a chip",
      `<div contenteditable aria-label=To><span role=option data-email="a@x.example">A</span>b@x.example</div>`,
      ["a@x.example", "b@x.example"],
    ],
    [
      "no label, no button and no body",
      `<div><label>To</label><button>Cc</button><input name=to></div><div contenteditable>Hello</div>`,
      [],
    ],
    [
      "a letter below the word To",
      `<div><label>To</label><input name=to><textarea>Dear Sam</textarea></div>`,
      [],
    ],
  ])("%s", (_, html, texts) => {
    expect(recipientTextsIn(page(html)).map(({ text }) => text.trim())).toEqual(texts);
  });
});

describe("a field is for recipients by its own label and by what stands in it", () => {
  test.each([
    ["<div contenteditable role=textbox aria-label='To'>Rob Vale</div>", true],
    ["<input aria-label='To recipients'>", true],
    ["<textarea placeholder='Add recipients'>a@x.example, b@x.example</textarea>", true],
    ["<div contenteditable aria-label='Message body, press Alt+F10 to exit'></div>", false],
    ["<textarea aria-label='Message to Rob'></textarea>", false],
    ["<textarea placeholder='Reply to all'></textarea>", false],
    [
      "<textarea name='reply-to'>Her scan shows a tear of the left rotator cuff, as we thought.</textarea>",
      false,
    ],
  ])("%s: %s", (html, is) => {
    expect(isRecipientField(only(html))).toBe(is);
  });
});

test("a single line is a message's where it is neither for recipients nor to search by", () => {
  const root =
    page(`<input name=to><input name=subject><input type=search name=q><input placeholder="Search mail">
    <div role=search><input id=in></div><input id=chat placeholder="Write a message"><input type=password>`);
  expect(linesIn(root).map(({ name, id }) => name || id)).toEqual(["subject", "chat"]);
  expect(composerAround(undefined, document)).toBeUndefined();
  page(`<div id=chat><input placeholder="Write a message"><button aria-label=Send></button></div>`);
  expect(composerAround(document.querySelector("button") ?? undefined, document)).toBe(document.body);
});

test("attachments are names of files in what is called an attachment", () => {
  const root = page(
    `<ul class=attachment-list><li>Referral 14 Nov.pdf (212 KB)</li><li>No file here</li></ul><p>notes.pdf</p>`,
  );
  expect(attachmentNamesIn(root)).toEqual(["Referral 14 Nov.pdf"]);
});
