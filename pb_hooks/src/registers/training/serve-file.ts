/** The file of a course's version, as it was brought. @throws {NotFoundError} Where it has none. */
export function serveFileOf(e: pb.RequestEvent, version: pb.Record): void {
  const file = version.getString("file");
  if (file === "") throw new NotFoundError("No file belongs to it.");
  const files = e.app.newFilesystem();
  try {
    files.serve(e.response, e.request, `${version.baseFilesPath()}/${file}`, version.getString("name"));
  } finally {
    files.close();
  }
}
