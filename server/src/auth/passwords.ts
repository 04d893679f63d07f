import { hash, verify } from "@node-rs/argon2";

/** Parameters of argon2id after the OWASP password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id; the answer carries its own salt and parameters. */
export const hashPassword = (password: string): Promise<string> => hash(password, STRENGTH);

/** Tells whether a password is the one that was hashed. A hash that cannot be read is no match. */
export const isPassword = async ({ hash: hashed, password }: { hash: string; password: string }): Promise<boolean> =>
  hashed.startsWith("$argon2id$") && verify(hashed, password);
