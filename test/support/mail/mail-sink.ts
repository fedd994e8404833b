import { SMTPServer } from "smtp-server";

/** A mail server that keeps what it is given. */
export async function startMailSink(port: number): Promise<{ received: string[]; stop(): Promise<void> }> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (part) => {
        text += part;
      });
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  return { received, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
