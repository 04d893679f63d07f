import { languages } from "@sluice/problems";
import { z } from "zod";
import { command } from "../shape/command.ts";
import { textIn } from "../shape/textIn.ts";
import { personProcedure, publicProcedure, router } from "../trpc/procedures.ts";
import { demoPeople, sessionView } from "./sessionShapes.ts";

/** Who is signed in. Signing in and out is better-auth's, under /auth. */
export const sessionRouter = router({
  me: publicProcedure.output(sessionView.nullable()).query(async ({ ctx }) => {
    const signedIn = await ctx.signedIn();
    if (signedIn === null) return null;
    const { personId, name, email, roles, language, departmentName } = signedIn.reader;
    const department = departmentName === null ? null : textIn(departmentName, language);
    const isAdmin = roles.includes("admin");
    return {
      person: { id: personId, name, email, roles: [...roles], language, departmentName: department },
      canDesign: isAdmin,
      canAdmin: isAdmin,
      firmName: await ctx.ports.session.firmName(language),
    };
  }),
  demoPeople: publicProcedure
    .output(demoPeople.nullable())
    .query(({ ctx }) => ctx.ports.session.demoPeople(ctx.language)),
  signInWays: publicProcedure
    .output(z.object({ password: z.literal(true), oidc: z.object({ name: z.string() }).nullable() }))
    .query(({ ctx }) => {
      const name = ctx.ports.session.oidcName();
      return { password: true, oidc: name === null ? null : { name } };
    }),
  setLanguage: personProcedure
    .input(command.extend({ language: z.enum(languages) }))
    .output(z.object({ language: z.enum(languages) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.ports.people.setLanguage(input, ctx.caller);
      return { language: input.language };
    }),
});
