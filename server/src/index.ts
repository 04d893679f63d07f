/**
 * The server: tRPC by resource, REST on the same procedures, sign-in, live updates, files, and the studio's pages.
 *
 * Every procedure asks `ServerPorts`; `makePorts` puts reads with the reader's rights and the one door behind them. A refusal
 * becomes an answer in one place (`trpc/procedures`), for every way in. `startServer` puts it together; what it needs from
 * beyond its borders (printing) is given to it.
 */
export type { AppRouter } from "./appRouter.ts";
export { DEMO_PASSWORD, ensureDemoAccounts, mayHaveDemoPeople } from "./auth/demoAccounts.ts";
export { ensureAccounts } from "./auth/ensureAccounts.ts";
export type { PrintQuote, QuoteDocument } from "./quotes/quoteDocument.ts";
export { type RunningServer, startServer, type StartServer } from "./startServer.ts";
