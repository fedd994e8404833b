import { expect, test } from "vitest";
import { mailAdapter } from "#domain/sites/adapter";
import { hostMatches, mailAdapterFor, mailAdapters } from "../../../extension/mail/mail.ts";

test.each(mailAdapters.map((adapter) => [adapter.id, adapter] as const))(
  "%s fits the schema of adapters",
  (_, adapter) => {
    expect(mailAdapter.parse(adapter)).toEqual(adapter);
  },
);

test.each(mailAdapters.map((adapter) => [adapter.id, adapter] as const))(
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

test("ids are unique", () => {
  expect(new Set(mailAdapters.map(({ id }) => id)).size).toBe(mailAdapters.length);
});

test.each([
  ["mail.google.com", undefined, "gmail"],
  ["mail.google.com.evil.example", undefined, undefined],
  ["xmail.google.com", undefined, undefined],
  ["mail.harbour.example", "roundcube", "roundcube"],
  ["mail.google.com", "unknown-mail", "unknown-mail"],
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
