import { type Caller, type House, makeApiKey } from "@sluice/records";
import { permissionsOf } from "../auth/keyAccess.ts";
import { KEY_PREFIX, keyHash, keyText } from "../auth/keyText.ts";
import type { ApiKeyWish, MadeApiKey } from "./apiKeyShapes.ts";

const SHOWN_START = KEY_PREFIX.length + 4;

/** Makes a key for the caller and answers its text. The command sent twice makes one key and answers the same. */
export const makeKey = async (
  { house, secret }: { readonly house: House; readonly secret: string },
  { access, ...wish }: ApiKeyWish,
  caller: Caller,
): Promise<MadeApiKey> => {
  const key = keyText(secret, { personId: caller.personId, commandId: wish.commandId });
  const { recordId } = await makeApiKey(
    house,
    {
      ...wish,
      permissions: permissionsOf(access),
      hash: keyHash(key),
      start: key.slice(0, SHOWN_START),
      prefix: KEY_PREFIX,
    },
    caller,
  );
  return { id: recordId ?? "", key };
};
