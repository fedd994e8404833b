import { describe, expect, test } from "vitest";
import { type MailAdapter, mailAdapter } from "#domain/sites/adapter";
import { recipientsOf } from "../../../extension/guard/message/composer.ts";
import { readable } from "../../../extension/guard/message/readable.ts";
import { hostMatches, mailAdapterFor, shippedMail } from "../../../extension/mail/mail.ts";

test.each(shippedMail.map((adapter) => [adapter.id, adapter] as const))(
  "%s fits the schema of adapters",
  (_, adapter) => {
    expect(mailAdapter.parse(adapter)).toEqual(adapter);
  },
);

test.each(shippedMail.map((adapter) => [adapter.id, adapter] as const))(
  "every selector of %s can be read",
  (_, { compose }) => {
    const { root, body, bodyFrame, subject, recipients, attachments, send } = compose;
    const all = [
      ...[
        root,
        body,
        bodyFrame,
        subject,
        attachments.items,
        attachments.name,
        attachments.busy,
        send.buttons,
      ].flat(),
      ...recipients.map(({ find }) => find),
    ];
    for (const selector of all) expect(() => document.querySelector(selector), selector).not.toThrow();
  },
);

describe("a chip that shows no address counts as outside", () => {
  const domains = { ownDomains: ["harbour.example"], approvedDomains: [] };
  const read = (id: string, html: string) => {
    document.body.innerHTML = html;
    const adapter = shippedMail.find((one) => one.id === id);
    if (!adapter) throw new Error(`no adapter ${id}`);
    const composer = { root: document.body, byAdapter: true };
    return recipientsOf(adapter, composer, domains).all.map(({ shown, group }) => `${shown} ${group}`);
  };
  const well = (chips: string) =>
    `<div contenteditable=true role=textbox aria-label=An>${chips}</div>
     <div id=editorParent_1><div contenteditable=true role=textbox aria-multiline=true>Hello Rob</div></div>`;
  test.each([
    [
      "outlook",
      well(
        `<span data-selection-index=0><span title="maya@harbour.example">Maya</span></span><span data-selection-index=1><span>Sam Voss</span></span>`,
      ),
      ["maya@harbour.example own", "Sam Voss unknown"],
    ],
    ["outlook", well("gp@surgery.example"), ["gp@surgery.example outside"]],
    ["outlook", well(`<span data-selection-index=0>Sam Voss</span>; `), ["Sam Voss unknown"]],
    ["outlook", well(""), []],
    [
      "snappymail",
      `<ul class=emailaddresses><li title='"Voss, Sam" <sam@x.example>'><span>Voss, Sam</span><a>✖</a></li>
       <li class=emailaddresses-input><input value="gp@surgery.example"></li></ul>`,
      ["sam@x.example outside", "gp@surgery.example outside"],
    ],
    [
      "gmail",
      `<div class=anm name=to><div role=option data-name=Maya data-hovercard-id=maya@harbour.example>Maya</div></div>`,
      ["maya@harbour.example own"],
    ],
  ])("%s: %s", (id, html, expected) => {
    expect(read(id, html)).toEqual(expected);
  });
});

describe("an adapter from elsewhere", () => {
  const [first] = shippedMail;
  const wrong: readonly (readonly [string, (adapter: MailAdapter) => object])[] = [
    ["an unknown key", (one) => ({ ...one, script: "alert(1)" })],
    ["an unknown key within", (one) => ({ ...one, compose: { ...one.compose, run: "x" } })],
    ["a host that is part of another", (one) => ({ ...one, hosts: ["*.google.com"] })],
    ["a host with an address", (one) => ({ ...one, hosts: ["https://mail.google.com/"] })],
    [
      "a selector that is too long",
      (one) => ({ ...one, compose: { ...one.compose, root: ["a".repeat(301)] } }),
    ],
    ["a selector with a rule", (one) => ({ ...one, compose: { ...one.compose, root: ["a{color:red}"] } })],
    ["too many selectors", (one) => ({ ...one, compose: { ...one.compose, root: Array(13).fill("a") } })],
    [
      "a place that is none",
      (one) => ({ ...one, compose: { ...one.compose, recipients: [{ find: "a", read: "html" }] } }),
    ],
    [
      "files opened from another server",
      (one) => ({
        ...one,
        compose: {
          ...one.compose,
          attachments: { ...one.compose.attachments, open: "https://evil.example/{item}" },
        },
      }),
    ],
    [
      "the same without its scheme",
      (one) => ({
        ...one,
        compose: {
          ...one.compose,
          attachments: { ...one.compose.attachments, open: "//evil.example/{item}" },
        },
      }),
    ],
  ];
  test.each(wrong)("is refused for %s", (_, change) => {
    if (!first) throw new Error("no adapter");
    expect(mailAdapter.safeParse(first).success).toBe(true);
    expect(mailAdapter.safeParse(change(first)).success).toBe(false);
  });

  test("loses the selectors that the browser can’t read, and keeps the others", () => {
    if (!first) throw new Error("no adapter");
    const { compose } = readable({
      ...first,
      compose: { ...first.compose, root: ["div:nope(", "div.M9"], recipients: [{ find: "[", read: "text" }] },
    });
    expect([compose.root, compose.recipients, compose.body]).toEqual([["div.M9"], [], first.compose.body]);
  });
});

test("ids are unique", () => {
  expect(new Set(shippedMail.map(({ id }) => id)).size).toBe(shippedMail.length);
});

test.each([
  ["mail.google.com", undefined, "gmail"],
  ["mail.google.com.evil.example", undefined, undefined],
  ["xmail.google.com", undefined, undefined],
  ["mail.harbour.example", "roundcube", "roundcube"],
  ["mail.google.com", "unknown-mail", "unknown-mail"],
  ["outlook.cloud.microsoft", undefined, "outlook"],
  ["outlook.office.com", undefined, "outlook"],
  ["evil-outlook.office.com", undefined, undefined],
  ["app.cliniko.com", "cliniko", undefined],
  ["mail.harbour.example", undefined, undefined],
])("the host %s, named %s, is watched by %s", (host, named, id) => {
  expect(mailAdapterFor(host, named)?.id).toBe(id);
});

test.each([
  ["a.cliniko.com", ".cliniko.com", true],
  [".cliniko.com", ".cliniko.com", false],
  ["notcliniko.com", ".cliniko.com", false],
  ["cliniko.com", "cliniko.com", true],
])("%s lies in %s: %s", (host, named, is) => {
  expect(hostMatches(host, named)).toBe(is);
});
