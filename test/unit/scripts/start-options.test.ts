import { resolve } from "node:path";
import { expect, test } from "vitest";
import { startOptions } from "../../../scripts/serving/start-options.mjs";

test("without flags: this machine, port 8090, the folder data", () => {
  expect(startOptions([])).toEqual({
    help: false,
    port: 8090,
    host: "127.0.0.1",
    data: resolve("data"),
    url: "http://127.0.0.1:8090",
    proxy: "",
    form: undefined,
    example: false,
  });
});

test.each([
  [["--port", "8101"], { port: 8101, url: "http://127.0.0.1:8101" }],
  [["--port=8101", "--host=0.0.0.0"], { host: "0.0.0.0", url: "http://127.0.0.1:8101" }],
  [["--host", "::1"], { host: "::1", url: "http://[::1]:8090" }],
  [["--host", "localhost"], { url: "http://localhost:8090" }],
  [["--data", "/tmp/a b"], { data: resolve("/tmp/a b") }],
  [["--url", "https://chaperone.clinic.example/"], { url: "https://chaperone.clinic.example" }],
  [["--url", "https://a.example", "--proxy", "10.0.0.7"], { proxy: "10.0.0.7" }],
  [["--example"], { example: true }],
  [["--form-port", "8091"], { form: { host: "127.0.0.1", port: 8091, url: "http://127.0.0.1:8091" } }],
  [
    ["--form-port=8091", "--form-host=0.0.0.0", "--form-url=https://ask.clinic.example"],
    { form: { host: "0.0.0.0", port: 8091, url: "https://ask.clinic.example" } },
  ],
  [["-h"], { help: true }],
])("%j", (words, expected) => expect(startOptions(words)).toMatchObject(expected));

test.each([
  [["--bogus"], "Unknown option '--bogus'"],
  [["--bogus=1"], "Unknown option '--bogus'"],
  [["clinic"], "Unexpected argument 'clinic'"],
  [["--port"], "argument missing"],
  [["--port", "--example"], "--port"],
  [["--example=yes"], "does not take an argument"],
  [["--port", "0"], "not a port number"],
  [["--port", "65536"], "not a port number"],
  [["--port", "8e3"], "not a port number"],
  [["--port", ""], "not a port number"],
  [["--host", "a/b"], "not an address"],
  [["--host", ""], "not an address"],
  [["--data", ""], "needs a folder"],
  [["--proxy", "a.example"], "not an IP address"],
  [["--form-port", "8090"], "dashboard's own port"],
  [["--form-port", "0"], '--form-port "0" is not a port number'],
  [["--form-url", "https://a.example"], "need --form-port"],
  [["--form-port", "8091", "--form-host", "a/b"], "not an address"],
  [["--form-port", "8091", "--form-url", "a"], '--form-url "a" is not an address such as'],
  [["--url", "chaperone.example"], "not an address such as"],
  [["--url", "ftp://a.example"], "not an address such as"],
  [["--url", "https://a.example/sub"], "not an address such as"],
  [["--url", "https://a:b@c.example"], "not an address such as"],
])("%j is refused in one sentence", (words, part) => {
  const refused = () => startOptions(words);
  expect(refused).toThrow(part);
  expect(refused).not.toThrow(/\n/);
});
