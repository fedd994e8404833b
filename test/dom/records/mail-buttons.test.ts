import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cliniko } from "../../../extension/clinical/cliniko/adapter.ts";
import { mailButtonOf } from "../../../extension/records/mail-buttons.ts";
import { placeOf } from "../../../extension/records/route.ts";
import type { Told } from "../../../extension/records/teller.ts";
import { watchMailButtons } from "../../../extension/records/watch-mail-buttons.ts";

const pathTo = (markup: string): Element[] => {
  document.body.innerHTML = markup;
  const path: Element[] = [];
  for (let at = document.querySelector("[data-click]"); at; at = at.parentElement) path.push(at);
  return path;
};
const found = (markup: string, approved: readonly string[] = [], isRecord = true) =>
  mailButtonOf(pathTo(markup), approved, isRecord);

afterEach(() => document.body.replaceChildren());

describe("a control that says to send by e-mail", () => {
  test.each([
    "<button data-click>Email letter</button>",
    "<button><svg></svg><span data-click>Email letter</span></button>",
    '<button aria-label="Email letter" data-click>✉</button>',
    '<b id="l">Email letter</b><button aria-labelledby="l" data-click>✉</button>',
    '<button title="Send by email" data-click></button>',
    '<button data-click><img alt="Send by email"></button>',
    '<div role="menu"><div role="menuitem" data-click>Share with patient</div></div>',
    '<div role="button" data-click>Email</div>',
    '<input type="submit" value="Email" data-click>',
    '<a href="/patients/17/letters/5/email" data-click>Email letter</a>',
    '<a href="#" data-click>Email</a>',
    '<button aria-haspopup="dialog" data-click>Share</button>',
  ])("%s", (markup) => expect(found(markup)).toMatchObject({ approved: false }));

  test.each([
    "<label data-click>Email <input type=checkbox></label>",
    '<div role="tablist"><button role="tab" data-click>Email</button></div>',
    '<nav><a href="/emails" data-click>Email patients</a></nav>',
    '<a href="/settings/email" data-click>Email</a>',
    '<a href="mailto:desk@harbour.example" data-click>Email patient</a>',
    '<button aria-haspopup="menu" data-click>Share</button>',
    '<button aria-pressed="true" data-click>Email</button>',
    "<button disabled data-click>Email letter</button>",
    '<div role="switch" data-click>Email</div>',
    "<h2 data-click>Email letter</h2>",
    "<li data-click>Email letter</li>",
    "<select><option data-click>Email letter</option></select>",
    "<button data-click>Email address</button>",
    "<button data-click>Send SMS</button>",
  ])("%s is none", (markup) => expect(found(markup)).toBeUndefined());

  test("a short word counts on an open record alone, a sure one anywhere", () => {
    expect(found("<button data-click>Email</button>", [], false)).toBeUndefined();
    expect(found("<button data-click>Email invoice</button>", [], false)).toBeDefined();
  });

  test("a label that the clinic named is an approved one, whatever it says", () => {
    const labels = ["Email letter", "Dispatch"];
    expect(found("<button data-click>EMAIL  letter…</button>", labels)).toMatchObject({ approved: true });
    expect(found("<button data-click>Dispatch</button>", labels)).toMatchObject({ approved: true });
    expect(found("<button data-click>Email letter to all</button>", labels)).toMatchObject({
      approved: false,
    });
  });
});

describe("a press", () => {
  let told: Told[] = [];
  let asked: string[] = [];
  let over = new AbortController();
  let pressed = 0;
  let heard: string[] = [];
  let approved: readonly string[] | undefined;
  let answer: (goes: boolean) => void = () => undefined;

  beforeEach(() => {
    [told, asked, over, pressed, heard, approved] = [[], [], new AbortController(), 0, [], []];
    const url = new URL("https://harbour.uk2.cliniko.com/patients/17");
    watchMailButtons(
      {
        approved: () => approved,
        shown: () => placeOf(cliniko, url as unknown as Location),
        tell: (fact) => told.push(fact),
        ask: ({ name }) => {
          asked.push(name);
          return new Promise((resolve) => {
            answer = resolve;
          });
        },
      },
      over.signal,
    );
    document.body.innerHTML = "<button>Email letter</button>";
    const button = document.querySelector("button");
    button?.addEventListener("click", () => (pressed += 1));
    for (const type of ["pointerdown", "mousedown", "mouseup"])
      button?.addEventListener(type, () => heard.push(type));
  });
  afterEach(() => over.abort());

  const press = (button = 0): void => {
    for (const type of ["pointerdown", "mousedown", "mouseup", "click"])
      document
        .querySelector("button")
        ?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button }));
  };

  test("on one that is not approved waits, goes once when it may, and is told with its record", async () => {
    press();
    press();
    expect([asked, pressed, heard, told]).toEqual([["Email letter"], 0, [], []]);
    answer(true);
    await vi.waitFor(() => expect(pressed).toBe(1));
    expect(heard).toEqual(["pointerdown", "mousedown", "mouseup"].filter((type) => heard.includes(type)));
    expect(told).toMatchObject([{ kind: "record.export", what: "mail-unapproved", id: "17" }]);
    expect(JSON.stringify(told)).not.toContain("Email letter");
  });

  test("that is answered with no does nothing, and the next press is asked about again", async () => {
    press();
    answer(false);
    await vi.waitFor(() => {
      press();
      expect(asked).toHaveLength(2);
    });
    expect([pressed, told]).toEqual([0, []]);
  });

  test("on an approved one goes at once and is told", () => {
    approved = ["Email letter"];
    press();
    expect([pressed, asked]).toEqual([1, []]);
    expect(told).toMatchObject([{ kind: "record.export", what: "mail-approved", id: "17" }]);
  });

  test("is left alone with the right button, and by a clinic whose server knows of no such buttons", () => {
    press(2);
    approved = undefined;
    press();
    expect([asked, told, pressed]).toEqual([[], [], 2]);
  });
});
