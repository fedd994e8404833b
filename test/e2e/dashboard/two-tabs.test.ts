import type { Locator, Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, troublesOf } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { clinicClock } from "../../support/clinic-time.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { patience } from "../../support/patience.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import type { TestServer } from "../../support/server/server.ts";
import { openSignedIn } from "../../support/server/sign-in.ts";

/** The machine may be loaded. */
const slowly = { timeout: patience };
const minute = 60_000;
const behind = "Somebody changed this while you had it open.";
const goOn = "I have seen it: go on";

/** Two people at once, each in a window of their own with a live page; what is compared is in the real database. */
describeWith(["chromium", "dashboard"])("two live tabs upon the same row", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let clinic: Clinic;
  let manager: Member;
  let leads: Page;
  let managers: Page;
  let incident = "";
  /** What went wrong in each window. */
  const watched: string[][] = [];

  const dialogIn = (page: Page) => page.getByRole("dialog");
  const rowOf = async (collection: string, id: string) => {
    const row = (await clinic.rows(clinic.lead, collection)).find((one) => one.id === id);
    if (!row) throw new Error(`no such row of ${collection}`);
    return row;
  };
  const heading = (page: Page) => page.locator("#page-title");
  async function newBreach(): Promise<string> {
    const { id } = await clinic.act(clinic.lead, "breaches.told", { text: "A letter lay on the desk." });
    const triage = { verdict: "breach", reason: "Another patient read it." } as const;
    await clinic.act(clinic.lead, "breaches.triage", triage, await rowOf("breaches", id));
    return id;
  }
  async function show(page: Page, id: string): Promise<void> {
    await page.goto(`${server.url}/incidents/${id}`);
    await heading(page).waitFor();
  }
  /** Somebody changes the title, and the other's page shows it, behind whatever is open there. */
  async function changeTitle(who: Member, title: string, page: Page): Promise<number> {
    const { version } = await clinic.act(
      who,
      "breaches.describe",
      { title },
      await rowOf("breaches", incident),
    );
    await heading(page)
      .filter({ hasText: title })
      .waitFor({ state: "attached", ...slowly });
    return version;
  }

  beforeAll(async () => {
    ({ server, clinic } = things.open(await startClinic()));
    browser = things.open(await launchPlainBrowser());
    manager = await clinic.join("Tom Reed", "manager");
    const offices = { controller: manager.id, duty: clinic.lead.id, deputy: manager.id };
    const since = "2019-01-01T00:00:00.000Z";
    await clinic.act(
      clinic.lead,
      "clinic.change",
      { ...offices, since },
      await rowOf("clinic", "clinic000000000"),
    );
    incident = await newBreach();
    const windowOf = async (who: Member) => {
      const page = await (await browser.window({ width: 1440, height: 900 })).newPage();
      watched.push(troublesOf(page, ["409 /act"]));
      await openSignedIn(page, server.url, who);
      return page;
    };
    leads = await windowOf(clinic.lead);
    managers = await windowOf(manager);
  });

  it("both save the same dialog: the second is told what the first saved, loses nothing, and decides again", async () => {
    for (const page of [leads, managers]) {
      await show(page, incident);
      await page
        .getByText("Contained", { exact: true })
        .locator("xpath=following-sibling::dd[1]")
        .getByRole("button")
        .click();
      await dialogIn(page).getByLabel("What was done to contain it?").waitFor();
    }
    await dialogIn(managers).getByLabel("What was done to contain it?").fill("It came back.");
    await dialogIn(leads).getByLabel("What was done to contain it?").fill("It was shredded.");
    await dialogIn(managers).getByRole("button", { name: "Save" }).click();
    await dialogIn(managers).waitFor({ state: "detached", ...slowly });
    // The lead's page shows it behind the dialog, by itself.
    await leads
      .locator("bdi", { hasText: "It came back." })
      .first()
      .waitFor({ state: "attached", ...slowly });
    const notice = dialogIn(leads).locator("[data-changed-meanwhile]");
    await notice.getByText(behind).waitFor(slowly);
    await notice.getByText("how it was contained").waitFor();
    expect(await axeViolations(leads)).toEqual([]);

    await dialogIn(leads).getByRole("button", { name: "Save" }).click();
    await notice.getByText("Tom Reed changed this meanwhile.").waitFor(slowly);
    expect((await rowOf("breaches", incident)).containedHow).toBe("It came back.");
    expect((await notice.innerText()).replace(/\s+/g, " ")).toMatch(
      /how it was contained: nothing → ?, now “It came back\.”.*Tom Reed, today/,
    );
    expect(await dialogIn(leads).getByLabel("What was done to contain it?").inputValue()).toBe(
      "It was shredded.",
    );
    expect(await axeViolations(leads)).toEqual([]);
    await notice.getByRole("button", { name: goOn }).click();
    await dialogIn(leads).getByRole("button", { name: "Save" }).click();
    await dialogIn(leads).waitFor({ state: "detached", ...slowly });
    expect((await rowOf("breaches", incident)).containedHow).toBe("It was shredded.");
  });

  /** Each dialog of an incident: who has it open, how it is come to, and what is typed there. */
  interface Way {
    readonly act: string;
    readonly by?: "manager";
    readonly open: (page: Page) => Locator;
    readonly item?: string;
    readonly type?: (dialog: Locator) => Promise<unknown>;
    readonly field?: string;
    readonly yes: string;
  }
  const button = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true });
  const reason = (dialog: Locator) => dialog.locator("#reason").fill("It is so.");
  const ways: readonly Way[] = [
    { act: "assess", open: button("Answer the questions"), yes: "Save the answers" },
    {
      act: "advise",
      open: button("Advise"),
      type: async (dialog) => {
        await dialog.locator("#advice-tell-ico").check();
        await reason(dialog);
      },
      field: "#reason",
      yes: "Advise",
    },
    {
      act: "decide",
      by: "manager",
      open: (page) => page.locator("[data-decision]").getByRole("button"),
      type: async (dialog) => {
        await dialog.locator("#ico").check();
        await dialog.locator("#people").check();
        await reason(dialog);
      },
      field: "#reason",
      yes: "Decide",
    },
    {
      act: "describe",
      open: (page) => page.getByRole("button", { name: "Change", exact: true }).first(),
      type: (dialog) => dialog.locator("#peopleCount").fill("12"),
      field: "#peopleCount",
      yes: "Save",
    },
    {
      act: "setTimes",
      open: button("Change the times"),
      type: async (dialog) => {
        const parts = clinicClock(Date.now() - 60 * minute);
        for (const [at, part] of ["", "-month", "-year", "-hour", "-minute"].entries())
          await dialog.locator(`#occurredFrom${part}`).fill(parts[at] ?? "");
      },
      field: "#occurredFrom",
      yes: "Save the times",
    },
    {
      act: "answer",
      open: (page) =>
        page.locator("[data-missing=breach]").getByRole("button", { name: "How did it occur?" }),
      type: (dialog) => dialog.locator("#value").fill("The envelopes were mixed up."),
      field: "#value",
      yes: "Save the answer",
    },
    {
      act: "notice",
      open: (page) => page.locator("[data-notices] input").first(),
      type: (dialog) => dialog.locator("#note").fill("By telephone."),
      field: "#note",
      yes: "Save",
    },
    {
      act: "notify",
      open: button("Record that the ICO was told"),
      type: (dialog) => dialog.locator("#reference").fill("IC-12"),
      field: "#reference",
      yes: "Record it",
    },
    {
      act: "triage",
      open: button("Decide anew"),
      item: "Near miss",
      type: reason,
      field: "#reason",
      yes: "Decide: a near miss",
    },
    {
      act: "close",
      open: button("More"),
      item: "Close",
      type: reason,
      field: "#reason",
      // The people are to be told by what was decided above, and nobody is on the list.
      yes: "Close it all the same",
    },
  ];

  it.each(ways)(
    "$act: a save upon an older view is refused, and goes through once the new one was seen",
    async (way) => {
      const [page, other] = way.by === "manager" ? [managers, clinic.lead] : [leads, manager];
      await show(page, incident);
      await way.open(page).click();
      if (way.item !== undefined) {
        const choice = page.getByRole("menuitem", { name: way.item, exact: true });
        await choice
          .or(page.getByRole("button", { name: way.item, exact: true }))
          .first()
          .click();
      }
      const dialog = dialogIn(page);
      await dialog.waitFor();
      await way.type?.(dialog);
      const typed = way.field === undefined ? "" : await dialog.locator(way.field).inputValue();
      const title = `A letter, seen before ${way.act}`;
      const version = await changeTitle(other, title, page);
      await dialog.getByRole("status").getByText(behind).waitFor(slowly);
      await dialog.getByRole("status").getByText(title).waitFor();

      await dialog.getByRole("button", { name: way.yes, exact: true }).click();
      await dialog.getByRole("alert").getByText(`${other.name} changed this meanwhile.`).waitFor(slowly);
      expect((await rowOf("breaches", incident)).version).toBe(version);
      if (way.field !== undefined) expect(await dialog.locator(way.field).inputValue()).toBe(typed);

      await dialog.getByRole("button", { name: goOn }).click();
      await dialog.getByRole("button", { name: way.yes, exact: true }).click();
      await dialog.waitFor({ state: "detached", ...slowly });
      const after = await rowOf("breaches", incident);
      expect(after.version).toBe(version + 1);
      expect(after.title).toBe(title);
    },
  );

  it("an entry that is being written stays, and is kept, when somebody closes the case meanwhile", async () => {
    const id = await newBreach();
    await show(leads, id);
    await leads.getByRole("button", { name: "Add an entry" }).click();
    const words = dialogIn(leads).getByLabel("What happened");
    await words.fill("The recipient called.");
    await clinic.act(manager, "breaches.close", { reason: "It is over." }, await rowOf("breaches", id));
    await leads.locator("[data-closed]").waitFor({ state: "attached", ...slowly });
    await dialogIn(leads).getByRole("status").getByText("the state").waitFor();
    expect(await words.inputValue()).toBe("The recipient called.");
    await dialogIn(leads).getByRole("button", { name: "Leave it" }).click();
  });

  it("a draft that was begun upon an older version says so when it is taken up again", async () => {
    const id = await newBreach();
    await show(leads, id);
    await leads.getByRole("button", { name: "Advise", exact: true }).click();
    await dialogIn(leads).locator("#reason").fill("It is likely to be read.");
    await clinic.act(manager, "breaches.describe", { title: "Another letter" }, await rowOf("breaches", id));
    await show(leads, id);
    await heading(leads).filter({ hasText: "Another letter" }).waitFor(slowly);
    await leads.getByRole("button", { name: "Advise", exact: true }).click();
    const draft = dialogIn(leads).getByText("Kept from before, not sent yet.");
    await draft.filter({ hasText: "Somebody has changed this since you began it" }).waitFor();
    expect(await dialogIn(leads).locator("#reason").inputValue()).toBe("It is likely to be read.");
  });

  it("in a meeting a decision stays with the item that it was written upon", async () => {
    const { id } = await clinic.act(manager, "reviews.prepare", {});
    await clinic.act(
      manager,
      "reviews.hold",
      { chair: manager.id, attendance: [{ user: manager.id, how: "here" }] },
      await rowOf("reviews", id),
    );
    const review = await rowOf("reviews", id);
    await leads.goto(`${server.url}/review`);
    await leads.locator("[data-decisions]").waitFor(slowly);
    const title = await heading(leads).innerText();
    const items = (await clinic.rows(clinic.lead, "review_items")).filter(({ decision }) => decision === "");
    const item = items.find((one) => one.title === title);
    if (!item) throw new Error(`no item "${title}"`);
    const decisionOf = async () => {
      const now = await rowOf("review_items", item.id);
      return { decision: now.decision, reason: now.reason };
    };
    await leads.getByRole("button", { name: /^Refer/ }).click();
    await dialogIn(leads).locator("#reason").fill("To the owner of the practice.");
    const defer = { item: item.id, seen: item.version, decision: "defer", reason: "Next week." } as const;
    await clinic.act(manager, "reviews.decide", defer, review);
    await leads
      .locator("[data-outcome]", { hasText: "Next week." })
      .waitFor({ state: "attached", ...slowly });
    await dialogIn(leads).getByRole("status").getByText(behind).waitFor(slowly);
    await dialogIn(leads).getByRole("button", { name: "Refer it", exact: true }).click();
    await dialogIn(leads).getByRole("alert").getByText("Tom Reed changed this meanwhile.").waitFor(slowly);
    expect(await decisionOf()).toEqual({ decision: "defer", reason: "Next week." });
    await dialogIn(leads).getByRole("button", { name: goOn }).click();
    await dialogIn(leads).getByRole("button", { name: "Refer it", exact: true }).click();
    await dialogIn(leads).waitFor({ state: "detached", ...slowly });
    expect(await decisionOf()).toEqual({ decision: "refer", reason: "To the owner of the practice." });
  });

  it("a key pressed upon an item that somebody has just decided is refused once, and says by whom", async () => {
    await leads.reload();
    await leads.locator("[data-decisions]").waitFor(slowly);
    // An item of which nothing is open, so that a key notes it.
    await leads
      .locator("[data-agenda]")
      .getByRole("button", { name: /Training/ })
      .click();
    const [review] = (await clinic.rows(clinic.lead, "reviews")).filter(({ state }) => state === "held");
    const title = await heading(leads).innerText();
    const item = (await clinic.rows(clinic.lead, "review_items")).find((one) => one.title === title);
    if (!item || !review) throw new Error(`no item "${title}"`);
    const defer = { item: item.id, seen: item.version, decision: "defer", reason: "In a week." } as const;
    await clinic.act(manager, "reviews.decide", defer, review);
    await leads.locator("[data-outcome]", { hasText: "In a week." }).waitFor(slowly);
    // The page did not go on to another item, and this one was not looked at since.
    expect(await heading(leads).innerText()).toBe(title);
    await leads.keyboard.press("a");
    await leads
      .getByRole("status")
      .getByText(/Tom Reed changed this meanwhile.*the decision: nothing, now Deferred/)
      .waitFor(slowly);
    expect((await rowOf("review_items", item.id)).decision).toBe("defer");
    // A key that comes while the item is read anew does nothing.
    const noted = async () => {
      const { decision } = await rowOf("review_items", item.id);
      if (decision !== "note") await leads.keyboard.press("a");
      return decision;
    };
    await expect.poll(noted, slowly).toBe("note");
  });

  it("settings: what somebody else changed is shown, and what was typed stays", async () => {
    await leads.goto(`${server.url}/settings`);
    await leads.locator("#approved-system").fill("the secure portal");
    const other = await clinic.join("Ada Byrne", "dpo");
    await clinic.act(
      other,
      "clinic.change",
      { leadTitle: "Caldicott guardian" },
      await rowOf("clinic", "clinic000000000"),
    );
    await leads.getByRole("button", { name: "Save", exact: true }).click();
    const notice = leads.locator("[data-changed-meanwhile=refused]");
    await notice.getByText("Ada Byrne changed this meanwhile.").waitFor(slowly);
    await notice.getByText("what you call the lead").waitFor();
    expect((await rowOf("clinic", "clinic000000000")).approvedSystem).not.toBe("the secure portal");
    await notice.getByRole("button", { name: goOn }).click();
    expect(await leads.locator("#approved-system").inputValue()).toBe("the secure portal");
    expect(await leads.locator("#lead-title").inputValue()).toBe("Caldicott guardian");
    await leads.getByRole("button", { name: "Save", exact: true }).click();
    await leads.getByText("The settings are saved").waitFor(slowly);
    expect(await rowOf("clinic", "clinic000000000")).toMatchObject({
      approvedSystem: "the secure portal",
      leadTitle: "Caldicott guardian",
    });
  });

  it("broke nothing on the way", () => expect(watched.flat()).toEqual([]));
});
