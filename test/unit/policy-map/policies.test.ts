import { expect, test } from "vitest";
import { measure } from "../../support/policies/measure.ts";
import { asMarkdown, asPlainText, policyNamed, policyNames } from "../../support/policies/policies.ts";

const all = policyNames.map((name) => policyNamed(name));
const share = (tuned: boolean) => {
  const own = all
    .filter((policy) => policy.tuned === tuned)
    .map((policy) => measure(policy, asMarkdown(policy)));
  const sum = (of: (one: (typeof own)[number]) => number) => own.reduce((total, one) => total + of(one), 0);
  return {
    right: sum(({ right }) => right),
    of: sum(({ of }) => of),
    wrongKnown: sum(({ wrongInLaw }) => wrongInLaw.known),
    wrongAre: sum(({ wrongInLaw }) => wrongInLaw.are),
    wrongSaid: sum(({ wrongInLaw }) => wrongInLaw.said),
  };
};

test.each(all)("$name is cut as it is written, as Markdown and at a margin", (policy) => {
  for (const text of [asMarkdown(policy), asPlainText(policy), asPlainText(policy, 60)]) {
    const { found, of, misses } = measure(policy, text);
    const lost = misses.filter(({ said }) => said === undefined).map(({ told }) => told.text);
    expect({ found, lost }).toEqual({ found: of, lost: [] });
  }
});

test("the share of right first suggestions is printed, tuned and untuned apart", () => {
  const [untuned, tuned] = [share(false), share(true)];
  for (const [name, one] of Object.entries({ untuned, tuned }))
    console.log(
      `${name}: ${one.right} of ${one.of} right (${Math.round((100 * one.right) / one.of)} %), wrong in law: ${one.wrongKnown} of ${one.wrongAre} known, ${one.wrongSaid} said`,
    );
  // No target is held of the untuned: it is only told. The tuned show whether a change of the rules broke one.
  expect(tuned.right).toBe(tuned.of);
  expect(tuned.wrongSaid).toBe(tuned.wrongKnown);
});
