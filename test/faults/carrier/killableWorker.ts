/**
 * A worker process that kills itself with -9 at one aimed moment of the first effect it performs, once.
 *
 * argv: Postgres URL, Temporal address, aim, folder for files. Prints "ready" when it polls.
 */
import { createWorker, outerBlocks } from "@sluice/activities";
import { createDoor, createPool, type CarrierDoor } from "@sluice/records";
import { DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import { theBundles } from "./theBundles.ts";

const [databaseUrl = "", address = "", aim = "never", folder = ""] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });

const die = (): Promise<never> => {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
};

/** The real door, with the aimed death around its calls. */
const aimed = (door: CarrierDoor): CarrierDoor => ({
  ...door,
  begin: async (ref, key) => {
    if (aim === "beforeBegin") await die();
    const answer = await door.begin(ref, key);
    if (aim === "afterBegin") await die();
    return answer;
  },
  done: async (ref, key, output) => {
    if (aim === "afterWork") await die();
    const answer = door.done(ref, key, output);
    if (aim === "duringCommit") {
      setImmediate(() => void die());
      return answer;
    }
    await answer;
    if (aim === "afterCommit") await die();
    return answer;
  },
  alarmRang: async (ref, dueAt) => {
    if (aim === "beforeAlarm") await die();
    const answer = await door.alarmRang(ref, dueAt);
    if (aim === "afterAlarm") await die();
    return answer;
  },
});

const pool = createPool(databaseUrl, { size: 4 });
const { carrier } = createDoor({ pool });
await createWorker({
  door: aimed(carrier),
  blocks: outerBlocks(pool, {
    filesDir: folder,
    mail: { smtpUrl: null, from: "crm@firm.example" },
    webhookSecrets: { out: "test", in: "test" },
    webhookAllowPrivate: true,
  }),
  connection: await NativeConnection.connect({ address }),
  namespace: "default",
  epoch: await carrier.epoch(),
  cacheDir: theBundles(),
});
process.stdout.write("ready\n");
