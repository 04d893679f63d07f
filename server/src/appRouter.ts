import { apiKeysRouter } from "./apiKeys/router.ts";
import { bulkRouter } from "./bulk/router.ts";
import { casesRouter } from "./cases/router.ts";
import { catalogRouter } from "./catalog/router.ts";
import { fieldsRouter } from "./fields/router.ts";
import { liveRouter } from "./live/router.ts";
import { mailOutboxRouter } from "./mailOutbox/router.ts";
import { migrationsRouter } from "./migrations/router.ts";
import { noticesRouter } from "./notices/router.ts";
import { peopleRouter } from "./people/router.ts";
import { processesRouter } from "./processes/router.ts";
import { productsRouter } from "./products/router.ts";
import { quotesRouter } from "./quotes/router.ts";
import { recordProcedures } from "./records/recordProcedures.ts";
import { searchRouter } from "./search/router.ts";
import { sessionRouter } from "./session/router.ts";
import { tasksRouter } from "./tasks/router.ts";
import { router } from "./trpc/procedures.ts";
import { whatIfRouter } from "./whatIf/router.ts";

/** Every procedure there is, by resource. The studio speaks to it by type, REST by the same procedures. */
export const appRouter = router({
  session: sessionRouter,
  apiKeys: apiKeysRouter,
  customers: router(recordProcedures("customer")),
  contacts: router(recordProcedures("contact")),
  products: productsRouter,
  priceBooks: router(recordProcedures("priceBook")),
  territories: router(recordProcedures("territory")),
  costSheets: router(recordProcedures("costSheet")),
  quotes: quotesRouter,
  orders: router(recordProcedures("order")),
  tasks: tasksRouter,
  cases: casesRouter,
  bulk: bulkRouter,
  notices: noticesRouter,
  migrations: migrationsRouter,
  processes: processesRouter,
  whatIf: whatIfRouter,
  people: peopleRouter,
  catalog: catalogRouter,
  fields: fieldsRouter,
  mailOutbox: mailOutboxRouter,
  live: liveRouter,
  search: searchRouter,
});
export type AppRouter = typeof appRouter;
