import type { Decimal } from "./decimal.ts";

/** Digits behind the point of a currency's smallest unit, where they are not two (ISO 4217). */
const MINOR_UNITS: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};

/** Tells how many digits behind the point an amount in this currency has. */
export const minorUnitsOf = (currency: string): number => MINOR_UNITS[currency] ?? 2;

/** Rounds an amount half-up to the smallest unit of its currency. Idempotent. */
export const roundMoney = (amount: Decimal, currency: string): Decimal =>
  amount.toDecimalPlaces(minorUnitsOf(currency));
