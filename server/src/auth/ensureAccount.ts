import type { Auth } from "./createAuth.ts";
import { hashPassword } from "./passwords.ts";

/** For whom an account is made. The account's id is the person's. */
export interface AccountFor {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** Null: they come by single sign-on only. */
  readonly password: string | null;
}

/**
 * Makes the account of a person, or leaves the one that is there as it is; idempotent by the person's id. The e-mail counts as
 * verified, since an admin entered it: that is what lets single sign-on find the account.
 */
export const ensureAccount = async (auth: Auth, { personId, name, email, password }: AccountFor): Promise<void> => {
  const { adapter, internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserById(personId);
  if (found === null) {
    const now = new Date();
    await adapter.create({
      model: "user",
      data: { id: personId, name, email: email.toLowerCase(), emailVerified: true, createdAt: now, updatedAt: now },
      forceAllowId: true,
    });
  }
  if (password === null) return;
  const accounts = await internalAdapter.findAccounts(personId);
  if (accounts.some((account) => account.providerId === "credential")) return;
  await internalAdapter.linkAccount({
    userId: personId,
    providerId: "credential",
    accountId: personId,
    password: await hashPassword(password),
  });
};
