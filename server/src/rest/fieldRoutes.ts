import type { RestRoute } from "./restRoute.ts";

/** The fields that admins add to record types, and how these are laid out. */
export const fieldRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/record-types/{recordType}/fields",
    procedure: "fields.list",
    summary: "List the custom fields of a record type, as an admin; those put away are among them",
    status: 200,
    input: ({ params }) => ({ recordType: params["recordType"] }),
  },
  {
    method: "POST",
    path: "/record-types/{recordType}/fields",
    procedure: "fields.create",
    summary: "Add a field to a record type, as an admin",
    status: 201,
    body: ["key", "settings"],
    madeAt: ({ recordId }) => `/fields/${recordId}`,
    input: ({ params, body, commandId }) => ({
      commandId,
      recordType: params["recordType"],
      key: body["key"],
      settings: body["settings"],
    }),
  },
  {
    method: "PATCH",
    path: "/fields/{id}",
    procedure: "fields.patch",
    summary: "Change a custom field, put it away or take it up again, as an admin",
    status: 200,
    body: ["version", "settings", "archived"],
    input: ({ params, body, commandId }) => ({
      commandId,
      id: params["id"],
      version: body["version"],
      ...(body["settings"] === undefined ? {} : { settings: body["settings"] }),
      ...(body["archived"] === undefined ? {} : { archived: body["archived"] }),
    }),
  },
  {
    method: "GET",
    path: "/fields/{id}/uses",
    procedure: "fields.uses",
    summary: "Tell which processes in force, drafts and layouts speak of a custom field, as an admin",
    status: 200,
    input: ({ params }) => ({ id: params["id"] }),
  },
  {
    method: "GET",
    path: "/record-types/{recordType}/layouts",
    procedure: "fields.layouts",
    summary: "List the layouts of a record type, for everybody and for roles, as an admin",
    status: 200,
    input: ({ params }) => ({ recordType: params["recordType"] }),
  },
  {
    method: "POST",
    path: "/record-types/{recordType}/layouts",
    procedure: "fields.saveLayout",
    summary:
      "Lay a record type out for everybody (`role` null) or for a role; `layout` null takes the usual one, as an admin",
    status: 200,
    body: ["role", "version", "layout"],
    input: ({ params, body, commandId }) => ({
      commandId,
      recordType: params["recordType"],
      role: body["role"] ?? null,
      version: body["version"],
      layout: body["layout"],
    }),
  },
];
