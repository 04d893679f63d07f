import { readFileSync } from "node:fs";

/** Reads what the CLI hands over: a database command or none, the database's URL, and the schema files with their text. */
export const readArguments = (words) => {
  const read = { command: null, url: undefined, datamodels: [] };
  for (let at = 0; at < words.length; at += 1) {
    const value = words[at + 1];
    if (words[at] === "cli") read.command = value;
    else if (words[at] === "--datasource") read.url = JSON.parse(value).url;
    else if (words[at] === "--datamodels") read.datamodels.push([value, readFileSync(value, "utf8")]);
    else continue;
    at += 1;
  }
  return read;
};
