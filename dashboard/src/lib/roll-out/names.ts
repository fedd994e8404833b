import type { Browser, System } from "#domain/rollout/files";

export const browserNames: Readonly<Record<Browser, string>> = {
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
};

export const systemNames: Readonly<Record<System, string>> = {
  windows: "Windows",
  linux: "Linux",
  mac: "Mac",
};
