/** Makes sure that the Temporal CLI is on this machine, and says where: fetched or built once into this user's cache. */
import { temporalCli } from "@sluice/embedded";
import { say } from "./house/say.ts";

say(`Temporal: ${await temporalCli(say)}`);
