/**
 * Our thirteen checks of a small CCTV system. They are ours: taken from two lists of the data regulator of different age,
 * its page for users of limited systems and the appendix of its old code under the Act of 1998 (DOMAIN.md 3.3), and not a list of its own.
 */
export const ourChecks = [
  {
    key: "need",
    says: "We are named as controller, have asked whether CCTV is needed, and ask again regularly",
  },
  { key: "fee", says: "The data protection fee is paid, and when it is due again is written down" },
  { key: "person", says: "One named person is responsible for how it is used" },
  { key: "problem", says: "What it is to solve was written down before it recorded" },
  { key: "basis", says: "The lawful basis is written down" },
  { key: "clear", says: "Pictures are clear enough, and can be given to the police in a form they can play" },
  { key: "siting", says: "Cameras see our visitors, and nobody who does not visit us" },
  { key: "signs", says: "Signs can be seen before one is seen, and say whom to ask" },
  { key: "secure", says: "Pictures are stored safely, and few people may look at them" },
  {
    key: "long",
    says: "They are kept only as long as an incident needs to come to light and be looked into",
  },
  {
    key: "third",
    says: "Nobody is given pictures but for law enforcement, or by a disclosure that is written down",
  },
  { key: "copies", says: "We know how to answer somebody who asks for pictures of themselves" },
  { key: "works", says: "Somebody looks regularly that it works, and that the pictures are good" },
] as const;
export type OurCheck = (typeof ourChecks)[number]["key"];

export const checkResults = { fine: "as it should be", partly: "in part", not: "not yet" } as const;
export type CheckResult = keyof typeof checkResults;

export const saysOf = (key: string): string => ourChecks.find((one) => one.key === key)?.says ?? key;
