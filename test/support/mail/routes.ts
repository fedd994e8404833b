/** What a driver of either browser does on `test/fixtures/mail/routes.html`. */
export interface RouteDriver {
  evaluate(script: string): Promise<unknown>;
  click(x: number, y: number): Promise<void>;
  /** @param byKeys - Each letter by its key: the page takes what is typed itself. */
  write(text: string, byKeys: boolean): Promise<void>;
  down(key: string): Promise<void>;
  up(key: string): Promise<void>;
}

export const patientText =
  "Mrs Eleanor Ellery, born 12/03/1961, NHS number 999 100 5919: the MRI shows a tear of the rotator cuff, she is on naproxen.";
export const harmlessText =
  "The kettle in the staff room is broken again, can somebody order a new one before Friday please?";
export const storedLetter = "Ellery clinic letter.pdf";

/**
 * Ways out of `routes.html` that are held where they carry a patient's text, with the route of DESIGN.md 10 or of issue 13
 * that each is one of.
 */
export const heldRoutes = {
  nestedShadow: "typed text",
  nestedClosed: "closed shadow root",
  roleButton: "typed text",
  menuInPortal: "scheduled send",
  chord: "Ctrl+Enter",
  saveKey: "short cut",
  late: "fetch of a text",
  undoSend: "scheduled send",
  graphql: "fetch of a text",
  rawMime: "fetch of a text",
  quotedPrintable: "fetch of a text",
  plainForm: "form of the page",
  getForm: "form of the page",
  scriptForm: "form.submit()",
  hiddenForm: "form.submit()",
  opens: "address with a text",
  link: "address with a text",
  looseLink: "address with a text",
  ping: "address with a text",
  beacon: "sendBeacon of a text",
  later: "sendBeacon of a text",
  binarySocket: "socket",
  sameFrame: "iframe composer, srcdoc",
  dataFrame: "iframe composer, about:blank",
  blobFrame: "iframe composer, about:blank",
  frameFetch: "iframe composer, about:blank",
  welsh: "send menu",
  polish: "send menu",
  typedLine: "Enter in a field",
  drawn: "typed text",
  editContext: "typed text",
  spans: "typed text",
  pasteForm: "form of the page",
  goes: "address with a text",
  ownForm: "form of the page",
  closedSpan: "closed shadow root",
  pressedSpan: "scheduled send",
  emptied: "typed text",
  leftField: "typed text",
  slid: "fetch of a text",
  freshFrame: "iframe composer, about:blank",
} as const;

/** Ways that Firefox ESR has as well. */
export const heldInFirefox = Object.keys(heldRoutes) as HeldRoute[];
export type HeldRoute = keyof typeof heldRoutes;

/** Ways by which a letter goes that lies on a server: asked about whatever is written with it. */
export const storedRoutes = {
  drivePicker: "cloud picker",
  cloudCard: "cloud picker",
  shareDialog: "share link",
  shareLink: "share link",
  draftRow: "re-opened draft",
  draftPane: "re-opened draft",
} as const;

/** Ways on which nothing can be held back: told as not watched. */
export const toldRoutes = {
  picture: "address with a text",
  buffer: "worker that was handed one",
  blobToWorker: "worker that was handed one",
  port: "worker that was handed one",
  broadcast: "other tab",
  serviceWorker: "worker that was handed one",
  dataChannel: "socket",
  style: "address with a text",
  events: "address with a text",
} as const;

/** Whether what a page sent stands among what its server got. */
export const wentBy = (posts: readonly string[], way: string): boolean =>
  posts.some(
    (post) =>
      post.startsWith(`/r/${way} `) ||
      post.includes(`/query?${way}=`) ||
      (way === "binarySocket" && post.startsWith("/socket ")),
  );

/** Opens a way anew, writes, and sends as a person does there. */
export async function takeRoute(on: RouteDriver, way: string, text: string): Promise<void> {
  const { keys, steps, types } = (await on.evaluate(
    `openWay("${way}").then(() => ({ keys: here.keys ?? [], steps: here.open?.length ?? 0, types: here.types ?? false }))`,
  )) as { keys: string[]; steps: number; types: boolean };
  const press = async (part: string, nth?: number): Promise<void> => {
    const { x, y } = (await on.evaluate(`where("${part}", ${nth})`)) as { x: number; y: number };
    await on.click(x, y);
  };
  const first = async (): Promise<void> => {
    for (let at = 0; at < steps; at += 1) await press("open", at);
  };
  // A menu opens once something is written, a picker or a draft before.
  if (way !== "menuInPortal") await first();
  await press("field");
  await on.write(text, types);
  if (way === "menuInPortal") await first();
  for (const key of keys) await on.down(key);
  for (const key of keys.toReversed()) await on.up(key);
  if (keys.length === 0) await press("control");
}
