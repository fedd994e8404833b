import { expect, test } from "vitest";
import { reviewMinutes } from "#domain/registers/reviews/minutes";
import { peopleNamed, withoutNames } from "#domain/registers/reviews/wider";
import { minutesOf } from "../../fixtures/export/other-papers.ts";

const people = [
  { name: "Dr Amara Voss", role: "Practitioner" },
  { name: "Imogen Farrow", role: "Manager" },
  { name: "Ll\u0177r ap Gw\u0177r", role: "Member of staff" },
  { name: "\u0645\u062d\u0645\u062f \u0627\u0644\u0647\u0627\u0634\u0645\u064a", role: "Member of staff" },
  { name: "Lettie Arkwright", role: "Practitioner" },
  { name: "Tamsin Oakley", role: "Confidentiality lead" },
];
const minutes = { ...minutesOf(), people };
const all = (more: object = {}) => JSON.stringify(withoutNames({ ...minutes, ...more }));

test("nobody is named, whoever they are and wherever they stand", () => {
  const said = all();
  for (const { name } of people) {
    for (const part of name.split(" ").filter((one) => one.length > 2)) expect(said).not.toContain(part);
  }
  const wider = withoutNames(minutes);
  expect(wider).toMatchObject({
    chair: "Practitioner 1",
    signedBy: "Manager",
    apologies: ["Practitioner 2"],
  });
  expect(wider.lastActions[0]?.state).toBe("Done, verified by Confidentiality lead");
  expect(reviewMinutes.parse(wider)).toEqual(wider);
  expect(wider.people).toBeUndefined();
});

test("also inside a sentence, by a part of the name, as a whole word", () => {
  const said = (learning: string) => withoutNames({ ...minutes, learning }).learning;
  expect(said("Imogen is away; ask Dr Voss's room.")).toBe("Manager is away; ask Dr Practitioner 1's room.");
  expect(said("The Arkwrights of Vossfield")).toBe("The Arkwrights of Vossfield");
  expect(said("(Tamsin)")).toBe("(Confidentiality lead)");
});

test("a part that two people share stands for nobody in particular", () => {
  const two = [...people, { name: "Imogen Reed", role: "Auditor" }];
  const wider = withoutNames({ ...minutes, people: two, learning: "Imogen knows. Imogen Reed knows." });
  expect(wider.learning).toBe("somebody knows. Auditor knows.");
});

test("minutes signed before roles were frozen number their people", () => {
  const { people: _, ...before } = minutes;
  const wider = withoutNames(before);
  expect(wider.chair).toBe("Person 1");
  expect(JSON.stringify(wider)).not.toMatch(/Voss|Farrow|Arkwright/);
});

test("roles are frozen of those alone whom the minutes name", () => {
  const others = [...people, { name: "Joss Merriden", role: "Member of staff" }];
  expect(peopleNamed(minutesOf(), others)).toEqual(people);
});
