/**
 * What one request may take before it is passed on. All of it is held in memory or on disk here, and no engine of
 * PocketBase's is taken meanwhile.
 */

/** Bytes of a body: 262,144 is policy.batchBytes, the most that any route without a file takes. */
export const bodyMost = 262_144;
/** Bytes of a body that comes without any sign-in: to sign in, to set up, to pair; as their routes take. */
export const strangersBodyMost = 65_536;
/** Bytes of a body with a file: above policy.evidenceLargest, so that a file a little too large is told so by name. */
export const uploadMost = 83_886_080;
const uploads = [
  "/api/chaperone/breach-evidence",
  "/api/chaperone/breach-file",
  "/api/chaperone/training-file",
  "/api/chaperone/camera-picture",
  "/api/chaperone/register-file",
  "/api/chaperone/exact-list",
];

/**
 * How long is waited, in milliseconds.
 * @typedef {object} Patience
 * @property {number} headers for all headers of a request
 * @property {number} strangersBody for the body of somebody unknown
 * @property {number} body for the body of somebody known
 * @property {number} upload for a file
 * @property {number} idle for the next request of an open connection
 * @property {number} still for a connection that stands still in the middle of an answer
 * @property {number} claimed for somebody to sign in to a stream
 * @property {number} looked between two looks at what took too long
 */

/** @type {Patience} */
export const patience = {
  headers: 10_000,
  strangersBody: 10_000,
  body: 30_000,
  upload: 300_000,
  idle: 75_000,
  still: 120_000,
  claimed: 30_000,
  looked: 1000,
};
/** Milliseconds that PocketBase may take to begin its answer: an export of everything is counted first. */
export const answerWithin = 300_000;

/** Connections that wait for the headers of a request, from one address and in all. */
export const waitingMost = { each: 1024, all: 4096 };
/** Requests of strangers whose body is not whole yet. */
export const strangersMost = { each: 64, all: 256 };
/** Requests of one sign-in that are not answered yet. A dashboard asks some twenty things when it opens. */
export const signInsMost = { each: 96, all: 4096 };
/** Answers of strangers that are being written. */
export const readersMost = { each: 256, all: 1024 };
/** Streams that nobody has signed in to yet, and streams of one sign-in. */
export const unclaimedMost = { each: 128, all: 512 };
export const streamsMost = { each: 64, all: 2048 };
/**
 * What one paired browser may send: at once, and then by the hour. A full outbox (policy.outboxHolds: 50,000 events, some
 * 25 MB) gets in four times over; a person at work makes a few hundred events an hour.
 */
export const browserQuota = {
  holds: { events: 200_000, bytes: 134_217_728 },
  perHour: { events: 12_000, bytes: 16_777_216 },
};
/** Files on their way in, of everybody together. */
export const uploadsMost = 16;

/**
 * @param {string} method
 * @param {string} path as it was sent
 */
export const isUpload = (method, path) => method === "POST" && uploads.includes(path);

/**
 * What browsers send waits before nothing that people read.
 * @param {string} method
 * @param {string} path as it was sent
 */
export const isIngest = (method, path) => method === "POST" && path === "/api/chaperone/events";

/** Bytes of a call of a browser's up to which it may go with others: a few dozen events. */
export const smallMost = 16_384;

/**
 * The bound of one request's body.
 * @param {boolean} bringsFile
 * @param {"nobody" | "unknown" | "known"} who without a sign-in, with one that was not accepted lately, with one that was
 * @param {Patience} [times]
 * @returns {{ most: number, within: number }} bytes, milliseconds
 */
export function bodyBound(bringsFile, who, times = patience) {
  if (bringsFile) return { most: uploadMost, within: times.upload };
  return {
    most: who === "nobody" ? strangersBodyMost : bodyMost,
    within: who === "known" ? times.body : times.strangersBody,
  };
}
