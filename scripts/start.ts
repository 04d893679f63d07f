/** `npm start`: the whole of Sluice on this machine, until Ctrl-C. */
import { openHouse } from "./house/openHouse.ts";

process.exit(await openHouse({ reloads: false }));
