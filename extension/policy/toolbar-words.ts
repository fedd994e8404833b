/** What the button in the browser’s toolbar says of itself. */
export const toolbarWords = {
  pageUnpaired: "Chaperone: this page is not watched, as this browser is not paired. Ask the manager",
  unruled: "Chaperone: the clinic’s rules can’t be read in this browser. Ask the manager",
  unpaired: "Chaperone: this browser is not paired",
  held: "Chaperone: a letter is held, waiting for you",
  blind: (system: string) => `Chaperone: this page is not watched. Send patient documents through ${system}`,
  late: "Chaperone: this page is not watched yet. Reload it",
  listTrouble:
    "Chaperone: the clinic’s list of patients can’t be asked here, or is an older one. Letters that only name a patient may pass",
  waiting: (n: number) => `Chaperone: ${n === 1 ? "1 event" : `${n} events`} waiting for the server`,
  watching: "Chaperone: watching this page",
  nothing: "Chaperone: nothing to watch on this page",
} as const;
