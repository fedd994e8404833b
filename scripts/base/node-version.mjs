/**
 * Ends a script on a Node that is too old for the rest, in words that such a Node can still say: a script that is
 * started by hand imports this alone, and everything else after it.
 */
export function refuseOldNode() {
  if (Number(process.versions.node.split(".")[0]) >= 20) return;
  console.error(`Chaperone needs Node 20 or newer, this is ${process.versions.node}: see https://nodejs.org`);
  process.exit(1);
}
