import { listQuery } from "./listQuery.ts";
import type { RestRoute } from "./restRoute.ts";

export const LIST_QUERY = ["cursor", "limit", "sort", "q", "filter"];

/** The four operations of a record type. */
export const recordRoutes = (path: string, resource: string, one: string): RestRoute[] => [
  {
    method: "GET",
    path: `/${path}`,
    procedure: `${resource}.list`,
    summary: `List ${path}`,
    status: 200,
    query: LIST_QUERY,
    input: ({ query }) => listQuery(query),
  },
  {
    method: "GET",
    path: `/${path}/{id}`,
    procedure: `${resource}.get`,
    summary: `Get a ${one}`,
    status: 200,
    input: ({ params }) => ({ id: params["id"] }),
  },
  {
    method: "POST",
    path: `/${path}`,
    procedure: `${resource}.create`,
    summary: `Create a ${one}`,
    status: 201,
    body: ["fields"],
    input: ({ body, commandId }) => ({ commandId, fields: body["fields"] }),
  },
  {
    method: "PATCH",
    path: `/${path}/{id}`,
    procedure: `${resource}.patch`,
    summary: `Change fields of a ${one}`,
    status: 200,
    body: ["version", "fields"],
    input: ({ params, body, commandId }) => ({
      commandId,
      id: params["id"],
      version: body["version"],
      fields: body["fields"],
    }),
  },
];
