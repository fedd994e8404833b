import { readyData } from "./ready-data.ts";
import { type ServerOptions, startServer, type TestServer } from "./server.ts";

/**
 * Starts a server on a copy of a clinic that is made once in a run (see {@link readyData} for what the copies share).
 *
 * @param fill - Makes the clinic through a running server; what it answers must go through JSON.
 */
export async function readyServer<T>(
  name: string,
  fill: (server: TestServer) => Promise<T>,
  options: Pick<ServerOptions, "port" | "form"> = {},
): Promise<{ readonly server: TestServer; readonly made: T }> {
  const { data, made } = await readyData(name, async (folder) => {
    const server = await startServer({ data: folder });
    try {
      return await fill(server);
    } finally {
      await server.stop({ keep: true });
    }
  });
  return { server: await startServer({ ...options, data }), made };
}
