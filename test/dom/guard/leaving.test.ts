import { beforeEach, describe, expect, test, vi } from "vitest";
import { Leaving } from "../../../extension/guard/leaving.ts";
import { lettersOf } from "../../../extension/guard/message/letters.ts";
import { Memory } from "../../../extension/guard/message/memory.ts";
import type { WrittenText } from "../../../extension/guard/message/written.ts";
import { moment } from "../../../extension/guard/moment.ts";
import { leavingMessage } from "../../../extension/guard/settle/leaving-message.ts";
import { unknownMail } from "../../../extension/mail/unknown-mail/adapter.ts";
import { harmlessText, patientText } from "../../support/mail/routes.ts";

const minute = 60_000;
const domains = { ownDomains: ["harbour.example"], approvedDomains: [] };
let now = 1_000;
const unread = vi.fn();
let leaving: Leaving;

/** happy-dom lays nothing out: an element shows while it is in the document. */
Element.prototype.getClientRects = function () {
  return (this.isConnected ? [{}] : []) as unknown as DOMRectList;
};
vi.spyOn(performance, "now").mockImplementation(() => now);

const made = (html: string): HTMLElement => {
  document.body.insertAdjacentHTML("beforeend", html);
  return document.body.lastElementChild as HTMLElement;
};
const field = (): HTMLTextAreaElement => made("<textarea></textarea>") as HTMLTextAreaElement;
/** As a browser tells of what somebody did; no script makes such an event. */
const told = (type: string, at: Element, more = {}): Event =>
  ({ type, isTrusted: true, target: at, composedPath: () => [at], ...more }) as unknown as Event;
const press = (on: Element = document.querySelector("button") ?? made("<button></button>")): void => {
  now += 100;
  leaving.acted(told("click", on));
};
const types = (at: HTMLTextAreaElement, text: string, inputType = "insertText"): void => {
  at.value = text;
  leaving.typed(told("input", at, { inputType }));
};
const carried = (body: string): string[] => leaving.carriedBy("/say", body).map(({ text }) => text);
const clear = (text: string): void => leaving.clear(lettersOf(text), [], now);

beforeEach(() => {
  document.body.innerHTML = "";
  // Time never goes back in a frame.
  now += minute;
  unread.mockClear();
  leaving = new Leaving({ adapter: () => unknownMail, stored: () => [], unread });
});

describe("a frame that the page takes away", () => {
  /** Firefox then takes the elements in it away from us: whatever is asked of one throws. */
  let dead = false;
  const written = (text: string): Element => {
    dead = false;
    // As it stands in the page: happy-dom would load a frame of its own.
    const frame = document.createElementNS("http://www.w3.org/2000/svg", "iframe");
    document.body.append(frame);
    const inner = field();
    inner.value = text;
    const taken = new Proxy(inner, {
      get(of, name) {
        if (dead) throw new TypeError("can't access dead object");
        const value = Reflect.get(of, name, of);
        return typeof value === "function" ? value.bind(of) : value;
      },
    });
    inner.remove();
    Object.defineProperty(inner, "isConnected", { value: true });
    const page = { querySelector: () => null, querySelectorAll: () => [taken], dispatchEvent: () => true };
    Object.defineProperty(frame, "contentDocument", { value: page, configurable: true });
    return frame;
  };

  test("takes nothing of what was written from our sight: there, and in what is written next", () => {
    const frame = written(patientText);
    press();
    frame.remove();
    dead = true;
    expect(leaving.mayCarry()).toBe(true);
    expect(carried(patientText)).toEqual([patientText]);
    const next = field();
    types(next, harmlessText);
    press();
    expect(carried(harmlessText)).toEqual([harmlessText]);
    expect(carried(`${patientText} ${harmlessText}`)).toHaveLength(2);
  });

  test("leaves the message as that of its place, for whom it was", () => {
    const part = made('<div role="dialog"><input aria-label="To" value="gp@surgery.example"></div>');
    const frame = written(patientText);
    part.append(frame);
    press();
    const [first] = leaving.carriedBy("/say", patientText);
    dead = true;
    Object.defineProperty(frame, "contentDocument", { value: null });
    const message = leavingMessage(unknownMail, [first as WrittenText], domains, new Memory());
    expect(message.text).toBe(patientText);
    expect(message.recipients.all.map(({ shown }) => shown)).toEqual(["gp@surgery.example"]);
  });
});

