import { join } from "node:path";
import { root } from "./root.ts";

/** Where the migrations of the database are. */
export const migrationsFolder = join(root, "packages/records/prisma/migrations");
