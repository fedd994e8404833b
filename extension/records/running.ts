/** Set in this isolated world while a script of this version watches the frame's records. */
export const running = "chaperoneRecords";