describe("what was kept back", () => {
  test("is kept back whenever the page tries again by itself, and is asked about when somebody presses anew", () => {
    const chat = field();
    types(chat, patientText);
    press();
    chat.value = "";
    const [first] = leaving.carriedBy("/say", patientText);
    expect(first?.text).toBe(patientText);
    leaving.refuse([first as WrittenText], now);
    for (const later of [1, 30 * minute]) {
      now += later;
      expect(leaving.mayCarry()).toBe(true);
      const [again] = leaving.carriedBy("/say", JSON.stringify({ patientText }));
      expect(leaving.toAsk([again as WrittenText])).toEqual([]);
    }
    press();
    const [pressed] = leaving.carriedBy("/say", patientText);
    expect(leaving.toAsk([pressed as WrittenText])).toEqual([pressed]);
  });

  test("does not hold up what is written in its place, nor the page's own saving while it stands in its field", () => {
    const note = field();
    types(note, patientText);
    press();
    leaving.refuse(leaving.carriedBy("/say", patientText), now);
    now += 10_000;
    expect(leaving.mayCarry()).toBe(false);
    const without = patientText.replace("Mrs Eleanor Ellery", "The person we spoke of");
    types(note, without);
    press();
    expect(carried(without)).toEqual([without]);
    clear(without);
    expect(carried(without)).toEqual([]);
  });

  test("is asked about where somebody presses anew before the answer is on record", () => {
    const note = field();
    types(note, patientText);
    press();
    const said = now;
    const first = leaving.carriedBy("/say", patientText);
    press();
    leaving.refuse(first, said);
    const again = leaving.carriedBy("/say", patientText);
    expect(again).toHaveLength(1);
    expect(leaving.toAsk(again)).toEqual(again);
  });

  test("may go once somebody says so", () => {
    const chat = field();
    types(chat, patientText);
    press();
    leaving.refuse(leaving.carriedBy("/say", patientText), now);
    press();
    clear(patientText);
    chat.value = "";
    now += 2 * minute;
    expect(leaving.mayCarry()).toBe(false);
  });
});

describe("what was cleared", () => {
  test("goes with all that its sending sets off, and what is pressed later is looked at anew", () => {
    const note = field();
    types(note, `${patientText} Please.`);
    press();
    now += 50;
    clear(`${patientText} Please.`);
    expect(carried(note.value)).toEqual([]);
    note.value = "";
    now += 40_000;
    expect(carried(`${patientText} Please.`)).toEqual([]);
    types(note, patientText);
    press();
    expect(carried(patientText)).toContain(patientText);
  });

  test("is not told as unread where somebody presses something while the page still shows it", () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const note = field();
    types(note, harmlessText);
    press();
    clear(harmlessText);
    press();
    note.value = "";
    vi.advanceTimersByTime(4_000);
    vi.useRealTimers();
    expect(unread).not.toHaveBeenCalled();
  });
});

describe("a message that has left its field and is not sent yet", () => {
  const chat = (): HTMLTextAreaElement => {
    const at = field();
    types(at, patientText);
    press();
    at.value = "";
    return at;
  };

  test("is followed while the next one is written and sent from the same field", () => {
    const at = chat();
    types(at, "T");
    types(at, harmlessText);
    press();
    expect(carried(harmlessText)).toEqual([harmlessText]);
    expect(carried(patientText)).toEqual([patientText]);
  });

  test("is followed when somebody takes out a letter of the next one", () => {
    const at = chat();
    types(at, "Te");
    types(at, "T", "deleteContentBackward");
    expect(carried(patientText)).toEqual([patientText]);
  });

  test("however many others left before it", () => {
    const at = field();
    for (let n = 0; n < 80; n += 1) {
      types(at, "T");
      types(at, `${harmlessText} ${n}`);
      press();
      at.value = "";
    }
    expect(carried(`${harmlessText} 79`)).toContain(`${harmlessText} 79`);
    expect(carried(`${harmlessText} 60`)).toContain(`${harmlessText} 60`);
  });

  test("but what somebody takes out by themselves is not", () => {
    const at = field();
    types(at, patientText);
    press();
    types(at, "", "deleteContentBackward");
    expect(carried(patientText)).toEqual([]);
  });
});

test("the same text in two messages is judged as going to the recipients of both", () => {
  const parts = ["sam@harbour.example", "gp@surgery.example"].map((address) => {
    const part = made(
      `<div role="dialog"><input aria-label="To" value="${address}"><textarea></textarea></div>`,
    );
    const text = part.querySelector("textarea") as HTMLTextAreaElement;
    types(text, patientText);
    return part;
  });
  expect(parts).toHaveLength(2);
  press();
  const [first, ...others] = leaving.carriedBy("/say", patientText);
  const { text, recipients } = leavingMessage(
    unknownMail,
    [first as WrittenText, ...others],
    domains,
    new Memory(),
  );
  expect(text).toBe(patientText);
  expect(recipients.all.map(({ group }) => group)).toEqual(["own", "outside"]);
});

