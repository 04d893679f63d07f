import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";

/** The catalogue's one-byte "char", which the adapter does not know, and the type that reads like it. */
const ONE_CHAR = 18;
const BLANK_PADDED = 1042;

/** The engine's first question, and an answer for when no server is there. */
const asksVersion = (query) => query.sql.includes("server_version_num");
const aServer = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, "PostgreSQL 18.4", 180004]],
};

/**
 * Makes the adapter do what the engine means.
 *
 * Scripts run whole (the adapter would split `$$` bodies at their semicolons), the catalogue's "char" columns are read, and
 * with `mayBeNowhere` the first question is answered without a server, so that files can be compared offline.
 */
export const faithful = (adapter, { mayBeNowhere = false } = {}) => {
  const client = adapter.underlyingDriver();
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];

  adapter.executeScript = async (script) => {
    try {
      await client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    (result.fields ?? []).forEach((field, at) => {
      if (field.dataTypeID !== ONE_CHAR) return;
      field.dataTypeID = BLANK_PADDED;
      charColumns.push(at);
    });
    return result;
  };
  adapter.queryRaw = async (query) => {
    try {
      const result = await queryRaw(query);
      for (const at of charColumns) result.columnTypes[at] = ColumnTypeEnum.Character;
      return result;
    } catch (error) {
      if (mayBeNowhere && asksVersion(query)) return aServer;
      throw error;
    }
  };
  return adapter;
};
