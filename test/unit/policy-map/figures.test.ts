import { describe, expect, test } from "vitest";
import {
  brokenBy,
  contradictionsIn,
  type KeptFigure,
  promisedIn,
} from "#domain/registers/policy-map/figures";

const promised = (text: string, section = "") => {
  const found = promisedIn({ lead: "", text, section });
  return found && `${found.subject} ${found.bound} ${found.amount} ${found.unit}`;
};

describe("a number that a policy promises", () => {
  test.each([
    ["Images will be kept no longer than 60 days.", "CCTV", "cctv-kept at-most 60 day"],
    ["Footage is kept for a maximum of thirty-one (31) days.", "", "cctv-kept at-most 31 day"],
    ["CCTV recordings: 28 days; date of recording", "", "cctv-kept at-most 28 day"],
    ["Serious breaches are reported within 72 hours.", "", "breach-told at-most 72 hour"],
    ["All staff are trained every year.", "", "training-every at-most 1 year"],
    ["Every incident is discussed at the weekly meeting.", "", "review-every at-most 1 week"],
    ["We answer your request within one month.", "", "request-answered at-most 1 month"],
    ["Adult records are kept for at least eight years.", "", "adult-kept at-least 8 year"],
    ["X-ray images are kept for 11 years.", "", undefined],
    ["Passwords are at least twelve characters long.", "", undefined],
    ["Children’s records are kept until they are 25.", "", undefined],
    ["Cameras do not record sound.", "", undefined],
  ])("%s", (text, section, wanted) => expect(promised(text, section)).toBe(wanted));
});

const camera = (name: string, amount: number): KeptFigure => ({
  subject: "cctv-kept",
  name,
  amount,
  unit: "day",
  says: "oldest picture 22 Sep",
  page: "/cctv",
});

test("sixty days name the camera that breaks them today, and no other", () => {
  const sixty = promisedIn({
    lead: "",
    text: "Images will be kept no longer than 60 days.",
    section: "CCTV",
  });
  const figures = [camera("Front entrance", 69), camera("Car park", 60), camera("Back door", 12)];
  expect(sixty && brokenBy(sixty, figures).map(({ name }) => name)).toEqual(["Front entrance"]);
});

test("two different numbers of one matter contradict each other; sixty days and two months do not quite", () => {
  const of = (text: string) => promisedIn({ lead: "", text, section: "CCTV" });
  const all = [
    "Images are kept 60 days.",
    "Staff are kind.",
    "Footage is kept 31 days.",
    "Images are kept for sixty days.",
  ].map(of);
  expect(contradictionsIn(all)).toEqual([{ one: 0, other: 2, subject: "cctv-kept" }]);
});