describe("one message after the other from a field that the page empties", () => {
  const sent = (chat: HTMLTextAreaElement, text: string) => {
    types(chat, text);
    press();
    chat.value = "";
    return leavingMessage(
      unknownMail,
      [leaving.carriedBy("/say", text)[0] as WrittenText],
      domains,
      new Memory(),
    );
  };

  test("are two messages, and the same twice is one", () => {
    const chat = field();
    const prints = [harmlessText, patientText, harmlessText].map((text) => sent(chat, text).print);
    expect(prints[1]).not.toBe(prints[0]);
    expect(prints[2]).toBe(prints[0]);
  });

  test("are told apart where the browser’s clock stands still meanwhile", () => {
    sent(field(), harmlessText);
    const clearedAt = moment();
    expect([leaving.passedSince(clearedAt), leaving.actedSince(clearedAt)]).toEqual([false, false]);
    leaving.passes();
    leaving.acted(told("click", document.querySelector("button") as Element));
    expect([leaving.passedSince(clearedAt), leaving.actedSince(clearedAt)]).toEqual([true, true]);
  });
});

describe("Enter", () => {
  /** A second later, where the text still stands in its field until the server has answered. */
  const sentLate = (at: HTMLTextAreaElement | HTMLInputElement, more: object): string[] => {
    at.value = patientText;
    leaving.typed(told("input", at, { inputType: "insertText" }));
    now += 100;
    const event = new KeyboardEvent("keydown", { key: "Enter" });
    for (const [name, value] of Object.entries({
      isTrusted: true,
      composedPath: () => [at],
      eventPhase: 0,
      ...more,
    }))
      Object.defineProperty(event, name, { value });
    leaving.acted(event);
    now += 1_000;
    return carried(patientText);
  };
  const line = (): HTMLInputElement => made("<input>") as HTMLInputElement;

  test("sends from a field of one line, however late the page does it", () => {
    expect(sentLate(line(), {})).toEqual([patientText]);
  });
  test("sends where the page keeps the new line out of a field of several", () => {
    expect(sentLate(field(), { defaultPrevented: true })).toEqual([patientText]);
  });
  test("sends while the page is still about it", () => {
    expect(sentLate(field(), { eventPhase: 3 })).toEqual([patientText]);
  });
  test("begins a new line where the page lets it: what is saved by itself is not asked about", () => {
    expect(sentLate(field(), {})).toEqual([]);
  });
});

describe("a press beside what is written", () => {
  const beside = (on = made("<p>elsewhere</p>")) => {
    now += 10;
    leaving.acted(told("pointerdown", on));
  };

  test("is taken for a sending as long as a field needs to be kept when it is left, and not as long as a button", () => {
    types(field(), patientText);
    beside();
    expect(carried(patientText)).toEqual([patientText]);
    now += 200;
    expect(carried(patientText)).toEqual([]);
  });

  test("follows what the page took out of its field, however late it goes", () => {
    const note = field();
    types(note, patientText);
    beside();
    note.value = "";
    now += 5_000;
    expect(carried(patientText)).toEqual([patientText]);
  });

  test("asks of nothing again that was looked at or kept back there, as what its page saves by itself", () => {
    const note = field();
    types(note, patientText);
    press();
    const kept = leaving.carriedBy("/say", patientText);
    leaving.refuse(kept, now);
    now += 2_000;
    beside();
    expect(carried(patientText)).toEqual([]);
    const other = field();
    types(other, harmlessText);
    press();
    clear(harmlessText);
    now += 2_000;
    beside();
    expect(carried(harmlessText)).toEqual([]);
  });

  test("takes nothing from a press before it: not its time, and not that it is told when all is gone unread", () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const note = field();
    types(note, patientText);
    press();
    beside();
    now += 1_000;
    expect(carried(patientText)).toEqual([patientText]);
    types(note, harmlessText);
    press();
    beside();
    note.value = "";
    now += 4_000;
    vi.runAllTimers();
    vi.useRealTimers();
    expect(unread).toHaveBeenCalled();
  });
});

describe("an editor that takes each letter out of its field", () => {
  const typed = (at: HTMLTextAreaElement, text: string): void => {
    for (const data of text) {
      at.value = data;
      leaving.typed(told("input", at, { inputType: "insertText", data }));
      at.value = "";
    }
  };

  test("is followed by what was typed, less what was taken out again", () => {
    const hidden = field();
    typed(hidden, `${patientText}!`);
    leaving.typed(told("input", hidden, { inputType: "deleteContentBackward", data: null }));
    press();
    expect(carried(patientText)).toEqual([patientText]);
  });

  test("is none where two messages are put into a field, each sent: the first is not asked about with the second", () => {
    const chat = field();
    for (const text of [patientText, harmlessText]) {
      chat.value = text;
      leaving.typed(told("input", chat, { inputType: "insertText", data: text }));
      press();
      chat.value = "";
      clear(text);
    }
    now += 100;
    chat.value = harmlessText;
    press();
    expect(carried(`${harmlessText} and more`)).toEqual([harmlessText]);
  });
});
