import { describe, expect, test } from "vitest";
import { entryOf, handleOf } from "../../../extension/guard/page/entries.ts";
import { type FolderNode, nodeAt, treeOf } from "../../../extension/guard/page/tree.ts";

const file = (name: string, text = name): File => new File([text], name);
const many = Array.from({ length: 230 }, (_, n) => file(`${n}.txt`));

const read = (folder: FileSystemDirectoryEntry) => {
  const reader = folder.createReader();
  return () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
};
const topOf = (root: FolderNode, at = 0): FileSystemEntry => entryOf(root)(root.children[at] as FolderNode);

describe("a folder as it is let in", () => {
  test("files lie where they lay, two of one name side by side, and empty folders stay", () => {
    const root = treeOf(
      [file("a.txt"), file("b.txt"), file("a.txt")],
      ["/a.txt", "/week/b.txt", "/a.txt"],
      ["/week/nothing"],
    );
    expect(root.children.map(({ name }) => name)).toEqual(["a.txt", "week", "a.txt"]);
    expect((root.children[1] as FolderNode).children.map(({ path }) => path)).toEqual([
      "/week/b.txt",
      "/week/nothing",
    ]);
  });

  test("a path leads from where it is asked, upwards too, and nowhere else", () => {
    const root = treeOf([file("b.txt")], ["/week/more/b.txt"], []);
    const more = nodeAt(root, root, "week/more") as FolderNode;
    expect(nodeAt(root, more, "b.txt")?.path).toBe("/week/more/b.txt");
    expect(nodeAt(root, more, "../more/./b.txt")?.path).toBe("/week/more/b.txt");
    expect(nodeAt(root, more, "/week")?.name).toBe("week");
    expect(nodeAt(root, more, "c.txt")).toBeUndefined();
    expect(nodeAt(root, more, "b.txt/deeper")).toBeUndefined();
  });

  test("a reader gives a hundred at a time, and then none, as a browser's does", async () => {
    const root = treeOf(
      many,
      many.map(({ name }) => `/many/${name}`),
      [],
    );
    const next = read(topOf(root) as FileSystemDirectoryEntry);
    const portions = [await next(), await next(), await next(), await next(), await next()];
    expect(portions.map(({ length }) => length)).toEqual([100, 100, 30, 0, 0]);
    expect(portions.flat().map(({ name }) => name)).toEqual(many.map(({ name }) => name));
  });

  test("an entry gives its file, its parent, its path and what lies below", async () => {
    const root = treeOf([file("b.txt", "hello")], ["/week/more/b.txt"], []);
    const week = topOf(root) as FileSystemDirectoryEntry;
    expect([week.isDirectory, week.isFile, week.fullPath]).toEqual([true, false, "/week"]);
    const entry = await new Promise<FileSystemEntry>((resolve, reject) =>
      week.getFile("more/b.txt", {}, resolve, reject),
    );
    const found = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    expect(await found.text()).toBe("hello");
    const parent = await new Promise<FileSystemEntry>((resolve) => entry.getParent(resolve));
    expect(parent.fullPath).toBe("/week/more");
    expect(week.filesystem.root.fullPath).toBe("/");
    await expect(
      new Promise((resolve, reject) => week.getDirectory("other", {}, resolve, reject)),
    ).rejects.toMatchObject({ name: "NotFoundError" });
  });

  test("handles walk the same tree, and write nothing", async () => {
    const root = treeOf([file("b.txt", "hello"), file("a.txt")], ["/week/more/b.txt", "/week/a.txt"], []);
    const week = handleOf(root.children[0] as FolderNode) as FileSystemDirectoryHandle;
    const names: string[] = [];
    for await (const name of (week as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    expect(names).toEqual(["more", "a.txt"]);
    const more = await week.getDirectoryHandle("more");
    const found = await more.getFileHandle("b.txt");
    expect(await (await found.getFile()).text()).toBe("hello");
    expect(await week.resolve(found)).toEqual(["more", "b.txt"]);
    expect(await found.isSameEntry(await more.getFileHandle("b.txt"))).toBe(true);
    await expect(found.createWritable()).rejects.toMatchObject({ name: "NotAllowedError" });
    await expect(week.getFileHandle("more")).rejects.toMatchObject({ name: "TypeMismatchError" });
  });
});
