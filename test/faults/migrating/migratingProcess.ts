import { createDoor, createPool } from "@sluice/records";

/** A process of its own that works off migrations on the database it is told of, until it is killed. */
const [, , url] = process.argv;
if (url === undefined) throw new Error("which database?");
const { carrier } = createDoor({ pool: createPool(url, { size: 2 }) });
process.stdout.write("working\n");
while (await carrier.migrateMore());
process.stdout.write("nothing left\n");
process.exit(0);
