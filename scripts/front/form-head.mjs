/** The first field of a form that is called `id`, as browsers and tools write it. */
const idField = /[;\s]name="?id"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]{0,100})\r\n/i;

/**
 * Which row a form is for, told by how it begins: where `id` stands before the file, nothing of the file has to be kept
 * to know whether it may come.
 * @param {Buffer} head
 * @returns {string | undefined} undefined where the file comes first
 */
export const idInForm = (head) => idField.exec(head.toString("latin1"))?.[1];

/** Whether a request brings a form: nothing else carries a file. @param {string | undefined} type its Content-Type */
export const isForm = (type) => /^multipart\/form-data\s*;/i.test(type ?? "");
