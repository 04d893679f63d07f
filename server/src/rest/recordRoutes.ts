import { listQuery } from "./listQuery.ts";
import type { RestRoute } from "./restRoute.ts";
import { typedFilter } from "./typedFilter.ts";

export const SORTED_LIST_QUERY = ["cursor", "limit", "sort", "filter"];
export const LIST_QUERY = [...SORTED_LIST_QUERY, "q"];

/** The six operations of a record type. */
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
      recordType,
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
      recordType,
      input: ({ params, body, commandId }) => ({
        commandId,
        id: params["id"],
        version: body["version"],
        fields: body["fields"],
      }),
    },
    {
      method: "DELETE",
      path: `/${path}/{id}`,
      procedure: `${resource}.delete`,
      summary: `Delete a ${one}; it is kept and can be restored`,
      status: 200,
      query: ["version"],
      input: ({ params, query, commandId }) => ({
        commandId,
        id: params["id"],
        version: query["version"] === undefined ? undefined : Number(query["version"]),
      }),
    },
    {
      method: "POST",
      path: `/${path}/{id}/restore`,
      procedure: `${resource}.restore`,
      summary: `Bring a deleted ${one} back`,
      status: 200,
      body: ["version"],
      input: ({ params, body, commandId }) => ({ commandId, id: params["id"], version: body["version"] }),
    },
  ];
};
