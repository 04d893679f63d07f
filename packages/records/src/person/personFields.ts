import { issueProblem, languages, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { z } from "zod";

const roleKeys = z.array(z.string().min(1).max(60)).max(20);

/** What may be written of a person, in JSON. */
const personFields = z.strictObject({
  name: z.string().trim().min(1).max(120).exactOptional(),
  email: z
    .email()
    .max(200)
    .transform((text) => text.toLowerCase())
    .exactOptional(),
  roles: roleKeys.exactOptional(),
  post: z.string().trim().max(120).nullable().exactOptional(),
  departmentId: z.uuid().exactOptional(),
  managerId: z.uuid().nullable().exactOptional(),
  language: z.enum(languages).exactOptional(),
  active: z.boolean().exactOptional(),
  absent: z
    .strictObject({ from: z.iso.datetime(), until: z.iso.datetime(), deputyId: z.uuid().nullable() })
    .nullable()
    .exactOptional(),
});
export type PersonFields = z.infer<typeof personFields>;

/** Reads what someone wants written of a person: the fields, or everything that is wrong with them. */
export const readPersonFields = (
  given: Readonly<Record<string, Json>>,
): { readonly fields: PersonFields; readonly problems: readonly Problem[] } => {
  const parsed = personFields.safeParse(given);
  if (parsed.success) return { fields: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) =>
    issueProblem(
      issue,
      issue.path.map(String).join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "fields"),
    ),
  );
  return { fields: {}, problems };
};

/** The columns that hold the given fields. */
export const personColumns = ({
  name,
  email,
  roles,
  post,
  departmentId,
  managerId,
  language,
  active,
  absent,
}: PersonFields) => ({
  ...(name === undefined ? {} : { name }),
  ...(email === undefined ? {} : { email }),
  ...(roles === undefined ? {} : { roles }),
  ...(post === undefined ? {} : { post }),
  ...(departmentId === undefined ? {} : { department_id: departmentId }),
  ...(managerId === undefined ? {} : { manager_id: managerId }),
  ...(language === undefined ? {} : { language }),
  ...(active === undefined ? {} : { active }),
  ...(absent === undefined
    ? {}
    : { absent_from: absent?.from ?? null, absent_until: absent?.until ?? null, deputy_id: absent?.deputyId ?? null }),
});
