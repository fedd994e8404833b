import { expect, test } from "vitest";
import { plainLines, serverFault, serverSaid } from "../../../scripts/serving/server-faults.mjs";

const where = { data: "/srv/clinic", host: "127.0.0.1", port: 8090 };
const panic = `panic: Error: The event log's triggers are missing at /srv/pb.js:1:7(2) [recovered]

goroutine 1 [running]:
github.com/pocketbase/pocketbase/plugins/jsvm.(*plugin).registerHooks.func4.1()
\t/root/go/pkg/mod/github.com/pocketbase/pocketbase@v0.40.4/plugins/jsvm/jsvm.go:338 +0x14e
main.main()`;

test.each([
  [
    "2026/11/24 06:56:37 listen tcp 127.0.0.1:8101: bind: address already in use",
    "Port 8090 on 127.0.0.1 is taken",
  ],
  ["2026/11/24 06:56:36 file is not a database (26)", "The database in /srv/clinic is broken"],
  ["2026/11/24 06:56:36 database disk image is malformed (11)", "The database in /srv/clinic is broken"],
  ["database or disk is full (13)", "The disk is full"],
  ["attempt to write a readonly database (8)", "cannot be written"],
  ["database is locked (5) (SQLITE_BUSY)", "Another program holds the database"],
  ["failed to apply migration 2_b.js: Error: nope", "could not be brought to this version"],
  [panic, "The event log's triggers are missing"],
  ["Error: cipher: message authentication failed", "The keys in /srv/clinic are not the ones"],
  ["panic: Error: a full stop\n\tat x.go:3", "The server stopped: a full stop"],
  ["", "it did not say why"],
])("%j", (said, part) => {
  expect(serverFault(said, where)).toContain(part);
  expect(serverFault(said, where)).not.toMatch(/\n|goroutine|\.go:|\.js:/);
});

test("banner, colours, dates, traces and the invitation to become superuser are left out", () => {
  const said = [
    "2026/11/24 06:56:33 Server started at http://127.0.0.1:8101",
    "├─ REST API:  http://127.0.0.1:8101/api/",
    "(!) Launch the URL below in the browser to create your first superuser account:",
    "http://127.0.0.1:8101/_/#/pbinstal/eyJhbGciOi",
    "\u001b[31m2026/11/24 06:56:34 The backup was made\u001b[0m",
    "\tat jsvm.go:338",
  ].join("\n");
  expect(plainLines(said)).toEqual(["The backup was made"]);
});

test("a command's fault is its sentence, without date and place", () => {
  const said =
    "2026/11/24 08:03:00 Error: A trigger is missing. at checkTriggers (/srv/pb_hooks/server.js:155:31(57))\n";
  expect(serverSaid(said)).toBe("A trigger is missing.");
  expect(serverSaid("No active person has the e-mail address a@b.example.\n")).toBe(
    "No active person has the e-mail address a@b.example.",
  );
  expect(serverSaid("")).toBeUndefined();
});
