import type * as z from "zod/mini";
import { listAnswer } from "#domain/work/list";
import { ask, download } from "./client.ts";

/** Filters of a list by name; '' and undefined are none. */
export type ListQuery = Readonly<Record<string, string | undefined>>;

/** One page of a register's list; `row` is the shape of its rows. */
export const readList = <Row extends z.ZodMiniType>(row: Row, of: string, query: ListQuery = {}) =>
  ask(listAnswer(row), "list", { query: { ...query, of } });

/** All that the filters leave, as a CSV in the browser's downloads. */
export const exportList = (of: string, query: ListQuery, name: string) =>
  download("list", { ...query, of, format: "csv" }, name);
