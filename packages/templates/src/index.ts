import { processDefinitionSchema, type ProcessDefinition } from "@sluice/process";
import { costOverride } from "./costOverride/costOverride.ts";
import { costSignOff } from "./costSignOff/costSignOff.ts";
import { invoicing } from "./invoicing/invoicing.ts";
import { order } from "./order/order.ts";
import { quote } from "./quote/quote.ts";
import { specialPrice } from "./specialPrice/specialPrice.ts";

/** The shipped processes: each a starting point that the enterprise redraws to its own needs. */
export const templates: readonly ProcessDefinition[] = [
  costSignOff,
  costOverride,
  quote,
  order,
  specialPrice,
  invoicing,
].map((template) => processDefinitionSchema.parse(template));

const TO_BE_TAKEN: ReadonlySet<string> = new Set([specialPrice.key, invoicing.key]);

/** Those of them that a fresh install has in use. The others are for whoever takes them. */
export const firstProcesses: readonly ProcessDefinition[] = templates.filter(({ key }) => !TO_BE_TAKEN.has(key));

/** A shipped process by its key. */
export const templateOf = (key: string): ProcessDefinition => {
  const found = templates.find((template) => template.key === key);
  if (!found) throw new Error(`no template is called ${key}`);
  return found;
};
