/** `npm run dev`: as `npm start`, but server and worker start anew when a source changes; the studio reloads on port 5173, or a free one when that is taken. */
import { openHouse } from "./house/openHouse.ts";

process.exit(await openHouse({ reloads: true }));
