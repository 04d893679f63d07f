import type { FieldSchema } from "@sluice/domain";
import type { Variable } from "../../definition/variable.ts";

/** What an empty field counts as, written as its type is. */
export const emptyField = ({ type }: FieldSchema): string => {
  switch (type) {
    case "decimal":
    case "share":
    case "money":
      return "decimal('0')";
    case "integer":
      return "0";
    case "boolean":
      return "false";
    case "lines":
    case "multiChoice":
      return "[]";
    default:
      return "''";
  }
};

/** What a variable that was not set counts as; null where nobody can tell what it holds. */
export const emptyVariable = (type: Variable["type"] | "any"): string | null => {
  switch (type) {
    case "decimal":
      return "decimal('0')";
    case "integer":
      return "0";
    case "boolean":
      return "false";
    case "list":
      return "[]";
    case "any":
    case "record":
      return null;
    default:
      return "''";
  }
};

/** A path under a root that may be empty anywhere on the way, and what it counts as then. */
export const orEmpty = (root: string, path: string, empty: string): string =>
  `${optionalPath(root, path)}.orValue(${empty})`;

/** A path under a root, asked for so that it may be empty anywhere on the way. */
export const optionalPath = (root: string, path: string): string => `${root}.?${path.replaceAll(".", ".?")}`;
