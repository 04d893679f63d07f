import { collectionOf } from "../api/recordTypes.ts";
import type { News } from "./followNews.ts";

/** A query as its key names it: path, then input. */
type Key = readonly unknown[];

const idIn = (key: Key): string | null => {
  const input = key[1];
  return typeof input === "object" && input !== null && "id" in input && typeof input.id === "string" ? input.id : null;
};

const countsCases = new Set(["processes.list", "processes.waiting", "processes.flow"]);

/**
 * Decides whether an answer is out of date after a line of news. Pure.
 *
 * A single record, task or case by its id; lists, counts and what depends on other records (what is missing before a move)
 * by their kind.
 */
export const staleAfter = (news: News, key: Key): boolean => {
  const path = String(key[0]);
  const [resource, name] = path.split(".");
  if (path === "catalog.layouts") return news.type === "layout";
  if (resource === "catalog") return path === "catalog.recordSchemas" && news.type === "field";
  if (resource === "fields") return news.type === "field" || news.type === "*";
  if (news.type === "*") return true;
  if (name === "missing" || name === "openMoves" || name === "live") return true;
  if (news.type === "task")
    return (resource === "tasks" && (idIn(key) === null || idIn(key) === news.id)) || path === "cases.get";
  if (news.type === "case")
    return resource === "cases" || (resource === "tasks" && name === "get") || countsCases.has(path);
  if (news.type === "notice") return resource === "notices";
  if (news.type === "process") return resource === "processes";
  const collection = collectionOf(news.type);
  if (collection === null || resource !== collection) return resource === "tasks" && name === "get";
  return name === "list" || name === "deleted" || idIn(key) === news.id;
};
