/** Milliseconds that a test waits for what it waits for. It says nothing about speed: long enough for two suites on a busy machine. */
export const patience = 40_000;
