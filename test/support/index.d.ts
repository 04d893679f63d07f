/** What suites stand on: real servers that are thrown away, and patience. */
export { aHouse, type HousePart, type TestHouse } from "./aHouse.ts";
export { aDatabase, type TestDatabase } from "./aDatabase.ts";
export { aTemporal, type TestTemporal } from "./aTemporal.ts";
export { eventually } from "./eventually.ts";
export { type OwnServers, ownServers } from "./ownServers.ts";
export { throwAwayFolder } from "../../scripts/testing/throwAwayFolder.ts";
