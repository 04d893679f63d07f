import { processEnvironment } from "@sluice/config";
import fc from "fast-check";

/** How often each property is tried: what the runner says (200 in `npm run check`, 2,000 in `npm test`), from its seed. */
const { PROPERTY_RUNS, PROPERTY_SEED } = processEnvironment();

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  numRuns: Number(PROPERTY_RUNS ?? 200),
  ...(PROPERTY_SEED === undefined ? {} : { seed: Number(PROPERTY_SEED) }),
});
