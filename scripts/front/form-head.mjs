import { Refused } from "./refused.mjs";

/** The first field of a form that is called `id`, as browsers and tools write it. */
const idField = /[;\s]name="?id"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]{0,100})\r\n/i;

/**
 * Which row a form is for, told by how it begins: where `id` stands before the file, nothing of the file has to be kept
 * to know whether it may come.
 * @param {string} type the Content-Type of the request
 * @param {Buffer} head
 * @returns {string | undefined} undefined where the file comes first
 * @throws {Refused} 400 where it is no form: nothing else carries a file
 */
export function idInForm(type, head) {
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Refused(400, "Choose a file.");
  return idField.exec(head.toString("latin1"))?.[1];
}
