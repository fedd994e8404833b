import type { ClientInit, HandleClientError } from "@sveltejs/kit/hooks";
import { connection } from "#lib/api/connection.svelte.ts";
import { isAway, Problem, sentenceFor, told } from "#lib/api/problem.ts";
import { showWaiting } from "#lib/frame/waiting.ts";
import { isMissingPart, partIsMissing, reloadHelps } from "#lib/missing-part.ts";

/** Before anything is asked of the server. */
export const init: ClientInit = showWaiting;

/** What a page says when it can't open: a problem its own sentence, a bug one that admits it. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === "app") return {};
  if (kind === "framework") {
    return {
      message: "There is no page at this address.",
      hint: "It may have moved. Start again from Today.",
    };
  }
  if (isMissingPart(error)) {
    // Where the server is away it opens by itself; where it is there, Chaperone was updated.
    void connection.check();
    return { message: partIsMissing, hint: reloadHelps, heals: "reload" };
  }
  if (isAway(error)) return { message: sentenceFor(error), hint: "", heals: "read" };
  if (error instanceof Problem) return { message: error.message, hint: "" };
  console.error(error);
  return { message: told["server-failed"], hint: "Nothing that you had saved is lost." };
};
