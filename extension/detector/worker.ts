import { warmUp } from "#domain/detector/warm-up";
import { knownList } from "../exact/known.ts";
import { eyes } from "./eyes.ts";
import { type Channel, serve } from "./serve.ts";

// The scope of a worker is a channel; the page's types know only a window's.
serve(self as unknown as Channel, eyes, knownList());
// What has come by then goes first, and is as good.
setTimeout(warmUp);
