import { PrismaPg } from "@prisma/adapter-pg";
import type { Config } from "@sluice/config";
import { PrismaClient } from "@sluice/records/auth";
import { createAuth } from "./createAuth.ts";
import { type AccountFor, ensureAccount } from "./ensureAccount.ts";
import { trustedOriginsOf } from "./trustedOrigins.ts";

/** Makes accounts where no server runs: for the demo people, and for the first admin. Idempotent by the person. */
export const ensureAccounts = async (config: Config, accounts: readonly AccountFor[]): Promise<void> => {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: config.database.url, max: 2 }) });
  try {
    const auth = createAuth({
      config,
      prisma,
      trustedOrigins: trustedOriginsOf(config),
      isActive: async () => true,
      withOidc: false,
    });
    for (const account of accounts) await ensureAccount(auth, account);
  } finally {
    await prisma.$disconnect();
  }
};
