import { spawn } from "node:child_process";

/**
 * Ends a server when this process ends, however it ends. Windows does so by itself. Elsewhere a small shell waits for
 * the end of a pipe that nobody but this process holds, and then sends the signal of a quiet stop.
 * @param {number | undefined} pid
 * @returns {() => void} takes the watch away: the server has ended by itself
 */
export function endWithThis(pid) {
  if (pid === undefined || process.platform === "win32") return () => {};
  const watch = spawn(
    "/bin/sh",
    ["-c", 'cat >/dev/null; kill -TERM "$1" 2>/dev/null', "chaperone-watch", String(pid)],
    {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true, // Ctrl+C reaches a terminal's whole group
    },
  );
  watch.on("error", () => {}); // no shell: the next start ends a server that was left
  watch.stdin?.on("error", () => {});
  watch.unref();
  return () => watch.kill("SIGKILL");
}
