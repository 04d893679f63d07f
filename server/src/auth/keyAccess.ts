/** How far an API key reaches, each with all before it: `admin` is what only admins may, and only for an admin's key. */
export const keyAccess = ["read", "write", "admin"] as const;
export type KeyAccess = (typeof keyAccess)[number];

/** What better-auth keeps of it. */
export const permissionsOf = (access: KeyAccess): readonly KeyAccess[] =>
  keyAccess.slice(0, keyAccess.indexOf(access) + 1);
