import { beforeEach, expect, test, vi } from "vitest";

const given = new Set<string>();
vi.mock("wxt/browser", () => ({
  browser: {
    runtime: {},
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => given.has(origin)),
    },
  },
}));
const { closedBecause } = await import("../../../extension/policy/access.ts");
const { isAllowed } = await import("../../../extension/policy/host-permissions.ts");

beforeEach(() => given.clear());

test.each([
  ["a permission that was given", "post.harbour.example", "roundcube", "given"],
  ["one that was not", "mail.harbour.example", "roundcube", "not-given"],
  ["another host than it was given for", "post.harbour.example.evil.example", "roundcube", "not-given"],
  ["a product that this version does not know", "post.harbour.example", "made-later", "unknown-here"],
  ["a page of the browser’s own", "addons.mozilla.org", "unknown-mail", "closed"],
])("%s: %s as %s is %s", async (_, host, adapter, access) => {
  given.add("https://post.harbour.example/*");
  // As the options page tells it of each site.
  const why = closedBecause({ host, adapter });
  expect(why ?? ((await isAllowed(host)) ? "given" : "not-given")).toBe(access);
});
