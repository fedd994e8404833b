import type { HandleClientError } from "@sveltejs/kit/hooks";
import { Problem, told } from "#lib/api/problem.ts";

/** What a page says when it can't open: a problem its own sentence, a bug one that admits it. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === "app") return {};
  if (kind === "framework") {
    return {
      message: "There is no page at this address.",
      hint: "It may have moved. Start again from Today.",
    };
  }
  if (error instanceof Problem) return { message: error.message, hint: "" };
  console.error(error);
  return { message: told["server-failed"], hint: "Nothing that you had saved is lost." };
};
