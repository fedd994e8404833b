/**
 * Only the process in front of this one asks a route that begins with this: it alone knows under which header an address
 * is believed, and passes nobody else’s call on to such a route.
 *
 * @throws {NotFoundError} For everybody else.
 */
export function requireFront(e: pb.RequestEvent): void {
  const header = $os.getenv("CHAPERONE_ADDRESS_HEADER");
  if (header === "" || e.request.header.get(header) === "")
    throw new NotFoundError("There is no such route.");
}
