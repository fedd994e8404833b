import { describe, expect, test } from "vitest";
import type { Looked } from "#domain/sites/canary";
import { lookedAtOpen, lookedAtSend } from "../../../extension/guard/canary.ts";
import { gmail } from "../../../extension/mail/gmail/adapter.ts";
import { unknownMail } from "../../../extension/mail/unknown-mail/adapter.ts";

const parts = {
  to: `<div class=anm name=to><div role=option data-name=GP data-hovercard-id=gp@x.example>GP</div></div>`,
  subject: `<input name=subjectbox>`,
  body: `<div class=Ap><div g_editable=true contenteditable=true>Hello</div></div>`,
  file: `<div class=dL><span class=vI>letter.pdf</span></div>`,
  send: `<div class="T-I T-I-atl" role=button>Send</div>`,
};

function composer(changed: Partial<typeof parts>, byAdapter = true) {
  document.body.innerHTML = `<div class=M9>${Object.values({ ...parts, ...changed }).join("")}</div>`;
  return { root: document.querySelector(".M9") ?? document.body, byAdapter };
}

describe("a page that the adapter fits", () => {
  test("misses nothing", () => {
    expect(lookedAtOpen(gmail, composer({})).missed).toEqual([]);
    expect(lookedAtSend(gmail, composer({}), true)).toEqual({
      found: ["root", "recipients", "attachments"],
      missed: [],
    } satisfies Looked);
  });
  test("misses nothing where there is nothing to be found", () => {
    const bare = composer({ subject: "", file: "" });
    expect(lookedAtOpen(gmail, bare).missed).toEqual([]);
    expect(lookedAtSend(gmail, bare, false).missed).toEqual([]);
  });
});

test.each([
  ["body", { body: "<div contenteditable=true id=subject></div>" }],
  ["subject", { subject: "<input name=renamed>" }],
  ["send", { send: `<button class=renamed>Send</button>` }],
])("a page whose %s was renamed misses it", (field, changed) => {
  expect(lookedAtOpen(gmail, composer(changed)).missed).toEqual([field]);
});

test("a message that goes shows whom it goes to, and what was let into it", () => {
  const changed = composer(
    { to: `<span class=renamed>GP</span>`, file: `<div class=renamed>letter.pdf</div>` },
    false,
  );
  expect(lookedAtSend(gmail, changed, true).missed).toEqual(["root", "recipients", "attachments"]);
});

test("a page that is read by structure alone has nothing to miss", () => {
  expect(lookedAtOpen(unknownMail, composer({}, false))).toEqual({ found: [], missed: [] });
  expect(lookedAtSend(unknownMail, composer({}, false), true)).toEqual({ found: [], missed: [] });
});
