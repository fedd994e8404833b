import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { policy } from "#domain/policy";
import { cliniko } from "../../../extension/clinical/cliniko/adapter.ts";
import { orthanc } from "../../../extension/clinical/orthanc/adapter.ts";
import { placeOf } from "../../../extension/records/route.ts";
import type { Told } from "../../../extension/records/teller.ts";
import { watchActs } from "../../../extension/records/watch-acts.ts";

vi.mock("../../../extension/records/read-bytes.ts", () => ({ readBytes: async () => undefined }));

/** Of a file whose bytes are read once more. */
const key: string = expect.stringMatching(/^[a-z0-9]{15}$/);

let told: Told[] = [];
let over = new AbortController();
const letter = '<h1>Record</h1><a href="/patients/17/letters/5.pdf"><b>Letter</b></a>';
const orthancId = "6816cb19-844d5aee-85245eba-28e841e6-2414fae2";

/** The clicked links are not followed: what they lead to does not exist. */
const environment = (window as unknown as { happyDOM: Environment }).happyDOM;
interface Environment {
  setURL(url: string): void;
  readonly settings: { readonly navigation: { disableMainFrameNavigation: boolean } };
}

function watch(adapter: typeof cliniko, address: string, html: string): void {
  environment.setURL(address);
  document.body.innerHTML = html;
  watchActs(
    adapter,
    () => placeOf(adapter, location),
    (fact) => told.push(fact),
    over.signal,
  );
}
const onCliniko = (html: string): void => watch(cliniko, "https://harbour.uk2.cliniko.com/patients/17", html);

function press(
  selector: string,
  type: "click" | "auxclick",
  button: number,
  more: MouseEventInit = {},
): void {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button, ...more });
  document.querySelector(selector)?.dispatchEvent(event);
  vi.runAllTimers();
}

beforeEach(() => {
  vi.useFakeTimers();
  environment.settings.navigation.disableMainFrameNavigation = true;
  [told, over] = [[], new AbortController()];
});
afterEach(() => {
  over.abort();
  vi.useRealTimers();
  document.body.onclick = null;
  document.body.replaceChildren();
});

test.each([
  ["a click", "click", 0, {}],
  ["the middle button, that opens it in a tab", "auxclick", 1, {}],
  ["a click with Control held", "click", 0, { ctrlKey: true }],
  ["Enter on the link, that is a click without a place", "click", 0, { detail: 0 }],
] as const)("%s on a letter is a download of its record", (_, type, button, more) => {
  onCliniko(letter);
  press("b", type, button, more);
  expect(told).toEqual([
    {
      id: "17",
      recordKind: "patient",
      page: "patient",
      kind: "record.download",
      what: "letter",
      mark: { name: "5.pdf", key },
    },
  ]);
});

test.each([
  ["the right button, that opens a menu", "auxclick", 2],
  ["a side button, that goes back", "auxclick", 3],
] as const)("%s is no act", (_, type, button) => {
  onCliniko(letter);
  press("b", type, button);
  expect(told).toEqual([]);
});

test("a click on a link that the page turns down is no act, wherever the page listens", () => {
  onCliniko(letter);
  document.body.onclick = (event) => event.preventDefault();
  press("b", "click", 0);
  expect(told).toEqual([]);
});

test("a list that is taken out is of no record, whichever is open, and a letter of another one is that one's", () => {
  onCliniko(
    '<h1>Record</h1><a id="list" href="/patients.csv">All</a><a id="other" href="/patients/18/letters/5.pdf">5</a>',
  );
  press("#list", "click", 0);
  press("#other", "click", 0);
  expect(told).toEqual([
    { kind: "record.export", what: "list", mark: { name: "patients.csv", key } },
    {
      id: "18",
      recordKind: "patient",
      kind: "record.download",
      what: "letter",
      mark: { name: "5.pdf", key },
    },
  ]);
});

test("which letter is open says nothing of which one is taken; what is printed is the open one", () => {
  const other = '<h1>Letter 5</h1><a href="/patients/17/letters/6.pdf"><b>Letter 6</b></a>';
  watch(cliniko, "https://harbour.uk2.cliniko.com/patients/17/letters/5", other);
  dispatchEvent(new Event("beforeprint"));
  press("b", "click", 0);
  expect(told).toMatchObject([
    { id: "17", item: "5", kind: "record.print" },
    { id: "17", page: "letter", kind: "record.download", what: "letter", mark: { name: "6.pdf", key } },
  ]);
  expect(told[1]).not.toHaveProperty("item");
});

test("a button that the page handles by itself counts, but for the middle button, that does nothing there", () => {
  const archive = '<ul id="study-info"><li>1</li></ul><a href="#" id="study-archive">Download ZIP</a>';
  watch(orthanc, `http://127.0.0.1:8042/app/explorer.html#study?uuid=${orthancId}`, archive);
  document.body.onclick = (event) => event.preventDefault();
  press("#study-archive", "auxclick", 1);
  expect(told).toEqual([]);
  press("#study-archive", "click", 0);
  expect(told).toMatchObject([{ id: orthancId, page: "study", kind: "record.export", what: "archive" }]);
});

test("what is printed or copied at a record's address is the record's only while it stands there", () => {
  const many = "a".repeat(policy.largeCopy.amount);
  const copyAll = (): void => {
    const field = document.querySelector("textarea");
    field?.focus();
    field?.select();
    document.dispatchEvent(new Event("copy"));
  };
  onCliniko(`<form action="/users/sign_in"><h1>Sign in</h1></form><textarea>${many}</textarea>`);
  dispatchEvent(new Event("beforeprint"));
  copyAll();
  expect(told).toEqual([]);
  document.querySelector("form")?.remove();
  document.body.insertAdjacentHTML("afterbegin", "<h1>Record</h1>");
  dispatchEvent(new Event("beforeprint"));
  expect(told).toMatchObject([{ id: "17", kind: "record.print" }]);
});

test("what is printed in a frame of the page is the record’s, and page and frames together are one print", () => {
  onCliniko(letter);
  dispatchEvent(new Event("beforeprint"));
  for (let frame = 0; frame < 2; frame += 1) document.dispatchEvent(new CustomEvent("chaperone-printed"));
  expect(told).toMatchObject([{ id: "17", kind: "record.print" }]);
  vi.runAllTimers();
  document.dispatchEvent(new CustomEvent("chaperone-printed"));
  expect(told).toMatchObject([{}, { id: "17", kind: "record.print" }]);
});
