/**
 * The header that makes a browser save a file instead of showing it (RFC 6266): an ASCII name for old readers and the real
 * one in UTF-8. Nothing in a name can end the header or leave its folder.
 */
export const contentDisposition = (name: string): string => {
  const plain =
    name
      .normalize("NFC")
      .replaceAll(/[\p{Cc}/\\]/gu, "_")
      .slice(-120) || "file";
  const ascii = plain.replaceAll(/[^\x20-\x7e]|["%]/g, "_");
  const encoded = encodeURIComponent(plain).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
