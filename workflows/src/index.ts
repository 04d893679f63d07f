/**
 * What the Temporal worker bundles, and nothing else.
 *
 * The carrier is the default export, so it runs under any workflow type: the type is the process key, and a process drawn
 * today needs no new build. A named export takes its name away from process keys, which are camelCase: hence `_marker`
 * and `_schedule`.
 */
export { carrier as default } from "./carrier.ts";
export { firing as _schedule } from "./firing.ts";
export { marker as _marker } from "./marker.ts";
