/** Measures of the page in points, and the colours of DESIGN.md 14 on white paper. */
export const page = { left: 54, right: 54, top: 54, bottom: 70, width: 595.28, height: 841.89 } as const;
export const textWidth = page.width - page.left - page.right;
export const floor = page.height - page.bottom;

export const ink = "#1B2B2A";
export const muted = "#5B6B6A";
export const line = "#C9C6BD";

/** Size, and from one baseline to the next; both allow for the tall marks of Arabic. */
export const looks = {
  title: { size: 20, leading: 28, weight: "bold", colour: ink },
  section: { size: 13, leading: 19, weight: "bold", colour: ink },
  heading: { size: 10.5, leading: 16, weight: "bold", colour: ink },
  body: { size: 9.5, leading: 14, weight: "normal", colour: ink },
  strong: { size: 9.5, leading: 14, weight: "bold", colour: ink },
  muted: { size: 9, leading: 13, weight: "normal", colour: muted },
  cell: { size: 8.5, leading: 12.5, weight: "normal", colour: ink },
  head: { size: 8.5, leading: 12.5, weight: "bold", colour: ink },
  foot: { size: 7, leading: 10, weight: "normal", colour: muted },
} as const;
export type Look = (typeof looks)[keyof typeof looks];
