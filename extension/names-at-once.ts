/** Names of files whose origin is asked for in one message. */
export const namesAtOnce = 200;
