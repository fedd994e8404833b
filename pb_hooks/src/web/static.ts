/** A last part with a dot, or any part that begins with one: no address of the dashboard is written so. */
const fileName = /(?:^|\/)(?:\.|[^/]*\.[^/]*$)/;

/** The dashboard is a page that draws every address itself; what looks like a file must be one. */
export function serveDashboard(e: pb.RequestEvent): void {
  const path = e.request.pathValue("path");
  if (path === "api" || path.startsWith("api/")) throw new NotFoundError("There is no such route.");
  const file = path.startsWith("_app/") || fileName.test(path);
  $apis.static($os.getenv("CHAPERONE_PUBLIC"), !file)(e);
}

/** What a page of ours may never do, whoever asks it to. */
const headers: { readonly [name: string]: string } = {
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
};

/** A year, in seconds. */
const year = 31_536_000;

/** Security headers on every answer. The dashboard's own policy for scripts stands in its page, with their hashes. */
export function secureHeaders(e: pb.RequestEvent): void {
  const { path } = e.request.url;
  const answer = e.response.header();
  for (const [name, value] of Object.entries(headers)) answer.set(name, value);
  // PocketBase's own screens bring a stricter policy along.
  if (!path.startsWith("/_/")) {
    answer.set("Content-Security-Policy", "frame-ancestors 'none'; object-src 'none'; base-uri 'none'");
  }
  if (e.isTLS() || $os.getenv("CHAPERONE_URL").startsWith("https:")) {
    answer.set("Strict-Transport-Security", `max-age=${year}`);
  }
  if (!path.startsWith("/_/")) answer.set("Cache-Control", remembered(path));
  e.next();
}

/** Answers of the API are about people, on machines that others use; a route that knows better says so after this. */
function remembered(path: string): string {
  if (path.startsWith("/api/")) return "no-store";
  return isHashedFile(path) ? `public, max-age=${year}, immutable` : "no-cache";
}

/** A missing chunk must not be remembered for a year. */
function isHashedFile(path: string): boolean {
  if (!path.startsWith("/_app/immutable/") || path.includes("..")) return false;
  try {
    $os.stat($filepath.join($os.getenv("CHAPERONE_PUBLIC"), path));
    return true;
  } catch {
    return false;
  }
}
