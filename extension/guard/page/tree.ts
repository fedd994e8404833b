/** A file or folder of a gesture that is played again. */
export type Node = FileNode | FolderNode;

export interface FileNode {
  readonly name: string;
  readonly path: string;
  readonly file: File;
}

export interface FolderNode {
  readonly name: string;
  readonly path: string;
  readonly children: Node[];
}

export const isFolder = (node: Node): node is FolderNode => "children" in node;

/**
 * Files and empty folders as they lay, below a root without a name. Two files of one name and place stay two.
 *
 * @param paths - Of each file: `/june/letter.pdf`.
 * @param empty - Paths of folders that hold nothing.
 */
export function treeOf(
  files: readonly File[],
  paths: readonly string[],
  empty: readonly string[],
): FolderNode {
  const root: FolderNode = { name: "", path: "/", children: [] };
  files.forEach((file, at) => {
    const steps = stepsOf(paths[at] ?? `/${file.name}`);
    const within = folderAt(root, steps.slice(0, -1));
    within.children.push({ name: file.name, path: joined(within, file.name), file });
  });
  for (const path of empty) folderAt(root, stepsOf(path));
  return root;
}

const stepsOf = (path: string): string[] => path.split("/").filter((step) => step !== "");

const joined = ({ path }: FolderNode, name: string): string => `${path === "/" ? "" : path}/${name}`;

/** The folder that these steps lead to; what is missing of it is made. */
function folderAt(root: FolderNode, steps: readonly string[]): FolderNode {
  let here = root;
  for (const name of steps) {
    let next = here.children.find((child): child is FolderNode => isFolder(child) && child.name === name);
    if (!next) {
      next = { name, path: joined(here, name), children: [] };
      here.children.push(next);
    }
    here = next;
  }
  return here;
}

/** What a path names, from a folder or with a leading `/` from the root; undefined where there is nothing. */
export function nodeAt(root: FolderNode, from: FolderNode, path: string): Node | undefined {
  const base = path.startsWith("/") ? [] : stepsOf(from.path);
  const steps: string[] = [];
  for (const step of [...base, ...stepsOf(path)]) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  let here: Node | undefined = root;
  for (const name of steps) {
    here = here && isFolder(here) ? here.children.find((child) => child.name === name) : undefined;
  }
  return here;
}
