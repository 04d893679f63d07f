import {
  IconAddressBook,
  IconBook2,
  IconBox,
  IconCalculator,
  IconFileText,
  IconMap2,
  IconRoute,
  IconTruckDelivery,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

const icons: Readonly<Record<string, ComponentType<{ size?: number; stroke?: number }>>> = {
  customer: IconUsers,
  contact: IconAddressBook,
  product: IconBox,
  priceBook: IconBook2,
  costSheet: IconCalculator,
  quote: IconFileText,
  order: IconTruckDelivery,
  territory: IconMap2,
};

/** The picture of a record type, the same wherever it is met; for cases and what else runs, the process's. */
export const iconOf = (recordType: string): ComponentType<{ size?: number; stroke?: number }> =>
  icons[recordType] ?? IconRoute;
