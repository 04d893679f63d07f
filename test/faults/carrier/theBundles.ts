import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where suites keep the workflow bundle: it is named by its content, so all of them and every later run share one. */
export const theBundles = (): string => join(tmpdir(), "sluice-test-bundles");
