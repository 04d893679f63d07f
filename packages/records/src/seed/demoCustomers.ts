import type { DemoCustomer } from "./demoCustomer.ts";
import { demoCustomersAbroad } from "./demoCustomersAbroad.ts";
import { demoCustomersInChina } from "./demoCustomersInChina.ts";

/** Whom the demo firm sells to; demo quotes name them by their place in this list. */
export const demoCustomers: readonly DemoCustomer[] = [...demoCustomersInChina, ...demoCustomersAbroad];
