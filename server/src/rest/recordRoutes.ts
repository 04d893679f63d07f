import { listQuery } from "./listQuery.ts";
import type { RestRoute } from "./restRoute.ts";
import { typedFilter } from "./typedFilter.ts";

export const SORTED_LIST_QUERY = ["cursor", "limit", "sort", "filter"];
export const LIST_QUERY = [...SORTED_LIST_QUERY, "q"];

/** The four operations of a record type. */
export const recordRoutes = (path: string, resource: string, recordType: string): RestRoute[] => {
  const one = recordType.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [
    {
      method: "GET",
      path: `/${path}`,
      procedure: `${resource}.list`,
      summary: `List ${path}`,
      status: 200,
      query: LIST_QUERY,
      input: ({ query }) => {
        const { filter, ...rest } = listQuery(query);
        return { ...rest, ...(filter === undefined ? {} : { filter: typedFilter(recordType, filter) }) };
      },
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
      madeAt: ({ recordId }) => `/${path}/${recordId}`,
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
};
