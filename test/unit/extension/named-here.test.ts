import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeLocks, fakeStorage } from "./fake-storage.ts";

const { storage, kept, empty } = fakeStorage();
vi.mock("wxt/browser", () => ({ browser: { storage } }));
vi.stubGlobal("navigator", { locks: fakeLocks() });

const { namedHere } = await import("../../../extension/policy/named-here.ts");
const { managedSites } = await import("../../../extension/pairing/managed.ts");

const post = { host: "post.harbour.example", adapter: "roundcube" };
const serverUrl = "https://chaperone.harbour.example";

beforeEach(empty);

describe("which pages are the clinic's in a browser that is not paired", () => {
  test("never paired, or cleared, and no browser policy: nothing is known", async () => {
    expect(await namedHere()).toBeNull();
  });

  test("after a revocation: those that the clinic named last", async () => {
    kept.local.named = [post];
    expect(await namedHere()).toEqual({ by: "kept", sites: [post] });
  });

  test("cleared, where the browser policy names the server: the hosts that it names, and what ships", async () => {
    kept.managed = { serverUrl };
    expect(await namedHere()).toEqual({ by: "managed", sites: [] });
    kept.managed = { serverUrl, mailHosts: ["post.harbour.example", "https://not.a.host/", 7] };
    expect(await namedHere()).toEqual({
      by: "managed",
      sites: [{ host: "post.harbour.example", adapter: "unknown-mail" }],
    });
  });

  test.each([
    ["no address", { mailHosts: ["post.harbour.example"] }],
    ["an address that is none", { serverUrl: "http://chaperone.harbour.example" }],
  ])("a browser policy with %s is no clinic's", async (_, managed) => {
    kept.managed = managed;
    expect(await managedSites()).toBeNull();
  });

  test("a list that can't be read is no list: the browser policy speaks", async () => {
    kept.local.named = [{ host: "Post Harbour" }];
    kept.managed = { serverUrl };
    expect(await namedHere()).toEqual({ by: "managed", sites: [] });
  });
});
