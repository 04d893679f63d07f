import type { TextFormat } from "./recordSchema.ts";

const EMAIL = /^[^\s@<>"(),;:\\[\]]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,8}$/u;
/** Digits with what people put between them, and an extension behind. */
const PHONE = /^\+?[\d\s().\-/]{5,40}((x|ext\.?|转)\s?\d{1,8})?$/iu;
const ADDRESS = /^https?:\/\/[^\s/?#@:]{1,250}(:\d{1,5})?([/?#]\S*)?$/iu;

/** Why a text does not look like an e-mail address, a phone number or a web address; null when it does. */
export const wrongFormat = (text: string, format: TextFormat): "notAnEmail" | "notAPhone" | "notAnAddress" | null => {
  switch (format) {
    case "email":
      return EMAIL.test(text) ? null : "notAnEmail";
    case "phone":
      return PHONE.test(text) && text.replaceAll(/\D/gu, "").length >= 5 ? null : "notAPhone";
    case "url":
      return ADDRESS.test(text) ? null : "notAnAddress";
  }
};
