import { describe, expect, test } from "vitest";
import { patternOf } from "#domain/sites/host-pattern";
import { serverAddress } from "../../../extension/pairing/address.ts";
import { pairingCode } from "../../../extension/pairing/code.ts";
import { problemOf } from "../../../extension/pairing/pair.ts";
import { siteOf } from "../../../extension/policy/host-permissions.ts";

describe("a server's address as typed", () => {
  test.each([
    ["https://chaperone.harbour.example", "https://chaperone.harbour.example"],
    [" https://Chaperone.Harbour.example/ ", "https://chaperone.harbour.example"],
    ["chaperone.harbour.example", "https://chaperone.harbour.example"],
    ["https://chaperone.harbour.example:8443", "https://chaperone.harbour.example:8443"],
    ["http://127.0.0.1:8090", "http://127.0.0.1:8090"],
    ["http://localhost:8090/", "http://localhost:8090"],
    ["http://[::1]:8090", "http://[::1]:8090"],
    ["http://chaperone.harbour.example", undefined],
    ["http://127.0.0.1.evil.example", undefined],
    ["https://chaperone.harbour.example/browsers", undefined],
    ["https://chaperone.harbour.example/?a", undefined],
    ["https://chaperone.harbour.example/#a", undefined],
    ["https://maya:secret@chaperone.harbour.example", undefined],
    ["ftp://chaperone.harbour.example", undefined],
    ["javascript:alert(1)", undefined],
    ["https://", undefined],
    ["", undefined],
    ["two words", undefined],
  ])("%s is %s", (typed, address) => {
    expect(serverAddress(typed)).toBe(address);
  });
});

describe("a code as typed", () => {
  test.each([
    ["H7QK-3VMT", "H7QK3VMT"],
    ["h7qk 3vmt", "H7QK3VMT"],
    ["h7qk–3vmt", "H7QK3VMT"],
    ["H7QK-3VM0", undefined],
    ["H7QK-3VMI", undefined],
    ["H7QK-3VM", undefined],
    ["H7QK-3VMTT", undefined],
  ])("%s is %s", (typed, code) => {
    expect(pairingCode(typed)).toBe(code);
  });
});

describe("why a browser was not paired", () => {
  const answer = (status: number, body: unknown) =>
    problemOf({ kind: "answer", status, body, headers: new Headers() });
  test.each([
    ["silence", problemOf({ kind: "unreachable" }), "unreachable"],
    ["a wrong code", answer(400, { status: 400, data: { code: { code: "wrong-code" } } }), "wrong-code"],
    ["an old code", answer(400, { status: 400, data: { code: { code: "expired" } } }), "expired"],
    ["too many tries", answer(429, { status: 429, data: {} }), "too-many"],
    ["a page that is not ours", answer(404, { error: "no such page" }), "not-chaperone"],
    ["another program's success", answer(200, { hello: "world" }), "not-chaperone"],
    ["a broken server", answer(502, {}), "unreachable"],
  ] as const)("%s", (_, told, expected) => {
    expect(told).toBe(expected);
  });
});

describe("match patterns", () => {
  test.each([
    ["post.harbour.example", true, "https://post.harbour.example/*"],
    [".cliniko.com", true, "https://*.cliniko.com/*"],
    ["127.0.0.1:8042", true, "http://127.0.0.1:8042/*"],
    ["127.0.0.1:8042", false, "http://127.0.0.1/*"],
    ["localhost", true, "http://localhost/*"],
    ["mail.harbour.example:8443", true, "https://mail.harbour.example:8443/*"],
    ["mail.harbour.example:8443", false, "https://mail.harbour.example/*"],
    [".harbour.example:8443", false, "https://*.harbour.example/*"],
  ])("%s, ports %s: %s", (host, ports, pattern) => {
    expect(patternOf(host, ports)).toBe(pattern);
  });

  test("a host is named exactly or by suffix, an exact name first, and never by a part", () => {
    const sites = [
      { host: ".harbour.example", adapter: "unknown-mail" },
      { host: "post.harbour.example", adapter: "roundcube" },
    ];
    expect(siteOf(sites, "post.harbour.example")?.adapter).toBe("roundcube");
    expect(siteOf(sites, "web.harbour.example")?.adapter).toBe("unknown-mail");
    expect(siteOf(sites, "harbour.example")).toBeUndefined();
    expect(siteOf(sites, "post.harbour.example.evil.example")).toBeUndefined();
    expect(siteOf(sites, "evilharbour.example")).toBeUndefined();
  });

  test("a host with a port is that port alone, and https's own goes without saying", () => {
    const sites = [
      { host: "mail.harbour.example:8443", adapter: "roundcube" },
      { host: "post.harbour.example:443", adapter: "unknown-mail" },
    ];
    expect(siteOf(sites, "mail.harbour.example:8443")?.adapter).toBe("roundcube");
    expect(siteOf(sites, "mail.harbour.example")).toBeUndefined();
    expect(siteOf(sites, "mail.harbour.example:8444")).toBeUndefined();
    expect(siteOf(sites, "post.harbour.example")?.adapter).toBe("unknown-mail");
  });
});
