/** Under this address PocketBase says whether a sign-in may enter a route (pb_hooks/src/web/doors.ts). */
export const doorPath = "/api/chaperone/door";
/** Under this one it gives the public form's pages and takes what they send, from this process alone. */
export const formPath = "/api/chaperone/public-form";
/** Under this one it takes small calls of several browsers at once, from this process alone. */
export const togetherPath = "/api/chaperone/events-together";
/** What this process alone asks: nobody’s from outside. */
export const innerPaths = [doorPath, formPath, togetherPath];
/** On an answer to somebody whose sign-in was looked at and is alive: its collection. */
export const entryHeader = "x-chaperone-entry";
/** On an answer to a browser: how many events it sent. */
export const eventsHeader = "x-chaperone-events";

/**
 * Asks PocketBase whether a sign-in may enter a route, as each route of our own asks by itself.
 * @param {import("./behind.mjs").Behind} behind
 * @param {import("node:http").IncomingMessage} req whose sign-in it is
 * @param {string} target the route that is wanted, with its query
 * @param {string} address
 * @returns {Promise<{ status: number, text: string, entered: string }>} entered: the collection of a sign-in that is alive,
 *   empty otherwise; a status from 400 on says that it may not go where it wants
 */
export async function askDoor(behind, req, target, address) {
  const headers = {
    "x-chaperone-asked": `${req.method} ${target}`,
    ...(req.headers.authorization === undefined ? {} : { authorization: req.headers.authorization }),
    ...(req.headers.host === undefined ? {} : { host: req.headers.host }),
  };
  const gone = new AbortController().signal;
  const answer = await behind.ask("GET", doorPath, headers, { address, gone });
  let text = "";
  for await (const part of answer.setEncoding("utf8")) text += part;
  return {
    status: answer.statusCode ?? 502,
    text,
    entered: String(answer.headers[entryHeader] ?? ""),
  };
}
